"""Notes are found at the foot of pages and at the end, and linked by their marks."""

from __future__ import annotations

import re

import pytest

from briefs.report.pdf.pdf_recognition import recognize_pdf
from briefs.report.pieces import FootnotePiece, ItemPiece, ParagraphPiece
from tests.report.pdf.builders import SENTENCE, STYLE, column_at, drawn_pdf, report_of, set_pdf, text_at

WORDS = ("low", "high", "spring", "neap", "early", "late", "north", "south")


def body(page: int) -> str:
    """Running text that is different on each page."""
    return column_at(50, 350, [f"{word} water {page} at the old harbour of the keepers" for word in WORDS])


def page(mark: str, *notes: tuple[str, str], number: int = 0) -> str:
    """A page on which the text calls a note by a raised mark, and the notes at its foot with their marks."""
    drawn = body(number) + text_at(50, 254, "of the tides.") + text_at(97.5, 258, mark, 6)
    for index, (own, text) in enumerate(notes):
        drawn += text_at(50, 63 - 10 * index, own, 5) + text_at(58, 60 - 10 * index, text, 8)
    return drawn


def found_in(*pages: str) -> tuple[list[tuple[int, str, str]], str]:
    """The notes that are found, and the text of the paragraphs."""
    pieces = recognize_pdf(drawn_pdf(*pages), "report.pdf").value.pieces
    notes = [(piece.number, piece.cited_as, piece.text) for piece in pieces if isinstance(piece, FootnotePiece)]
    return notes, " ".join(piece.text for piece in pieces if isinstance(piece, ParagraphPiece))


def note(text: str, kind: str = "") -> str:
    return f'<span class="note {kind}">{text}</span>'


SIGNS = "body { counter-reset: footnote 99 } .sign::footnote-call, .sign::footnote-marker { content: '*' }"
LONG = "Boats without a mast are not counted, as nobody has kept a list of them since the year of the great storm."
SET = f"""<h1>1. Tides</h1>
<p>{SENTENCE * 3}They asked for a timetable.{note("A timetable was lost.")}</p>
<p>{SENTENCE * 2}They thanked the pilots.{note("With many thanks.", "sign")} They met.{note("See the minutes.")}</p>
<h1 class="fresh">2. Boats</h1>
<p>{SENTENCE * 3}They counted the boats.{note(LONG)}</p>
<p>{SENTENCE * 2}They thanked the keepers.{note("With thanks to them, too.", "sign")}</p>"""
"""Numbers that run on from 100, as a program sets them that counts signs too, with one sign on each page."""


def test_notes_as_a_program_sets_them_are_found_with_their_calls() -> None:
    pieces = report_of(set_pdf(SET, style=f"{STYLE}{SIGNS}")).pieces
    notes = [(piece.number, piece.cited_as, piece.text) for piece in pieces if isinstance(piece, FootnotePiece)]
    assert notes == [
        (100, "", "A timetable was lost."),
        (104, "fn *, p. 1", "With many thanks."),
        (102, "", "See the minutes."),
        (103, "", LONG),
        (105, "fn *, p. 2", "With thanks to them, too."),
    ]
    text = " ".join(piece.text for piece in pieces if isinstance(piece, ParagraphPiece))
    assert re.findall("[⁰¹²³⁴⁵⁶⁷⁸⁹]+", text) == ["¹⁰⁰", "¹⁰⁴", "¹⁰²", "¹⁰³", "¹⁰⁵"]


def test_numbers_that_run_on_are_those_of_the_notes() -> None:
    notes, text = found_in(page("7", ("7", "See the minutes.")), page("8", ("8", "See the map."), number=1))
    assert notes == [(7, "", "See the minutes."), (8, "", "See the map.")]
    assert "tides.⁷" in text
    assert "tides.⁸" in text


