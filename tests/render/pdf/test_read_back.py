"""The words of a PDF as readers copy them."""

from __future__ import annotations

from briefs.render.pdf.pages import lay_out, write_pdf
from briefs.render.pdf.read_back import read_back
from tests.render.builders import document, layout, paragraph, section


def test_the_words_of_all_pages_are_read() -> None:
    brief = document(section(paragraph("One. " * 900), paragraph("The last word.")))
    pages = lay_out(brief, layout())
    printed = read_back(write_pdf(pages, brief))
    assert printed.split().count("One.") == 900
    assert "The last word." in printed
    assert f"Page {pages.pages} of {pages.pages}" in printed
