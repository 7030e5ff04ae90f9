"""Render a Document as PDF: lay out its HTML in pages, measure them, write them, finish them.

Laying out is for WeasyPrint and measuring is how a brief is fitted to its pages; `finish` makes of what WeasyPrint
writes one file that is PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import ModuleType
from typing import Any

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.model.record import FILE_NAME, record_json
from briefs.model.sheet import TypeSize
from briefs.render.html.page import print_html
from briefs.render.layout import Layout, tint
from briefs.render.pdf.conformance import Attachment, finish_pdf
from briefs.render.pdf.engine import complaints_raised, load_engine, offline_fetcher
from briefs.render.pdf.footnotes import mend_notes
from briefs.render.pdf.structure_tree import marked_leaves

POINTS_PER_PIXEL = 0.75
"""72 points and 96 CSS pixels an inch."""

_SMALL: Mapping[TypeSize, float] = {11: 9, 14: 12}
"""Points of small type, the same as in Word."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a unit, or the part of it that is on one page, stands: page from 1, top and bottom in points below the top
    of the text area."""

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A brief in pages.

    `fill` is the share of the last page's height that is used, foot notes included; `height` the height of the text
    area and `room` what is free of it on the last page, in points; `units` maps the names of units to where they stand.
    """

    pages: int
    fill: float
    height: float
    units: Mapping[str, tuple[Extent, ...]]
    rendering: Any = field(repr=False, compare=False)
    html: Any = field(repr=False, compare=False)

    @property
    def room(self) -> float:
        return self.height * (1 - self.fill)


def lay_out(document: Document, layout: Layout) -> LaidOut:
    """`document` in pages.

    Raises BriefsError when fonts or system libraries are missing, and for a style sheet that WeasyPrint cannot follow.
    """
    engine = load_engine(layout.fonts)
    fetcher = offline_fetcher(engine)
    styles = [
        _style_sheet(engine, layout.print_css),
        engine.CSS(string=page_css(document, layout), url_fetcher=fetcher),
    ]
    with complaints_raised():
        html = engine.HTML(string=print_html(document, layout), url_fetcher=fetcher)
        rendering = html.render(stylesheets=styles)
        while mend_notes(rendering):
            rendering = html.render(stylesheets=styles)
    last = rendering.pages[-1]._page_box
    if not (last.children and getattr(last.children[0], "children", ())):
        raise BriefsError("the style sheet shows no text", "mend display in templates/layout/print.css")
    height = last.height * POINTS_PER_PIXEL
    return LaidOut(
        pages=len(rendering.pages),
        fill=_used(last) * POINTS_PER_PIXEL / height,
        height=height,
        units=_extents(rendering, {unit.tag: unit.name for unit in document.units()}),
        rendering=rendering,
        html=html.etree_element,
    )


def write_pdf(laid_out: LaidOut, document: Document, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """The PDF of `document` as laid out, with its record inside: tagged, archivable, the same bytes for the same input.

    Raises BriefsError for a picture that cannot be drawn.
    """
    with complaints_raised(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
        # Uncompressed, since finishing reads every page and compresses once.
        pages = laid_out.rendering.write_pdf(pdf_variant="pdf/a-3a", uncompressed_pdf=True)
    record = Attachment(
        FILE_NAME,
        "application/json",
        "What each unit was made from: addresses, positions, hashes",
        record_json(document),
    )
    leaves = marked_leaves(laid_out.rendering)
    return finish_pdf(pages, laid_out.html, leaves, document.properties, (record, *attachments))


@lru_cache(maxsize=4)
def _style_sheet(engine: ModuleType, css: str) -> Any:
    """The style sheet of the layout, parsed once for all briefs."""
    with complaints_raised(logging.WARNING):
        return engine.CSS(string=css, url_fetcher=offline_fetcher(engine))


def page_css(document: Document, layout: Layout) -> str:
    """What the layout's style sheet leaves open: paper, type size, accent, texts of running header and footer."""
    accent = layout.accent(document.audience)
    furniture = document.furniture
    running = furniture.running_lines if layout.sheet.is_large_print else furniture.running_line
    small = f"{_SMALL[layout.sheet.size]}pt"
    margins = " ".join(f"{side:g}mm" for side in layout.margins)
    return f"""
html {{ font-size: {layout.sheet.size}pt; --small: {small}; --accent: {accent}; --tint: {tint(accent)} }}
@page {{
  font-size: {small}; size: {layout.sheet.paper}; margin: {margins};
  @top-left {{ content: {css_string(running)} }}
  @bottom-left {{ content: {css_string(furniture.footer)} }}
  @bottom-right {{ content: "Page " counter(page) " of " counter(pages) }}
}}
@page :first {{ @top-left {{ content: none }} }}
"""


def css_string(text: str) -> str:
    """`text` as a CSS string (CSS Syntax 3, 4.3.5): all but plain letters and digits escaped by code point."""
    return '"' + "".join(c if c.isalnum() or c in " .,-" else f"\\{ord(c):x} " for c in text) + '"'


def _used(page_box: Any) -> float:
    """How far down the text of a page goes, and its foot notes with it, in pixels."""
    html, *areas = page_box.children
    body = html.children[-1]
    notes = sum(area.margin_height() for area in areas if type(area).__name__ == "FootnoteAreaBox")
    used: float = body.border_box_y() + body.border_height() - page_box.content_box_y() + notes
    return used


def _extents(rendering: Any, names: Mapping[str, str]) -> dict[str, tuple[Extent, ...]]:
    """Where units stand, by their names, which `names` gives for the tags that are ids in the HTML."""
    extents: dict[str, list[Extent]] = {}
    for number, page in enumerate(rendering.pages, start=1):
        top = page._page_box.content_box_y()
        for box in page._page_box.descendants():
            unit = None if box.element is None else names.get(box.element.get("id"))
            if unit is None or any(extent.page == number for extent in extents.get(unit, ())):
                continue
            start = (box.border_box_y() - top) * POINTS_PER_PIXEL
            end = start + box.border_height() * POINTS_PER_PIXEL
            extents.setdefault(unit, []).append(Extent(number, round(start, 2), round(end, 2)))
    return {unit: tuple(parts) for unit, parts in extents.items()}
