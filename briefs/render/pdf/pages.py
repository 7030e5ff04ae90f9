"""Render a Document as PDF: lay out its HTML in pages, measure them, write them, finish them.

WeasyPrint lays out and writes; measuring is how a brief is fitted to its pages; `conformance` finishes the file.
"""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError, Fault, Place
from briefs.model.document import Document
from briefs.model.overflow import Overflow
from briefs.model.phrases import phrases_for
from briefs.model.record import FILE_NAME, record_json
from briefs.model.taking_turns import at_engine
from briefs.model.web_annotation import PROVENANCE_NAME, PROVENANCE_TYPE, provenance_json
from briefs.render.engine.bounded_layout import bounded_layout
from briefs.render.engine.kept_style_sheets import style_sheet
from briefs.render.engine.loading import complaints_kept, complaints_raised, load_engine, offline_fetcher
from briefs.render.engine.released_fonts import released_fonts
from briefs.render.html.page import print_html
from briefs.render.layout import REDLINE_PATH, Layout
from briefs.render.pdf.attachments import Attachment
from briefs.render.pdf.box_ends import end_boxes_with_text
from briefs.render.pdf.conformance import finish_pdf
from briefs.render.pdf.footnotes import keep_notes_with_calls
from briefs.render.pdf.leaves import marked_leaves
from briefs.render.pdf.page_areas import overflows, relax
from briefs.render.pdf.page_style import page_css
from briefs.render.pdf.positions import POINTS_PER_PIXEL, Extent, has_text, unit_extents, used_height
from briefs.render.pdf.style_sheet_faults import PATH, style_sheet_faults

T = TypeVar("T")

_NOT_SHOWN = "the style sheet does not show all that is in it;"
"""What is wrong if pages do not have what the HTML has that they were laid out from."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A brief in pages.

    `fill` is the used share of the last page's height, footnotes included; `height` is the height of the text area in
    points; `units` maps the names of units to their positions. `rendering` is the document of WeasyPrint, and `html`
    the root element that it was laid out from; `fonts` is the folder of its fonts. If it `is_as_written`, nothing in
    that had to be changed for its pages. Without a `rendering`, what was found to overflow is `kept_overflows`.
    """

    pages: int
    fill: float
    height: float
    units: Mapping[str, tuple[Extent, ...]]
    rendering: Any = field(repr=False, compare=False)
    html: Any = field(repr=False, compare=False)
    fonts: Path = field(repr=False, compare=False)
    is_as_written: bool = field(default=False, repr=False, compare=False)
    kept_overflows: tuple[Overflow, ...] = field(default=(), repr=False, compare=False)

    @property
    def overflows(self) -> tuple[Overflow, ...]:
        """What does not lie within the text area, in reading order."""
        return self.kept_overflows if self.rendering is None else tuple(overflows(self.rendering))

    def without_pages(self) -> LaidOut:
        """The same without the pages themselves, which take much memory."""
        return replace(self, rendering=None, html=None, kept_overflows=self.overflows)

    @property
    def room(self) -> float:
        """The free height of the text area on the last page, in points."""
        return self.height * (1 - self.fill)


@at_engine
def lay_out(document: Document, layout: Layout, key: str = "") -> LaidOut:
    """`document` in pages; `key` explains the marks of a redline.

    Raises BriefsError if fonts or system libraries are missing, and DocumentError for what cannot be applied of the
    style sheet.
    """
    _let_go_of_last()
    engine = load_engine(layout.fonts)
    fetcher = offline_fetcher(engine)
    styles = [
        _style_sheet(engine, layout.print_css, PATH),
        *([_style_sheet(engine, layout.redline_css, REDLINE_PATH)] if layout.redline_css else []),
        _page_sheet(engine, page_css(document, layout)),
    ]
    page = print_html(document, layout, key)

    def rendered() -> tuple[Any, Any, bool]:
        with complaints_raised():
            html = engine.HTML(string=page, url_fetcher=fetcher)
            rendering = html.render(released_fonts(layout.fonts), stylesheets=styles)
            is_as_written = True
            while relax(rendering) or keep_notes_with_calls(rendering):
                rendering = html.render(released_fonts(layout.fonts), stylesheets=styles)
                is_as_written = False
            end_boxes_with_text(rendering)
            return html, rendering, is_as_written

    html, rendering, is_as_written = _once(
        (document, layout, key), lambda: bounded_layout(_named(document), PATH, rendered)
    )

    def measured() -> tuple[float, dict[str, tuple[Extent, ...]]]:
        names = {unit.tag: unit.name for unit in document.units()}
        return used_height(rendering.pages[-1]._page_box), unit_extents(rendering, names)

    if not any(has_text(page._page_box) for page in rendering.pages):
        raise BriefsError("the style sheet shows no text", "correct `display` in templates/layout/print.css")
    used, units = bounded_layout(_named(document), PATH, measured, _NOT_SHOWN)
    _last["pages"] = len(rendering.pages)
    height = rendering.pages[-1]._page_box.height * POINTS_PER_PIXEL
    if not height > 0:
        message = f"the last page of {_named(document)} has no room for text"
        fault = Fault("layout-stopped", message, "correct `@page`: the program sets the size and margins of pages")
        raise DocumentError([fault.at(Place(PATH))])
    return LaidOut(
        pages=len(rendering.pages),
        fill=used / height,
        height=height,
        units=units,
        rendering=rendering,
        html=html.etree_element,
        fonts=layout.fonts,
        is_as_written=is_as_written,
    )


