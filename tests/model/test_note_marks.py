from __future__ import annotations

import pytest

from briefs.model.note_marks import NoteMark, footnote_numbers, note_marks, number_of, without_note_marks

NOTES = frozenset({1, 2, 3, 6, 12, 23})


def test_superscript_digits_make_a_number() -> None:
    assert number_of("²⁰⁴") == 204


def test_adjacent_digits_are_one_number_if_there_is_such_a_note() -> None:
    assert footnote_numbers("one¹ two ²³ three", NOTES) == (1, 23)
    assert list(note_marks("so¹³", frozenset({1, 3}))) == [NoteMark(2, 4, (1, 3))]


@pytest.mark.parametrize(
    "text",
    [
        "12 km², 3 m³/s and 40 people/km²",
        "3.5 × 10⁶ m³ and 2·10³",
        "10⁻³, s⁻¹ and 10⁻¹²",
        "9.8 m/s², 5 in², R² = 0.9",
        "a long run ¹²³⁴⁵⁶⁷",
        "a mark without a note⁴⁵",
    ],
)
def test_powers_and_marks_without_notes_are_words(text: str) -> None:
    assert footnote_numbers(text, NOTES) == ()
    assert without_note_marks(text, NOTES) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("said ¹ the board.²", "said the board."),
        ("said¹,² the board¹ ², and left", "said the board, and left"),
        ("in 2010³ and 12 km²¹", "in 2010 and 12 km²"),
        ("said¹, and left", "said, and left"),
        ("the team²", "the team"),
    ],
)
def test_marks_go_with_the_space_before_and_the_commas_between_them(text: str, words: str) -> None:
    assert without_note_marks(text, NOTES) == words
