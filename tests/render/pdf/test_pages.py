"""Laying out a brief in pages, and the text of the PDF."""

from __future__ import annotations

import gc
import io
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.diagnostics import BriefsError
from briefs.model.document import Cell, Document, List, Note, Paragraph, Row, Table
from briefs.model.inline import NoteCall, Text
from briefs.model.sheet import Paper, TypeSize
from briefs.render.pdf import pages
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf
from tests.render.builders import LAYOUT_FOLDER, document, item, layout, paragraph, pdf_text, row, section, text, unit
from tests.render.specimen import specimen

MM = 72 / 25.4
LINE = 15.2 + 4.5
FILLER = "Words that fill a line of the page and go on until they have filled it and one more. " * 2


def pages_of(brief: Document) -> list[str]:
    return pdf_text(write_pdf(lay_out(brief, layout()), brief))


@cache
def laid_out_specimen() -> LaidOut:
    return lay_out(specimen(), layout())


def test_two_renders_are_the_same_bytes() -> None:
    first, second = (write_pdf(lay_out(specimen(), layout()), specimen()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize(("pages_of_last", "collected"), [(60, 1), (3, 0)])
def test_what_is_left_of_a_large_layout_is_let_go_of(
    pages_of_last: int, collected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(pages._last, "pages", pages_of_last)
    with mock.patch.object(gc, "collect") as collect:
        laid_out = lay_out(specimen(), layout())
    assert collect.call_count == collected
    assert pages._last["pages"] == laid_out.pages


def test_text_stands_in_the_order_of_the_guide() -> None:
    brief = document(
        section(paragraph("Paragraph.", unit("u1", "a", number=1)), List((item("Item.", unit("u2", "b", number=2)),))),
        section(Table(text("Caption"), (text("Head"),), (row("Cell"),), number=3), heading="Other"),
    )
    [page] = pages_of(brief)
    assert page == (
        "Issuer Series R/1 · 12 March 2026 · Version 0.3 · English DRAFT Limited Title About. "
        "Heading 1 Paragraph. 2 Item. Other 3 Caption Head Cell R/1 · Limited Page 1 of 1"
    )


def test_ligatures_are_left_out_so_that_words_are_found() -> None:
    [page] = pages_of(document(section(paragraph("office finance fluent attitude"))))
    assert "Heading office finance fluent attitude" in page


def test_the_running_header_begins_on_the_second_page_and_the_footer_on_the_first() -> None:
    brief = document(section(*[paragraph(FILLER)] * 30))
    first, second = pages_of(brief)
    assert ("Running header" in first, "R/1 · Limited Page 1 of 2" in first) == (False, True)
    assert ("Running header" in second, "R/1 · Limited Page 2 of 2" in second) == (True, True)


@pytest.mark.parametrize(("size", "lines"), [(11, ["Running header · DRAFT"]), (18, ["Running header", "DRAFT"])])
def test_the_running_header_is_two_lines_in_large_print_with_no_dot_between_them(
    size: TypeSize, lines: list[str]
) -> None:
    laid_out = lay_out(document(section(*[paragraph(FILLER)] * 30)), layout(size=size))
    [box] = [
        box for box in laid_out.rendering.pages[1]._page_box.children if getattr(box, "at_keyword", "") == "@top-left"
    ]
    found = ["".join(getattr(part, "text", "") for part in line.descendants()) for line in _lines_of(box)]
    assert [" ".join(line.split()) for line in found] == lines


def test_a_note_stands_on_the_page_of_its_call() -> None:
    called = Row((Cell((Text("Called"), NoteCall("n", 1))),))
    brief = document(
        section(*[paragraph(FILLER)] * 24, Table((), (text("Head"),), (row("Cell"), called))),
        section(*[paragraph(FILLER)] * 24, heading="Other"),
        notes=(Note("n", unit("u9"), text("Text of the note."), 1),),
    )
    [page] = [page for page in pages_of(brief) if "Called" in page]
    assert "1 Text of the note." in page


@pytest.mark.parametrize(("size", "measure"), [(11, 156), (18, 170)])
@pytest.mark.parametrize(("paper", "width", "height"), [("A4", 210.0, 297.0), ("letter", 215.9, 279.4)])
def test_the_measure_is_the_same_on_either_paper(
    paper: Paper, width: float, height: float, size: TypeSize, measure: float
) -> None:
    laid_out = lay_out(document(section(paragraph(FILLER, unit("u1")))), layout(paper, size))
    with pikepdf.open(io.BytesIO(write_pdf(laid_out, document()))) as pdf:
        box = [float(side) / MM for side in pdf.pages[0].mediabox]
    assert box == pytest.approx([0, 0, width, height], abs=0.1)
    high = {("A4", 11): 251, ("letter", 11): 246.8, ("A4", 18): 245, ("letter", 18): 227.4}
    assert laid_out.height / MM == pytest.approx(high[paper, size], abs=0.1)
    left, right = _text_area(laid_out)
    assert (right - left) / MM == pytest.approx(measure, abs=0.1)


def test_the_masthead_is_at_most_30_mm_high() -> None:
    page = laid_out_specimen().rendering.pages[0]._page_box
    [masthead] = [box for box in page.descendants() if box.element_tag == "header"]
    assert masthead.border_height() * 0.75 / MM <= 30


def test_a_page_is_full_before_the_next_begins() -> None:
    full = lay_out(_lines(_fitting()), layout())
    assert full.pages == 1
    assert full.room < LINE
    assert lay_out(_lines(_fitting() + 1), layout()).pages == 2


def test_a_decision_box_is_never_split() -> None:
    asks = List(tuple(item(FILLER, unit(f"u{n}")) for n in range(1, 11)))
    brief = document(section(*[paragraph(FILLER)] * 14), section(asks, heading="Decide", style="decision"))
    laid_out = lay_out(brief, layout())
    assert laid_out.pages == 2
    assert {part.page for parts in laid_out.units.values() for part in parts} == {2}


def test_a_table_row_is_never_split_and_its_head_is_repeated() -> None:
    rows = tuple(row(FILLER, FILLER, owner=unit(f"u{n}")) for n in range(1, 31))
    brief = document(section(Table((), (text("First head"), text("Second head")), rows)))
    laid_out = lay_out(brief, layout())
    assert laid_out.pages > 1
    assert all(len(parts) == 1 for parts in laid_out.units.values())
    assert ["First head Second head" in page for page in pdf_text(write_pdf(laid_out, brief))] == [
        True
    ] * laid_out.pages


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    brief = document(
        section(*[paragraph("Line.")] * (_fitting() - 2)),
        section(paragraph(FILLER * 2), heading="A heading of its own"),
    )
    first, second = pages_of(brief)
    assert "A heading of its own" not in first
    assert "A heading of its own" in second


def test_a_table_does_not_follow_the_list_after_it_to_the_next_page() -> None:
    table = Table(text("A short table"), (text("Column"),), tuple(row(f"Row {number}.") for number in range(3)))
    listed = List(tuple(item(f"Item {number}.") for number in range(3)))
    for lines in range(_fitting() - 6, _fitting() - 3):
        before = [paragraph("Line.")] * lines
        alone, listing = (pages_of(document(section(*before, table, *after)))[0] for after in ([], [listed]))
        assert ("Row 2." in alone) == ("Row 2." in listing)


@pytest.mark.parametrize("before", range(30, 46, 3))
def test_a_last_page_is_more_than_a_line_or_two(before: int) -> None:
    sources = Paragraph(text(FILLER * 8), "small")
    after = (Paragraph(text(words), "small") for words in (FILLER, "Rule.", "Contact."))
    brief = document(
        section(*[paragraph("Line.")] * before), replace(section(sources, *after, style="end"), id="sources")
    )
    laid_out = lay_out(brief, layout(size=18))
    last = [box for box in laid_out.rendering.pages[-1]._page_box.descendants() if type(box).__name__ == "LineBox"]
    assert [box.element_tag for box in last].count("p") >= 6


@pytest.mark.parametrize("notes", range(24, 32))
def test_a_table_to_sign_stays_whole_and_takes_no_note_along(notes: int) -> None:
    listed = List(tuple(item(f"Note {number}.") for number in range(notes)), "plain")
    offices = Table(text("Offices"), (text("Office"),), tuple(row(f"Office {n}") for n in "ABCD"), style="clearance")
    noted = document(replace(section(listed, heading="Notes", style="end"), id="clearing-notes"))
    clearance = replace(section(offices, heading="Clearance", style="end"), id="clearance")
    brief = replace(noted, sections=(*noted.sections, clearance))
    alone, signed = (pdf_text(write_pdf(lay_out(made, layout(size=18)), made)) for made in (noted, brief))
    wanted = ["Clearance", "Offices", *(f"Office {n}" for n in "ABCD")]
    assert [words for words in wanted if words not in signed[-1]] == []
    assert [f"Note {notes - 1}." in page for page in alone] == [
        f"Note {notes - 1}." in page for page in signed[: len(alone)]
    ]


def test_large_print_has_larger_type_and_more_pages() -> None:
    large = lay_out(specimen(), layout(size=18))
    normal = laid_out_specimen()
    assert large.pages + large.fill > normal.pages + normal.fill
    brief = document(section(paragraph("Words.", unit("u1"))))
    [line] = lay_out(brief, layout(size=18)).units["u1"]
    assert line.bottom - line.top == pytest.approx(18 * 1.382, abs=0.05)


def test_fonts_are_those_of_the_layout() -> None:
    with pikepdf.open(io.BytesIO(write_pdf(laid_out_specimen(), specimen()))) as pdf:
        fonts = {
            str(font.BaseFont).partition("+")[2]
            for page in pdf.pages
            for font in page.Resources.Font.as_dict().values()
        }
    assert fonts == {"Carlito", "Carlito-Bold", "Carlito-Italic", "DejaVu-Sans"}


def test_fonts_that_are_not_there_are_a_fault_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"fonts\.conf is missing$"):
        lay_out(document(), replace(layout(), fonts=tmp_path))


def _lines_of(box: Any) -> list[Any]:
    return [line for line in box.descendants() if type(line).__name__ == "LineBox"]


@cache
def _fitting() -> int:
    """How many paragraphs of one line fit on a page."""
    return 1 + int(lay_out(_lines(1), layout()).room / LINE)


def _lines(count: int) -> Document:
    return document(section(*[paragraph("Line.")] * count))


def _text_area(laid_out: LaidOut) -> tuple[float, float]:
    page = laid_out.rendering.pages[0]._page_box
    left = page.content_box_x() * 0.75
    return left, left + page.width * 0.75


@cache
def _letters() -> str:
    """What Carlito has and a PDF gives back as it was: one character a glyph, left to right, unchanged by NFKC."""
    cmap = TTFont(LAYOUT_FOLDER / "fonts" / "Carlito-Regular.ttf").getBestCmap()
    shared = Counter(cmap.values())
    characters = (chr(code) for code, glyph in cmap.items() if shared[glyph] == 1)
    return "".join(
        c
        for c in characters
        if unicodedata.category(c)[0] in "LNPS"
        and unicodedata.bidirectional(c) not in ("R", "AL")
        and unicodedata.normalize("NFKC", c) == c
    )


@settings(max_examples=40)
@given(words=st.lists(st.text(st.deferred(lambda: st.sampled_from(_letters())), min_size=1, max_size=12), min_size=1))
def test_any_text_that_the_fonts_have_survives(words: list[str]) -> None:
    brief = document(section(paragraph(" ".join(words))))
    [page] = pages_of(brief)
    characters = "".join(page.partition("Heading")[2].removesuffix("R/1 · Limited Page 1 of 1").split())
    assert unicodedata.normalize("NFKC", characters) == unicodedata.normalize("NFKC", "".join(words))
