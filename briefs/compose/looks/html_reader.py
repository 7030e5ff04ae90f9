"""From the HTML of block templates to elements of the Document. Whatever the Document cannot hold is an error.

Block templates print well-formed XHTML of a small vocabulary: `p`, `ol`, `ul`, `li`, `table` (`caption`, `thead`,
`tbody`, `tr`, `th`, `td`), `figure` (`figcaption`, and what `figure_reader` says), and in text `strong`, `em`, `span
lang`, `a href`, `input type="checkbox"`, and at the end of a paragraph or item, or alone in a cell, `textarea rows`. A
paragraph, list item, row or figure is a unit if there is a form of a block in it.
"""

from __future__ import annotations

from typing import get_args

from lxml import etree

from briefs.compose.looks.figure_reader import read_graphic
from briefs.compose.looks.html_elements import (
    HtmlError,
    expect,
    forms_of,
    line_of,
    name_of,
    parse_html,
    reject_text,
)
from briefs.compose.looks.html_inlines import inlines_in
from briefs.compose.looks.html_tables import read_table
from briefs.compose.units import unit_printing
from briefs.model.diagnostics import nearest
from briefs.model.document import Content, Figure, Item, List, Paragraph, ParagraphRole
from briefs.model.inline import prints_anything

_ROLES = get_args(ParagraphRole)


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
        message = f'class "{role}" is not a role that a paragraph can have'
        raise HtmlError(message, line_of(element), role, nearest(role, _ROLES))
    children = inlines_in(element)
    if not prints_anything(children):
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
    if not prints_anything(children):
        raise HtmlError("an empty <li>", line_of(element))
    return Item(children, unit_printing(forms_of(element)))


def _figure(element: etree._Element) -> Figure:
    captions = element.findall("figcaption")
    if len(captions) != 1:
        raise HtmlError("a <figure> needs exactly one <figcaption>", line_of(element))
    graphic, caption = read_graphic(element), inlines_in(captions[0])
    forms = tuple(dict.fromkeys((*forms_of(captions[0]), *forms_of(element))))
    return Figure(graphic, caption, unit_printing(forms))
