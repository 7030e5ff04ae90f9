"""What the scales read in a sentence."""

from __future__ import annotations

import pytest

from briefs.check.scales.clause_reading import looks_plural
from briefs.text.words import words_of
from tests.check.scales.builders import read


def acts(text: str) -> list[str]:
    reading = read(text)
    return [reading.phrase(one) for one in reading.acts]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was further suggested that ferries wait", ["suggested"]),
        ("Several keepers felt so", ["felt"]),
        ("Participants strongly agreed", ["agreed"]),
        ("There was a view that ferries wait", ["view"]),
        ("Suggested: a timetable", ["suggested"]),
        ("A timetable (suggested)", ["suggested"]),
        ("The board decided to wait", ["decided"]),
        ("United Nations agencies", []),
        ("Decision makers wait", []),
        ("The stated objective waits", []),
        ("One was emphatic", []),
    ],
)
def test_acts_are_those_that_somebody_does(text: str, found: list[str]) -> None:
    assert [one.lower() for one in acts(text)] == found


def test_an_act_of_saying_is_told_from_another() -> None:
    told = read("It was agreed that decisions are adopted by heads")
    assert [told.reports(one) for one in told.acts] == [True, False]


def test_a_plural_is_told_by_its_ending() -> None:
    plural = [word.lower for word in words_of("keepers people his less various crisis boats") if looks_plural(word)]
    assert plural == ["keepers", "people", "boats"]


def test_a_question_ends_with_its_mark() -> None:
    assert read('Who "pays?"').is_question
    assert not read("Who pays.").is_question


def test_words_with_a_capital_inside_a_sentence_are_names() -> None:
    reading = read("The Most Reverend spoke of most keepers")
    assert {reading.lower(place) for place in reading.blocked} >= {"most", "reverend"}
    assert 5 not in reading.blocked
