"""Quotation marks in an editor's own words stand round words that are printed there."""

from __future__ import annotations

from pathlib import Path

from tests.check.builders import wrong_words


def test_marks_round_the_editors_own_words_are_an_error(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "The “wonderful” timetable", "fact.timetable") == [
        'the caption quotes "wonderful", which is not in what is printed there [quote-not-verbatim]'
    ]
    assert wrong_words(tmp_path, "A ‘wonderful’ timetable", "fact.timetable") != []


def test_words_of_a_passage_may_be_quoted(tmp_path: Path) -> None:
    assert wrong_words(tmp_path, "Is a “shared timetable” the answer?", "fact.timetable") == []


def test_a_mark_without_its_partner_is_an_error_but_not_beside_a_call(tmp_path: Path) -> None:
    assert len(wrong_words(tmp_path, "A “shared timetable", "fact.timetable")) == 1
    assert wrong_words(tmp_path, "“…, to the board", "fact.timetable") == []
    assert wrong_words(tmp_path, "“…”", "fact.timetable") == []
