"""Long words, wide names and high rows are broken where they must be; what still does not fit is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.check.printed_pages import lost_words
from briefs.model.document import Cell, Content, Document, Figure, Item, List, Note, Paragraph, Row, Table
from briefs.model.document_text import full_text
from briefs.model.figure import Event, Timeline
from briefs.model.inline import Link, NoteCall, Strong, Text
from briefs.model.sheet import TypeSize
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf
from tests.render.builders import document, layout, paragraph, read_back, row, section, text, unit
from tests.sampling import every

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ADDRESS = "https://example.org/" + "wells" * 50
NAME = "Low-Income-Pilot-Plan-24"
"""A name within which no line ends, as long as one can be."""
LINE = "Words that fill a line of the page and go on until they have filled it and one more. "


def table(*cells: str, rows: int = 1) -> Table:
    heads = tuple(text(f"Head {number}") for number in range(len(cells)))
    return Table(text("Caption"), heads, tuple(row(*cells) for _ in range(rows)))


def laid_out(brief: Document, size: TypeSize = 11) -> LaidOut:
    return lay_out(brief, layout(size=size))


def lost(brief: Document, pages: LaidOut) -> list[str]:
    return lost_words(full_text(brief), read_back(write_pdf(pages, brief)))


@pytest.mark.parametrize("size", every(2, [11, 18]))
@pytest.mark.parametrize(
    "content",
    [
        paragraph(f"{WORD} {ADDRESS}"),
        Paragraph((Link(ADDRESS, ADDRESS), Strong(text(WORD)), Text(WORD, is_whole=True))),
        Paragraph((Text("They said so (see "), Link(ADDRESS, ADDRESS), Text("), and (" + WORD + ")"))),
        List((Item(text(WORD)),)),
        table("And?", WORD, ADDRESS),
        table(*[NAME] * 8),
        replace(table(WORD, "b"), widths=(20, 80)),
    ],
)
@pytest.mark.parametrize("style", every(2, ["", "decision", "box", "end"]))
def test_what_is_longer_than_a_line_is_broken(content: Content, style: str, size: TypeSize) -> None:
    brief = document(section(content, heading=WORD, style=style), title=WORD)  # type: ignore[arg-type]  # one of them
    pages = laid_out(brief, size)
    assert pages.overflows == ()
    assert lost(brief, pages) == []


def captions_and_rows(pages: LaidOut) -> list[list[str]]:
    """For each page, the tags of its captions and of rows in the body of a table."""
    return [
        [box.element_tag for box in page._page_box.descendants() if box.element_tag in ("caption", "th", "td")]
        for page in pages.rendering.pages
    ]


@pytest.mark.parametrize("style", ["", "decision", "end"])
def test_a_row_as_high_as_a_page_begins_under_its_caption(style: str) -> None:
    brief = document(section(paragraph("Before."), table("a", LINE * 70, "b"), style=style))  # type: ignore[arg-type]
    pages = laid_out(brief)
    first = captions_and_rows(pages)[0]
    assert {"caption", "td"} <= set(first)
    assert lost(brief, pages) == []


def test_rows_that_must_stay_together_but_cannot_do_not_leave_their_caption_alone() -> None:
    brief = document(section(*[paragraph(LINE)] * 10, table("1", LINE * 30, rows=4)))
    for found in captions_and_rows(laid_out(brief)):
        assert ("caption" in found) <= ("td" in found)


def test_a_table_that_fits_is_not_divided() -> None:
    pages = laid_out(document(section(*[paragraph(LINE)] * 20, table("1", LINE * 4, rows=3))))
    assert all("style" not in element.attrib for element in pages.html.iter("tr"))


def test_what_no_breaking_helps_is_found_with_its_unit_and_page() -> None:
    many = Table((), tuple(text("H") for _ in range(40)), (row(*["word"] * 40, owner=unit("u1")),))
    found = laid_out(document(section(many))).overflows
    assert {(one.page, one.unit) for one in found if one.text.startswith("w")} == {(1, "u1")}
    assert all(one.beyond > 0 for one in found)


def test_a_picture_higher_than_its_page_is_found() -> None:
    events = tuple(Event(str(year), LINE) for year in range(1900, 1990))
    brief = document(section(Figure(Timeline(events), text("Dates"), unit("u1"))))
    pages = laid_out(brief)
    assert [(one.text, one.unit) for one in pages.overflows] == [("", "u1")]
    assert pages.without_pages().rendering is None
    assert pages.without_pages().overflows == pages.overflows


def test_a_note_longer_than_its_page_is_found() -> None:
    note = Note("n", unit("note"), text(LINE * 90), 1)
    brief = document(section(Paragraph((Text("Called"), NoteCall("n", 1)))), notes=(note,))
    assert {one.unit for one in laid_out(brief, 18).overflows} == {"note"}


def test_a_header_that_runs_off_the_paper_or_into_the_text_is_found() -> None:
    brief = document(section(*[paragraph(LINE)] * 50))
    for header in (WORD, LINE * 9):
        made = replace(brief, furniture=replace(brief.furniture, running_header=(header, "DRAFT")))
        assert laid_out(made).overflows


def test_a_cell_of_its_own_height_keeps_its_place() -> None:
    assert laid_out(document(section(Table((), ((Text("H"),),), (Row((Cell(text("c")),)),))))).overflows == ()