_MANY_PAGES = 10
"""From so many pages on, it pays to look for what is left of a layout that nobody needs: each page takes two MB, and
its boxes refer to each other. In a command, garbage of this kind is looked for seldom."""
_last = {"pages": 0}
"""How many pages the last layout had, if it has not been looked for yet."""


def _let_go_of_last() -> None:
    """Let go of the last layout if it is large and nobody needs it."""
    if _last["pages"] > _MANY_PAGES:
        gc.collect()
        _last["pages"] = 0


_stopped: list[tuple[Any, tuple[Diagnostic, ...]]] = []
"""What could not be laid out last, with what was said of it: whoever looks for other mistakes asks for it again."""


def _once(what: tuple[Document, Layout, str], work: Callable[[], T]) -> T:
    """What `work` returns, which lays out `what`; if it was stopped before, it is not done again. Raises as `work`."""
    for stopped, said in _stopped:
        if stopped == what:
            raise DocumentError(said)
    try:
        return work()
    except DocumentError as error:
        _stopped[:] = [(what, error.diagnostics)]
        raise


def write_pdf(laid_out: LaidOut, document: Document, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """The PDF of `document` as laid out: tagged, archivable, and with the same bytes for the same input.

    The record and the provenance of the edition are attached, and `attachments` after them. Raises BriefsError for a
    picture that cannot be drawn.
    """
    phrases = phrases_for(document.properties.language)
    record = Attachment(FILE_NAME, "application/json", phrases.record, record_json(document))
    annotations = provenance_json(document)
    provenance = Attachment(PROVENANCE_NAME, PROVENANCE_TYPE, phrases.provenance, annotations, "Supplement")
    return write_redline_pdf(laid_out, document, (record, provenance, *attachments))


@at_engine
def write_redline_pdf(laid_out: LaidOut, document: Document, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """The same without record and provenance: a redline is no edition, and must not pass for one."""

    def written() -> bytes:
        with complaints_raised(), warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint leaves its colour profile open
            # Uncompressed, since finishing reads and compresses every page anyway.
            pages: bytes = laid_out.rendering.write_pdf(pdf_variant="pdf/a-3a", uncompressed_pdf=True)
            return pages

    pages = bounded_layout(_named(document), PATH, written)
    _let_go_of_last()  # and of what writing it needed

    def finished() -> bytes:
        return finish_pdf(
            pages,
            laid_out.html,
            marked_leaves(laid_out.rendering),
            document.properties,
            laid_out.fonts,
            attachments,
            document.furniture.copy,
        )

    return bounded_layout(_named(document), PATH, finished, _NOT_SHOWN)


@at_engine
def write_page(laid_out: LaidOut, number: int) -> bytes:
    """A page of what is laid out, counted from 1, as a PDF for a look at it: with the same pixels, but without links,
    bookmarks and attachments, neither tagged nor archivable, and not compressed. Raises BriefsError for a picture that
    cannot be drawn."""
    page = copy(laid_out.rendering.pages[number - 1])
    page.links, page.anchors, page.bookmarks = [], {}, []  # they lead to other pages

    def written() -> bytes:
        with complaints_raised():
            content: bytes = laid_out.rendering.copy([page]).write_pdf(uncompressed_pdf=True)
            return content

    return bounded_layout("a brief", PATH, written)


def _named(document: Document) -> str:
    """The brief as messages call it."""
    return f"the brief for {document.audience}"


@lru_cache(maxsize=64)
def _page_sheet(engine: ModuleType, css: str) -> Any:
    """What completes the style sheet, parsed once for all layouts of a brief on a sheet."""
    return engine.CSS(string=css, url_fetcher=offline_fetcher(engine))


@lru_cache(maxsize=4)
def _style_sheet(engine: ModuleType, css: str, path: str) -> Any:
    """A style sheet of the layout, parsed once for all briefs."""
    with complaints_kept(logging.WARNING) as messages:
        fetcher = offline_fetcher(engine)

        def read() -> Any:
            return bounded_layout("a brief", path, lambda: engine.CSS(string=css, url_fetcher=fetcher))

        sheet = style_sheet(engine, css, read, lambda: not messages)
    if faults := tuple(style_sheet_faults(messages, css, engine.css.properties.KNOWN_PROPERTIES, path)):
        raise DocumentError(faults)
    return sheet
