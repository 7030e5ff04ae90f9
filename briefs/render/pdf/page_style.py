"""The CSS of one brief's pages, which completes the style sheet of the layout."""

from __future__ import annotations

import re

from briefs.model.colours import tint
from briefs.model.document import Document
from briefs.model.phrases import phrases_for
from briefs.render.layout import Layout
from briefs.render.page_geometry import margins, small_type


def page_css(document: Document, layout: Layout) -> str:
    """The CSS that the layout's style sheet leaves open: paper, type size, accent, running header and footer."""
    accent = layout.accent(document.key)
    furniture = document.furniture
    running = furniture.running_lines if layout.sheet.is_large_print else furniture.running_line
    small = f"{small_type(layout.sheet)}pt"
    sides = " ".join(f"{side:g}mm" for side in margins(layout.sheet))
    return f"""
html {{ font-size: {layout.sheet.size}pt; --small: {small}; --accent: {accent}; --tint: {tint(accent)} }}
[data-title] {{ bookmark-label: attr(data-title) }}
@page {{
  font-size: {small}; size: {layout.sheet.paper}; margin: {sides};
  @top-left {{ content: {css_string(running)} }}
  @bottom-left {{ content: {css_string(furniture.footer)} }}
  @bottom-right {{ content: {_page_number(document)} }}
}}
@page :first {{ @top-left {{ content: none }} }}
"""


def _page_number(document: Document) -> str:
    """The page number as CSS content: strings and counters, in the order of the language."""
    phrase = phrases_for(document.properties.language).page_of
    parts = re.split(r"\{(page|pages)\}", phrase)
    return " ".join(f"counter({part})" if at % 2 else css_string(part) for at, part in enumerate(parts) if part)


def css_string(text: str) -> str:
    """`text` as a CSS string (CSS Syntax 3, 4.3.5): all but plain letters and digits escaped by code point."""
    return '"' + "".join(c if c.isalnum() or c in " .,-" else f"\\{ord(c):x} " for c in text) + '"'