def test_numbers_that_begin_again_on_each_page_are_cited_with_the_page() -> None:
    notes, text = found_in(page("1", ("1", "See the minutes.")), page("1", ("1", "See the map."), number=1))
    assert notes == [(2, "fn 1, p. 1", "See the minutes."), (3, "fn 1, p. 2", "See the map.")]
    assert "tides.²" in text
    assert "tides.³" in text


def test_a_raised_number_that_calls_no_note_is_none_where_numbers_begin_again() -> None:
    pages = [page("1", ("1", f"See the {word} map."), number=n) for n, word in enumerate(WORDS[:3])]
    notes, text = found_in(*pages, page("2", number=4))
    assert [number for number, _, _ in notes] == [3, 4, 5]
    assert "tides.²" in text


def test_a_sign_among_numbers_changes_nothing_in_how_these_are_cited() -> None:
    pages = [
        page("100", ("100", "See the minutes."), ("101", "See the map.")),
        page("*", ("*", "With many thanks."), ("102", "See the bell."), number=1),
        page("103", ("103", "See the lamp."), number=2),
    ]
    notes, text = found_in(*pages)
    assert notes == [
        (100, "", "See the minutes."),
        (101, "", "See the map."),
        (104, "fn *, p. 2", "With many thanks."),
        (102, "", "See the bell."),
        (103, "", "See the lamp."),
    ]
    assert re.findall(r"tides\.(\S+)", text) == ["¹⁰⁰", "¹⁰⁴", "¹⁰³"]


def test_only_numbers_that_recur_are_cited_with_the_page() -> None:
    pages = [
        page("1", ("1", "See the minutes."), ("2", "See the map.")),
        page("1", ("1", "See the bell."), number=1),
    ]
    notes, text = found_in(*pages)
    assert notes == [(3, "fn 1, p. 1", "See the minutes."), (2, "", "See the map."), (4, "fn 1, p. 2", "See the bell.")]
    assert re.findall(r"tides\.(\S+)", text) == ["³", "⁴"]


@pytest.mark.parametrize("size", [8, 10], ids=["smaller than the text", "as the text"])
def test_roman_numbers_that_run_on_are_cited_as_they_are_printed(size: int) -> None:
    listed = "".join(
        text_at(56.5 - 1.4 * len(mark), 363 - 14 * n, mark, 5) + text_at(58, 360 - 14 * n, f"The {mark} minutes.", size)
        for n, mark in enumerate(("i", "ii", "iii"))
    )
    notes, text = found_in(*[page(mark, number=n) for n, mark in enumerate(("i", "ii", "iii"))], listed)
    assert notes == [(n, f"fn {mark}", f"The {mark} minutes.") for n, mark in enumerate(("i", "ii", "iii"), 1)]
    assert re.findall(r"tides\.(\S+)", text) == ["¹", "²", "³"]


def test_a_letter_among_numbers_is_cited_with_its_page() -> None:
    foot = text_at(55, 63, "v", 5) + text_at(58, 60, "See the bell.", 8)
    notes, _ = found_in(page("1", ("1", "See the map.")), page("v", number=1) + foot)
    assert notes == [(1, "", "See the map."), (2, "fn v, p. 2", "See the bell.")]


def test_the_same_sign_on_two_pages_calls_the_note_on_its_page() -> None:
    notes, text = found_in(page("*", ("*", "See the map.")), page("*", ("*", "See the bell."), number=1))
    assert notes == [(1, "fn *, p. 1", "See the map."), (2, "fn *, p. 2", "See the bell.")]
    assert re.findall(r"tides\.(\S+)", text) == ["¹", "²"]


