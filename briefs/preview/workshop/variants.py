"""The last good state of a brief, as each edition that the page can show: its HTML, or laid out and written as PDF."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.document import Document
from briefs.model.library import Library
from briefs.model.sheet import USUAL, Sheet
from briefs.pipeline.clearance_status import check_clearance, with_clearances
from briefs.pipeline.document_origins import with_origins
from briefs.pipeline.order import Order
from briefs.preview.shown.state_views import SheetName
from briefs.preview.workshop.held import HeldBrief
from briefs.render.html.page import render_html
from briefs.render.layout import Layout
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf

SHEETS: dict[SheetName, Sheet] = {
    "a4": USUAL,
    "letter": Sheet("letter"),
    "a4-large": Sheet("A4", 18),
    "letter-large": Sheet("letter", 18),
}


_LAST: dict[tuple[str, str], tuple[Document, Library, Document]] = {}
"""The edition that was last asked for of each brief: what it was made from, and with its origins."""


def document_of(held: HeldBrief, status: str) -> Document:
    """What the brief says as a draft or as a cleared edition, and where its words come from."""
    settled = held.settled.document if status == "draft" else held.settled.fitted.document
    library = held.inputs.library
    before = _LAST.get((held.id, status))
    if before is not None and before[0] is settled and before[1] is library:
        return before[2]
    document = with_origins(held.inputs, settled)
    _LAST[held.id, status] = settled, library, document
    return document


def layout_for(held: HeldBrief, sheet: SheetName) -> Layout:
    """The look of the brief on a sheet."""
    assert held.job.layout is not None, "what has no layout is not held"
    return replace(held.job.layout, sheet=SHEETS[sheet])


def printed_of(held: HeldBrief, status: str) -> Document:
    """The brief as PDF and Word files have it: the record of a cleared edition says who has cleared it by now.

    Raises BriefsError if a file that says so cannot be opened.
    """
    document, inputs = document_of(held, status), held.inputs
    if status != "cleared":
        return document
    given = check_clearance(Order(inputs.project, status="cleared"), inputs, [document.key]).value
    return with_clearances(document, given.get(document.key, ()), inputs.house).value


def html_of(held: HeldBrief, status: str) -> str:
    """The brief as HTML, as it would be written."""
    return render_html(document_of(held, status), layout_for(held, "a4"))


def laid_out_of(held: HeldBrief, status: str, sheet: SheetName) -> LaidOut:
    """The brief in pages. Raises BriefsError or DocumentError, as `lay_out` does."""
    if status == "cleared" and sheet == "a4" and not held.is_first_look:
        return held.settled.fitted.laid_out
    return lay_out(document_of(held, status), layout_for(held, sheet))


def pdf_of(held: HeldBrief, status: str, sheet: SheetName) -> tuple[LaidOut, bytes]:
    """The brief in pages, and its PDF as it would be written. Raises BriefsError or DocumentError."""
    laid_out = laid_out_of(held, status, sheet)
    return laid_out, write_pdf(laid_out, printed_of(held, status))
