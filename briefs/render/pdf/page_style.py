"""The CSS of one brief's pages, which completes the style sheet of the layout."""

from __future__ import annotations

import re

from briefs.model.addressing import copy_lines
from briefs.model.colours import tint
from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.model.sheet import POINTS_PER_MM, Sheet
from briefs.render.layout import Layout
from briefs.render.page_geometry import footer_copy_line, margins, small_type

_LINE = 1.25
"""The height of a line of the footer, in ems."""


def page_css(document: Document, layout: Layout) -> str:
    """The CSS that the layout's style sheet leaves open: paper, type size, accent, running header and footer."""
    accent = layout.accent(document.key)
    furniture = document.furniture
    running = furniture.running_lines if layout.sheet.is_large_print else furniture.running_line
    small = f"{small_type(layout.sheet)}pt"
    sides = " ".join(f"{side:g}mm" for side in _margins(document, layout.sheet))
    footer = "\n".join(filter(None, (furniture.footer, _copy(document, layout))))
    return f"""
html {{ font-size: {layout.sheet.size}pt; --small: {small}; --accent: {accent}; --tint: {tint(accent)} }}
[data-title] {{ bookmark-label: attr(data-title) }}
@page {{
  font-size: {small}; size: {layout.sheet.paper}; margin: {sides};
  @top-left {{ content: {css_string(running)} }}
  @bottom-left {{ content: {css_string(footer)} }}
  @bottom-right {{ content: {_page_number(document)} }}
}}
@page :first {{ @top-left {{ content: none }} }}
{_rooms(layout.sheet) if furniture.is_personal else ""}"""


def _copy(document: Document, layout: Layout) -> str:
    lines = copy_lines(document)
    return footer_copy_line(lines, layout.sheet, layout.letters) if lines else ""


def _rooms(sheet: Sheet) -> str:
    """The room for the line that says which copy it is: in the masthead and, below the footer, in the lower margin."""
    near = "padding-top: 3mm" if sheet.paper == "letter" and not sheet.is_large_print else ""
    return f""".copy {{ min-height: 1lh }}
@page {{ @bottom-left {{ white-space: pre-line; font-variant-ligatures: none; {near} }} @bottom-right {{ {near} }} }}
"""


def _margins(document: Document, sheet: Sheet) -> tuple[float, ...]:
    """The margins of the page in mm; large print, which has no page budget, has a larger one for one line more."""
    top, sides, bottom = margins(sheet)
    more = small_type(sheet) * _LINE / POINTS_PER_MM if document.furniture.is_personal and sheet.is_large_print else 0
    return top, sides, round(bottom + more, 1)


def _page_number(document: Document) -> str:
    """The page number as CSS content: strings and counters, in the order of the language."""
    phrase = phrases_for(document.properties.language).page_of
    parts = re.split(r"\{(page|pages)\}", phrase)
    return " ".join(f"counter({part})" if at % 2 else css_string(part) for at, part in enumerate(parts) if part)


def css_string(text: str) -> str:
    """`text` as a CSS string (CSS Syntax 3, 4.3.5): all but plain letters and digits escaped by code point."""
    return '"' + "".join(c if c.isalnum() or c in " .,-" else f"\\{ord(c):x} " for c in text) + '"'
