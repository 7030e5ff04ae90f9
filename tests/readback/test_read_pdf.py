"""The texts of a PDF: those of its pages, and every other one among its objects."""

from __future__ import annotations

import io

import pikepdf

from briefs.model.finished_file import FinishedFile
from briefs.readback.read_pdf import read_pdf
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.render.builders import document, layout, paragraph, section


def made(*texts: str) -> bytes:
    brief = document(section(*map(paragraph, texts)))
    return write_pdf(lay_out(brief, layout()), brief)


def changed(pdf: bytes, **root: pikepdf.Object) -> FinishedFile:
    """What is read in `pdf` with more entries in its root."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for name, value in root.items():
            opened.Root[f"/{name}"] = value
        out = io.BytesIO()
        opened.save(out)
    return read_pdf("a.pdf", out.getvalue())


def test_the_words_of_all_pages_are_read() -> None:
    read = read_pdf("a.pdf", made("One. " * 900, "The last word."))
    assert " ".join(page.text for page in read.body).split().count("One.") == 900
    assert "The last word." in read.body[-1].text
    assert read.body[-1].where == f"page {len(read.body)}"


def test_properties_bookmarks_metadata_and_attachments_are_read() -> None:
    read = read_pdf("a.pdf", made("Words."))
    said = {one.where for one in read.other}
    assert {"the metadata (XMP)", "an attachment", "a title or bookmark", "the author"} <= said
    assert any(one.where == "an attachment" and '"record"' in one.text for one in read.other)


def test_a_text_in_any_object_is_read_however_deep_it_lies() -> None:
    hidden = pikepdf.Dictionary(A=pikepdf.Array([pikepdf.Dictionary(Alt=pikepdf.String("zebra words"))]))
    read = changed(made("Words."), Hidden=hidden)
    assert ("an alternative text", "zebra words") in read.other


def test_all_texts_of_a_file_include_its_name() -> None:
    assert ("its name", "a.pdf") in list(read_pdf("a.pdf", made("Words.")).texts())
