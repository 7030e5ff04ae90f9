"""Whether the pages of two PDFs look the same."""

from __future__ import annotations

import io

import pikepdf

from briefs.verification.page_pictures import pages_look_alike
from tests.signing.samples import plain_pdf


def changed(more: bytes, pages: int = 2) -> bytes:
    """A PDF with something drawn over its first page, and the first of its pages."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(plain_pdf())) as pdf:
        pdf.pages[0].contents_add(more)
        del pdf.pages[pages:]
        pdf.save(made)
    return made.getvalue()


def test_the_same_pages_look_alike_however_they_are_written() -> None:
    assert pages_look_alike(plain_pdf(), changed(b"q Q")) is True


def test_a_word_struck_out_or_a_page_that_is_gone_is_seen() -> None:
    assert pages_look_alike(plain_pdf(), changed(b"q 90 700 60 1 re f Q")) is False
    assert pages_look_alike(plain_pdf(), changed(b"", pages=1)) is False


def test_what_is_no_pdf_cannot_be_drawn() -> None:
    assert pages_look_alike(plain_pdf(), b"%PDF-") is None
