"""From the HTML of block templates to inline elements of the Document."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from briefs.compose.looks.html_elements import HtmlError, fold, forms_of, is_link, line_of, name_of, parse_html
from briefs.compose.text_runs import joined
from briefs.model.document import FormRef
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, Strong, Text


def read_inlines(html: str) -> tuple[Inline, ...]:
    """Inline elements of `html`. Raises HtmlError."""
    return inlines_in(parse_html(html))


def forms_in(html: str) -> tuple[FormRef, ...]:
    """The forms that `html` prints, in order, each once. Raises HtmlError."""
    return forms_of(parse_html(html))


def inlines_in(element: etree._Element) -> tuple[Inline, ...]:
    """The inline content of `element`, with white space folded, and none at the ends. Raises HtmlError."""
    inlines = [Text(fold(one.text)) if isinstance(one, Text) else one for one in joined(_inlines(element))]
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" "))
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" "))
    return tuple(inline for inline in inlines if inline != Text(""))


def _inlines(element: etree._Element) -> Iterator[Inline]:
    if element.text:
        yield Text(fold(element.text))
    for child in element:
        yield from _inline(child)
        if child.tail:
            yield Text(fold(child.tail))


def _inline(child: etree._Element) -> Iterator[Inline]:
    inner = tuple(_inlines(child)) if child.tag in ("span", "strong", "em", "a") else ()
    match child.tag:
        case "span" if child.get("lang"):
            yield Foreign(child.get("lang", ""), inner)
        case "span" if child.get("data-note") and not inner:
            yield NoteCall(child.get("data-note", ""))
        case "span":
            yield from inner
        case "strong":
            yield Strong(inner)
        case "em":
            yield Emphasis(inner)
        case "a" if is_link(child.get("href", "")) and all(part.tag in ("a", "span") for part in child.iter()):
            yield Link(child.get("href", ""), "".join(str(text) for text in child.itertext()))
        case "input" if child.get("type") == "checkbox" and child.get("aria-label"):
            yield Checkbox(child.get("aria-label", ""))
        case _:
            raise HtmlError(f"a brief cannot hold <{name_of(child)}> in text", line_of(child))
