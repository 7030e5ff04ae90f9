"""Reports in PDF are recognised as a whole, and nothing on their pages is lost."""

from __future__ import annotations

import io
import unicodedata
from collections import Counter

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pytest

from briefs.model.diagnostics import DocumentError
from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    QuotationPiece,
    RowPiece,
)
from briefs.report.recognized import Recognized
from tests.report.pdf.builders import SENTENCE, drawn_pdf, report_of, set_pdf, text_at

BOTH = pytest.mark.parametrize("variant", [None, "pdf/ua-1"], ids=["untagged", "tagged"])


def report(variant: str | None) -> Recognized:
    return report_of(set_pdf(variant=variant))


def codes_of(content: bytes) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        recognize_pdf(content, "report.pdf")
    return [problem.code for problem in caught.value.diagnostics]


@BOTH
def test_each_line_is_in_exactly_one_piece(variant: str | None) -> None:
    found = report(variant)
    lines = Counter(line for piece in found.pieces for line in piece.lines)
    assert set(lines) == set(range(1, found.text.count("\n") + 2))
    assert set(lines.values()) == {1}


@BOTH
def test_each_character_that_a_page_shows_is_in_its_lines(variant: str | None) -> None:
    found, content = report(variant), set_pdf(variant=variant)
    pdf = pypdfium2.PdfDocument(content)
    try:
        pages = [page.get_textpage() for page in pdf]
        shown = "".join(page.get_text_range() for page in pages)
        for page in pages:
            page.close()
    finally:
        pdf.close()
    assert _characters(found.text) == _characters(shown.replace("\x02", "-").replace("\ufffe", "-"))


def _characters(text: str) -> Counter[str]:
    return Counter(one for one in unicodedata.normalize("NFKC", text) if one > " " and not one.isspace())


@BOTH
def test_headings_have_their_levels(variant: str | None) -> None:
    headings = [piece for piece in report(variant).pieces if isinstance(piece, HeadingPiece)]
    assert [(piece.hint.level, piece.text) for piece in headings] == [
        (1, "1. Tides"),
        (2, "1.1 Wells and sluices"),
        (1, "2. Boats"),
    ]


@BOTH
def test_paragraphs_are_whole_over_lines_columns_and_pages(variant: str | None) -> None:
    texts = [piece.text for piece in report(variant).pieces if isinstance(piece, ParagraphPiece)]
    assert texts == [
        f"{SENTENCE * 4}They asked for a timetable.¹",
        f"{SENTENCE * 3}They found *no* other way.²",
        f"{SENTENCE * 2}The three requests were:",
        (SENTENCE * 16).strip(),
        (SENTENCE * 2).strip(),
        f"{SENTENCE * 5}First column ends.",
        f"{SENTENCE * 5}Second column ends.",
    ]


@BOTH
def test_lists_are_nested_as_they_are_indented(variant: str | None) -> None:
    items = [piece for piece in report(variant).pieces if isinstance(piece, ItemPiece)]
    assert [(piece.depth, piece.marker, piece.text[:12]) for piece in items] == [
        (0, "•", "a lamp at ea"),
        (0, "•", "two keepers:"),
        (1, "1.", "one by day"),
        (1, "2.", "one by night"),
        (0, "•", "a bell"),
    ]
    assert len({piece.list_id for piece in items if piece.depth == 0}) == 1


@BOTH
def test_notes_quotations_captions_and_tables_are_told_apart(variant: str | None) -> None:
    pieces = report(variant).pieces
    assert [(piece.number, piece.text) for piece in pieces if isinstance(piece, FootnotePiece)] == [
        (1, "A timetable of the year before was lost."),
        (2, "See the minutes of the second meeting."),
    ]
    assert [piece.role for piece in pieces if isinstance(piece, QuotationPiece)] == ["pull", "block"]
    assert [piece.text for piece in pieces if isinstance(piece, PicturePiece)] == ["Figure 1: The quay at low water"]
    assert [(piece.is_head, piece.cells) for piece in pieces if isinstance(piece, RowPiece)] == [
        (True, ("Harbour", "Boats", "Keepers")),
        (False, ("Low Quay", "12", "2")),
        (False, ("North Steps, which was rebuilt after the storm", "7", "1")),
    ]


@BOTH
def test_titles_contents_running_heads_and_page_numbers_are_no_content(variant: str | None) -> None:
    matter = [piece for piece in report(variant).pieces if isinstance(piece, MatterPiece)]
    assert [piece.text for piece in matter if piece.role == "title"] == ["Small Harbours", "A report of the keepers"]
    assert len([piece for piece in matter if piece.role == "contents"]) == 4
    assert [piece.text for piece in matter if piece.role == "running head"] == ["1. Tides", "2. Boats"]
    assert [piece.text for piece in matter if piece.role == "page number"] == ["2 · 3 · 4 · 5"]


def test_pages_have_their_printed_numbers_and_properties_are_read() -> None:
    found = report(None)
    assert [page.label for page in found.pages] == ["1", "2", "3", "4", "5"]
    assert found.title == "Small Harbours"
    assert found.language == "en"


