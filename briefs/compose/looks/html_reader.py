"""HTML of block templates → elements of the Document. Strict: what the Document cannot hold is an error.

Block templates print well-formed XHTML of a small vocabulary: `p`, `ol`, `ul`, `li`, `table` (`caption`, `thead`,
`tbody`, `tr`, `th`, `td`), `figure` (`figcaption`, `svg`), and in text `strong`, `em`, `span lang`, `a href`,
`input type="checkbox"`. A paragraph, list item, row or figure with a form of a block in it is a unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from lxml import etree

from briefs.compose.looks.html_elements import (
    HtmlError,
    expect,
    fold,
    forms_of,
    line_of,
    name_of,
    parse_html,
    reject_text,
)
from briefs.compose.looks.html_inlines import inlines_in
from briefs.compose.looks.html_tables import read_table
from briefs.compose.looks.svg import SVG, TITLE, drawn_in, flatten_picture, width_of
from briefs.compose.units import unit_printing
from briefs.model.document import Content, Drawing, Figure, Item, List, Paragraph, ParagraphRole

_ROLES = get_args(ParagraphRole)
MOST_DRAWINGS = 3
"""Of one picture: for a page, for large print, for a phone."""


def read_content(html: str) -> tuple[Content, ...]:
    """Block-level elements of `html`. Raises HtmlError."""
    root = parse_html(html)
    reject_text(root)
    return tuple(map(_content, root))


def _content(element: etree._Element) -> Content:
    match element.tag:
        case "p":
            return _paragraph(element)
        case "ol" | "ul":
            return _list(element)
        case "table":
            return read_table(element)
        case "figure":
            return _figure(element)
        case _:
            raise HtmlError(f"a brief cannot hold <{name_of(element)}>", line_of(element))


def _paragraph(element: etree._Element) -> Paragraph:
    role = element.get("class", "body")
    if role not in _ROLES:
        raise HtmlError(f'class "{role}" is not a role that a paragraph can have', line_of(element))
    children = inlines_in(element)
    if not children:
        raise HtmlError("an empty <p>", line_of(element))
    return Paragraph(children, role, unit_printing(forms_of(element)))  # type: ignore[arg-type]  # checked above


def _list(element: etree._Element) -> List:
    reject_text(element)
    if not len(element):
        raise HtmlError(f"<{name_of(element)}> has no items", line_of(element))
    return List(tuple(map(_item, element)), "numbered" if element.tag == "ol" else "plain")


def _item(element: etree._Element) -> Item:
    expect(element, "li")
    children = inlines_in(element)
    if not children:
        raise HtmlError("an empty <li>", line_of(element))
    return Item(children, unit_printing(forms_of(element)))


def _figure(element: etree._Element) -> Figure:
    reject_text(element)
    pictures = element.findall(SVG)
    caption = element.find("figcaption")
    if not 1 <= len(pictures) <= MOST_DRAWINGS or caption is None or len(element) != len(pictures) + 1:
        message = "a <figure> holds one <figcaption> and one to three <svg>, the same picture drawn for several widths"
        raise HtmlError(message, line_of(element))
    _check_alike(pictures)
    forms = (*forms_of(caption), *(form for svg in pictures for form in flatten_picture(svg)))
    titles = {fold(svg.findtext(TITLE) or "").strip() for svg in pictures}
    title = titles.pop()
    if not title or titles:
        raise HtmlError("an <svg> needs a <title> that says what the picture says", line_of(pictures[0]))
    drawings = [Drawing(etree.tostring(svg, encoding="unicode", with_tail=False), width_of(svg)) for svg in pictures]
    drawings.sort(key=lambda drawing: -drawing.width)
    return Figure(tuple(drawings), title, inlines_in(caption), unit_printing(forms))


def _check_alike(pictures: Sequence[etree._Element]) -> None:
    """That each of `pictures`, before they are flattened, prints what the first prints. Raises HtmlError."""
    first = drawn_in(pictures[0])
    for svg in pictures[1:]:
        if strange := sorted(first ^ drawn_in(svg)):
            message = f'the pictures of a figure print the same forms; "{strange[0]}" is not in all of them'
            raise HtmlError(message, line_of(svg))