def test_numbers_in_the_lists_at_the_ends_of_chapters_are_called_from_their_chapter() -> None:
    def chapter(first: int) -> list[str]:
        listed = [text_at(50, 330 - 14 * n, f"{n}. The minutes number {first + n}.", 8) for n in (1, 2, 3)]
        called = [page(str(n), number=first + n) for n in (1, 2, 3)]
        return [*called, column_at(50, 380, ["The sources of this part are these:"]) + "".join(listed)]

    notes, text = found_in(*chapter(0), *chapter(5))
    assert [cited for _, cited, _ in notes] == [f"fn {n}, p. {page}" for page in (4, 8) for n in (1, 2, 3)]
    assert [number for number, _, _ in notes] == [4, 5, 6, 7, 8, 9]
    assert re.findall(r"tides\.(\S+)", text) == ["⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]


@pytest.mark.parametrize("top", [384, 240], ids=["first paragraph", "last paragraph"])
def test_a_mark_that_begins_a_paragraph_calls_the_note_of_the_page(top: int) -> None:
    called = text_at(50, top + 4, "7", 6) + text_at(57, top, "Then they met again.")
    foot = text_at(50, 63, "7", 5) + text_at(58, 60, "See the minutes.", 8)
    notes, text = found_in(body(0), body(1) + called + foot)
    assert notes == [(7, "", "See the minutes.")]
    assert "⁷ Then they met again." in text


def test_notes_that_say_the_same_on_many_pages_are_no_running_feet() -> None:
    notes, text = found_in(*[page(str(n), (str(n), f"Ibid., p. {20 + n}."), number=n) for n in (1, 2, 3)])
    assert notes == [(n, "", f"Ibid., p. {20 + n}.") for n in (1, 2, 3)]
    assert re.findall(r"tides\.(\S+)", text) == ["¹", "²", "³"]


def test_a_note_goes_on_before_two_others() -> None:
    first = page("7", ("7", "See the minutes of the meeting, above all"))
    second = page("8", number=1) + text_at(50, 74, "those of the second day.", 8)
    for index, (mark, text) in enumerate((("8", "See the map."), ("9", "See the bell."))):
        second += text_at(50, 63 - 10 * index, mark, 5) + text_at(58, 60 - 10 * index, text, 8)
    notes, text = found_in(first, second)
    assert notes == [
        (7, "", "See the minutes of the meeting, above all those of the second day."),
        (8, "", "See the map."),
        (9, "", "See the bell."),
    ]
    assert re.findall(r"tides\.(\S+)", text) == ["⁷", "⁸"]


def test_signs_are_marks_too() -> None:
    notes, text = found_in(page("*", ("*", "See the minutes."), ("†", "See the map.")))
    assert [(number, cited) for number, cited, _ in notes] == [(1, "fn *, p. 1"), (2, "fn †, p. 1")]
    assert "tides.¹" in text


def test_a_note_goes_on_on_the_next_page() -> None:
    second = body(1) + text_at(50, 60, "those of the second meeting.", 8)
    notes, _ = found_in(page("1", ("1", "See the minutes, above all")), second)
    assert notes == [(1, "", "See the minutes, above all those of the second meeting.")]


def test_small_text_without_a_mark_is_no_note() -> None:
    notes, text = found_in(body(1) + text_at(50, 60, "Source: the harbour office", 8))
    assert notes == []
    assert "Source: the harbour office" in text


def test_a_list_of_small_items_that_marks_call_is_one_of_notes() -> None:
    pages = [page(str(number), number=number) for number in (1, 2, 3)]
    listed = "".join(text_at(50, 350 - 14 * n, f"{n}. The {n} minutes of the keepers.", 8) for n in (1, 2, 3))
    notes, _ = found_in(*pages, column_at(50, 380, ["The sources of this report are these:"]) + listed)
    assert notes == [(n, "", f"The {n} minutes of the keepers.") for n in (1, 2, 3)]


def test_a_numbered_list_of_the_size_of_the_text_stays_a_list() -> None:
    pages = [page(str(number), number=number) for number in (1, 2, 3)]
    listed = "".join(text_at(50, 350 - 14 * n, f"{n}. Light the lamps of quay {n}.") for n in (1, 2, 3))
    content = drawn_pdf(*pages, column_at(50, 380, ["The keepers asked for these:"]) + listed)
    pieces = recognize_pdf(content, "report.pdf").value.pieces
    assert len([piece for piece in pieces if isinstance(piece, ItemPiece)]) == 3
