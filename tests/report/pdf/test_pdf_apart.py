"""A PDF report is recognised in a process of its own, which finds the same, and may end as it will."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.limits import MB
from briefs.report.pdf.pdf_apart import recognize_pdf_apart
from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.recognizers import RECOGNIZERS

SMALL = (Path(__file__).parents[3] / "docs" / "small-harbours.pdf").read_bytes()


def test_the_same_is_found_as_in_this_process() -> None:
    assert recognize_pdf_apart(SMALL, "a.pdf") == recognize_pdf(SMALL, "a.pdf") == RECOGNIZERS[".pdf"](SMALL, "a.pdf")


def test_what_is_wrong_is_said_as_in_this_process() -> None:
    with pytest.raises(DocumentError) as here:
        recognize_pdf(b"%PDF-1.7", "a.pdf")
    with pytest.raises(DocumentError) as apart:
        recognize_pdf_apart(b"%PDF-1.7", "a.pdf")
    assert apart.value.diagnostics == here.value.diagnostics


def test_a_file_that_exhausts_whoever_reads_it_is_damaged() -> None:
    marks = b"/P BMC " * 500_000  # PDFium keeps each with all of those around it
    with pytest.raises(DocumentError) as raised:
        recognize_pdf_apart(_page(marks), "a.pdf", memory=300 * MB)
    (problem,) = raised.value.diagnostics
    assert problem.code == "report-damaged"
    assert problem.place.path == "a.pdf"
    assert problem.message.startswith("reading the file takes more than 18 seconds, or more than 300 MB of memory")
    assert problem.hint


def _page(stream: bytes) -> bytes:
    """A PDF with one page that has this content."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
    )
    body = b"".join(b"%d 0 obj %b endobj\n" % (number, one) for number, one in enumerate(objects, 1))
    return b"%PDF-1.7\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF\n"
