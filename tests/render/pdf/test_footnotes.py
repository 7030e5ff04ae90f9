"""A note is printed on the page of its call, wherever on the page that is and whatever follows."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.document import Cell, Content, Document, Item, List, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Inline, NoteCall, Text
from briefs.model.sheet import TypeSize
from briefs.render.pdf.pages import lay_out
from tests.render.builders import document, layout, paragraph, row, section, text, unit

LINE = "Words that fill a line of the page and go on until they have filled it and one more. "
STYLES: tuple[Literal["", "decision", "box", "end"], ...] = ("", "decision", "box", "end")


def pages_of_notes(brief: Document, size: TypeSize) -> list[tuple[set[str], set[str]]]:
    """For each page, the notes that are called on it and those that are printed on it."""
    pages = []
    for page in lay_out(brief, layout(size=size)).rendering.pages:
        flow, *areas = page._page_box.children
        notes = [area for area in areas if type(area).__name__ == "FootnoteAreaBox"]
        pages.append((_ids([flow], "a", "-call"), _ids(notes, "span", "")))
    return pages


def _ids(roots: list[Any], tag: str, ending: str) -> set[str]:
    """The ids of notes among the elements `tag` of these boxes, which end in `ending`."""
    ids = (box.element.get("id") or "" for root in roots for box in root.descendants() if box.element_tag == tag)
    return {id.removesuffix(ending) for id in ids if id.startswith("note") and id.endswith(ending)}


def called(words: str) -> tuple[Inline, ...]:
    return (Text(words), NoteCall("n", 1))


@pytest.mark.parametrize("size", [11, 18])
def test_a_call_does_not_part_the_lines_of_its_paragraph(size: TypeSize) -> None:
    words = (*called(LINE * 3), Text(f" {LINE * 3}"))
    brief = document(section(Paragraph(words, unit=unit("u1"))), notes=(Note("n", unit("note"), text("Note."), 1),))
    [page] = lay_out(brief, layout(size=size)).rendering.pages
    lines = [box for box in page._page_box.descendants() if type(box).__name__ == "LineBox" and box.element_tag == "p"]
    tops = [line.position_y for line in lines if line.element.get("id") == "u1"]
    assert [lower - upper for upper, lower in pairwise(tops)] == pytest.approx([size / 0.75 * 1.382] * (len(tops) - 1))
    assert len(tops) > 3


@pytest.mark.parametrize("size", [11, 18])
@pytest.mark.parametrize("before", range(20, 26))
def test_a_paragraph_that_is_divided_does_not_push_a_note_away(before: int, size: TypeSize) -> None:
    brief = document(
        section(
            *(paragraph(LINE * 2 if number % 3 else "One.") for number in range(before)),
            Paragraph(called("Called")),
            *[paragraph(LINE * 6)] * 3,
        ),
        notes=(Note("n", unit("note"), text(LINE * 3), 1),),
    )
    pages = pages_of_notes(brief, size)
    assert [page for page in pages if page[0] != page[1]] == []
    assert any(page[0] for page in pages)


@pytest.mark.parametrize("size", [11, 18])
@pytest.mark.parametrize("before", range(20, 26))
def test_neither_does_a_table_that_is_divided(before: int, size: TypeSize) -> None:
    rows = (row("One"), Row((Cell(called("Called")),)), *[row(LINE * 2)] * 6)
    brief = document(
        section(*[paragraph(LINE)] * before, Table(text("Caption"), (text("Head"),), rows), paragraph(LINE * 4)),
        notes=(Note("n", unit("note"), text(LINE * 3), 1),),
    )
    pages = pages_of_notes(brief, size)
    assert [page for page in pages if page[0] != page[1]] == []


@st.composite
def briefs(draw: st.DrawFn) -> Document:
    """Two to four sections of paragraphs, lists and tables with up to five notes anywhere in them."""
    notes: list[Note] = []

    def words(most: int) -> tuple[Inline, ...]:
        said = Text(LINE * draw(st.integers(0, most)) + "End.")
        if len(notes) == 5 or draw(st.integers(0, 3)):
            return (said,)
        number = len(notes) + 1
        notes.append(Note(f"n{number}", unit(f"note{number}"), text(LINE * draw(st.integers(1, 3))), number))
        return (said, NoteCall(f"n{number}", number))

    def content() -> Content:
        count = draw(st.integers(1, 7))
        match draw(st.sampled_from(("paragraph", "list", "table"))):
            case "paragraph":
                return Paragraph(words(6))
            case "list":
                return List(tuple(Item(words(4)) for _ in range(count)), "plain")
            case _:
                rows = tuple(Row((Cell(words(2)), Cell(text(LINE)))) for _ in range(count))
                return Table(text("Caption"), (text("One"), text("Other")), rows)

    sections: list[Section] = []
    for style in draw(st.lists(st.sampled_from(STYLES), min_size=2, max_size=4)):
        sections.append(Section(text("Heading"), tuple(content() for _ in range(draw(st.integers(2, 7)))), style=style))
    return document(*sections, notes=tuple(notes))


@settings(max_examples=8)
@given(briefs(), st.sampled_from((11, 18)))
def test_each_page_has_the_notes_that_are_called_on_it(brief: Document, size: TypeSize) -> None:
    assert [page for page in pages_of_notes(brief, size) if page[0] != page[1]] == []