@pytest.mark.parametrize("title", ["Microsoft Word - x.doc", "report_final.indd", "untitled", "12-3"])
def test_a_title_that_a_program_made_of_the_name_of_a_file_is_none(title: str) -> None:
    assert _with_title(title).title == ""


def test_a_title_and_a_date_that_somebody_wrote_are_read() -> None:
    found = _with_title("Tides and wells")
    assert (found.title, found.date) == ("Tides and wells", "2024-05-31")


def _with_title(title: str) -> Recognized:
    with pikepdf.open(io.BytesIO(drawn_pdf(text_at(50, 300, "Low water comes early.")))) as pdf:
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/CreationDate"] = "D:20240531090000Z"
        written = io.BytesIO()
        pdf.save(written)
    return recognize_pdf(written.getvalue(), "report.pdf").value


def _scan() -> str:
    return "q 200 0 0 200 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n"


def test_a_report_without_text_is_an_error_that_names_recognition_of_text() -> None:
    with pytest.raises(DocumentError) as caught:
        recognize_pdf(drawn_pdf(_scan(), _scan()), "report.pdf")
    assert [str(problem) for problem in caught.value.diagnostics] == [
        "report.pdf: error: the report has no text, only pictures of its pages, as a scanner makes them "
        "[report-scanned]\n  hint: recognise the text with a program for that, for example: "
        "ocrmypdf --skip-text report.pdf report.pdf"
    ]


def test_pages_without_text_among_others_are_named() -> None:
    text = text_at(50, 300, "Low water comes early in the spring.")
    found = recognize_pdf(drawn_pdf(text, _scan(), text, _scan()), "report.pdf")
    assert [str(problem) for problem in found.problems] == [
        "report.pdf: warning: pages 2 and 4 of the PDF have only pictures and no text [report-pages-unread]\n"
        "  hint: recognise the text with a program for that, for example: ocrmypdf --skip-text report.pdf report.pdf"
    ]


def test_a_report_with_nothing_on_its_pages_is_empty() -> None:
    assert codes_of(drawn_pdf("", "")) == ["report-empty"]


def test_a_form_that_only_one_program_shows_is_an_error() -> None:
    with pikepdf.open(io.BytesIO(drawn_pdf(text_at(50, 300, "Please wait...")))) as pdf:
        xfa = pdf.make_stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'/>")
        pdf.Root.NeedsRendering = True
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]), XFA=xfa)
        written = io.BytesIO()
        pdf.save(written)
    assert codes_of(written.getvalue()) == ["report-form"]


def test_fonts_that_do_not_say_what_they_draw_are_named() -> None:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(300, 300))
    names = pikepdf.Array([1, *(pikepdf.Name(f"/g{number}") for number in range(1, 8))])
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name("/Unknown"),
        FirstChar=1,
        LastChar=7,
        Widths=pikepdf.Array([500] * 7),
        Encoding=pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=names),
    )
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    page.obj.Contents = pdf.make_stream(b"BT /F 12 Tf 50 200 Td <01020304050607> Tj ET")
    written = io.BytesIO()
    pdf.save(written)
    found = recognize_pdf(written.getvalue(), "report.pdf")
    assert [problem.code for problem in found.problems] == ["report-font-unknown"]
    assert found.value.text.count("\ufffd") == 7


def test_what_pictures_show_is_with_their_captions_or_by_itself() -> None:
    picture = (
        '<p><img style="width: 40pt" alt="{}" src="data:image/svg+xml,<svg xmlns=\'http://www.w3.org/2000/svg\' '
        + ("viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>\"></p>")
    )
    html = f"<h1>Tides</h1><p>{SENTENCE * 3}</p>{picture.format('A quay')}<p><b>Figure 1:</b> The quay</p>"
    found = report_of(set_pdf(f"{html}{picture.format('A bell')}<p>{SENTENCE * 3}</p>", "pdf/ua-1"))
    pictures = [piece for piece in found.pieces if isinstance(piece, PicturePiece)]
    assert [(piece.text, piece.alternative) for piece in pictures] == [("Figure 1: The quay", "A quay"), ("", "A bell")]


def test_the_caption_of_a_table_is_a_paragraph_above_it() -> None:
    html = f"<h1>Tides</h1><p>{SENTENCE * 3}</p><p style='font-size: 8pt'><b>Table 1:</b> Boats and keepers</p>"
    html += "<table><tr><th>Harbour</th><th>Boats</th></tr><tr><td>Low Quay</td><td>12</td></tr>"
    html += "<tr><td>North Steps</td><td>7</td></tr></table>"
    pieces = report_of(set_pdf(f"{html}<p>{SENTENCE * 3}</p>")).pieces
    assert not [piece for piece in pieces if isinstance(piece, PicturePiece)]
    texts = [piece.text if isinstance(piece, ParagraphPiece) else type(piece).__name__ for piece in pieces[2:6]]
    assert texts == ["Table 1: Boats and keepers", *["RowPiece"] * 3]
