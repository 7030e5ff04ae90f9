from __future__ import annotations

from briefs.report.plain_text.leftovers.note_digits import note_digits


def found(*lines: str) -> list[tuple[int, str, str]]:
    return [(number, fault.message, fault.hint) for number, fault in note_digits(lines, set())]


def test_a_number_at_a_word_that_a_line_begins_with_calls_a_note() -> None:
    assert found("The board met.12 It left.", "They stayed”13 there.", "12 Minutes.", "13 Later minutes.") == [
        (
            1,
            'the number 12 in "met.12" seems to call the note on line 3; also on line 2',
            "write the mark in superscript digits, ¹², and begin line 3 with ¹² too",
        )
    ]
    assert found("The board met [3].", "[3] Minutes.")[0][0] == 1


def test_other_numbers_at_words_call_nothing() -> None:
    assert found("Art.12 and pages.13, PM10, COVID19", "10 keepers met.", "19 left.") == []
    assert found("The year 2009.", "12 keepers met.") == []


def test_a_mark_without_a_note_is_named() -> None:
    assert found("The board met.³ It left", "the quay⁴.", "¹ Minutes.") == [
        (
            1,
            '"met.³" has the mark of a note that the report does not have; also on line 2',
            "begin the note on its own line with its mark and a space, or remove the mark: it would be printed",
        )
    ]


def test_powers_and_marks_with_notes_are_right() -> None:
    assert found("12 km² of 10⁻³ m³, R² and Ca²⁺; the board met.¹", "¹ Minutes.") == []
    assert found("2010² = 4 040 100; agreed in 2010.¹", "¹ Minutes.") == []


def test_a_mark_at_a_year_without_a_note_is_named() -> None:
    assert found("Keepers agreed in 2010¹²³ that", "and in 2011².", "¹ Minutes.")[0][:2] == (
        1,
        '"2010¹²³" has the mark of a note that the report does not have; also on line 2',
    )
