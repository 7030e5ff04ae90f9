"""From the HTML of block templates to inline elements of the Document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from briefs.compose.looks.html_elements import HtmlError, fold, forms_of, is_link, line_of, name_of, parse_html
from briefs.model.document import FormRef
from briefs.model.inline import Checkbox, Emphasis, Foreign, Inline, Link, NoteCall, Strong, Text, TextArea, text_area
from briefs.model.text_runs import joined

MOST_ROWS = 15
"""The most rows of room to write in: with the words above it, it fits on any page, in large print too."""
_MAY_END_IN_ROOM = ("p", "li", "td")
"""Elements that can end in room to write in."""


def read_inlines(html: str) -> tuple[Inline, ...]:
    """Inline elements of `html`. Raises HtmlError."""
    return inlines_in(parse_html(html))


def forms_in(html: str) -> tuple[FormRef, ...]:
    """The forms that `html` prints, in order, each once. Raises HtmlError."""
    return forms_of(parse_html(html))


def inlines_in(element: etree._Element) -> tuple[Inline, ...]:
    """The inline content of `element`, with white space folded, and none at the ends. Raises HtmlError."""
    _check_room(element)
    inlines = [Text(fold(one.text)) if isinstance(one, Text) else one for one in joined(_inlines(element))]
    if inlines and isinstance(inlines[0], Text):
        inlines[0] = Text(inlines[0].text.lstrip(" "))
    area = inlines.pop() if text_area(tuple(inlines)) else None
    if inlines and isinstance(inlines[-1], Text):
        inlines[-1] = Text(inlines[-1].text.rstrip(" "))
    inlines += [area] if area else []
    return tuple(inline for inline in inlines if inline != Text(""))


def _inlines(element: etree._Element) -> Iterator[Inline]:
    if element.text:
        yield Text(fold(element.text))
    for child in element:
        yield from _inline(child)
        if child.tail and child.tag != "textarea":  # which nothing but white space follows
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
        case "input" if child.get("type") == "checkbox" and child.get("aria-label", "").strip():
            yield Checkbox(child.get("aria-label", ""))
        case "textarea" if child.get("aria-label", "").strip() and not len(child) and not (child.text or "").strip():
            yield TextArea(child.get("aria-label", ""), _rows(child))
        case _:
            raise HtmlError(f"a brief cannot hold <{name_of(child)}> in text", line_of(child))


def _check_room(element: etree._Element) -> None:
    """Check that room to write in ends a paragraph or an item, or is alone in a cell. Raises HtmlError if not."""
    for area in element.iter("textarea"):
        is_last = element.tag in _MAY_END_IN_ROOM and area is element[-1] and not (area.tail or "").strip()
        is_alone = len(element) == 1 and not (element.text or "").strip()
        if not is_last or (element.tag == "td" and not is_alone):
            message = "a <textarea> can only be the end of a <p> or <li>, or all that is in a <td>"
            raise HtmlError(message, line_of(area))


def _rows(area: etree._Element) -> int:
    """The rows of a `<textarea>`. Raises HtmlError for any but a whole number from 1 to `MOST_ROWS`."""
    rows = area.get("rows", "")
    if not (re.fullmatch(r"[1-9][0-9]?", rows) and int(rows) <= MOST_ROWS):
        raise HtmlError(f'a <textarea> has 1 to {MOST_ROWS} rows, not "{rows}"', line_of(area))
    return int(rows)
