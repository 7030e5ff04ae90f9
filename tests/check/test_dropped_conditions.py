"""Conditions that edited wording leaves out."""

from __future__ import annotations

import pytest

from briefs.check.dropped_conditions import dropped_conditions
from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules

WORDS = sense_words(WordingRules({}, {}))


def _dropped(text: str, passage: str) -> list[str]:
    assert WORDS is not None
    return list(dropped_conditions(WORDS.read(text), WORDS.read(passage), WORDS))


@pytest.mark.parametrize(
    ("text", "passage", "condition"),
    [
        ("Keepers will light the pier.", "Keepers will light the pier if the board pays.", "if the board pays"),
        ("Keepers light piers and quays.", "Keepers light piers and quays, as appropriate.", "as appropriate"),
        ("Keepers light the pier.", "Unless captains object, keepers light the pier.", "Unless captains object"),
    ],
)
def test_a_condition_left_out_is_found(text: str, passage: str, condition: str) -> None:
    assert _dropped(text, passage) == [condition]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("If the board pays, keepers will light the pier.", "Keepers will light the pier if the board pays."),
        ("Paid by the board, keepers will light the pier.", "Keepers will light the pier if the board pays."),
        ("The tides turn early in May.", "Keepers will light the pier if the board pays. The tides turn early in May."),
        ("Keepers will light the pier.", "Will keepers light the pier if the board pays?"),
    ],
)
def test_a_condition_that_is_kept_or_of_something_else_is_not(text: str, passage: str) -> None:
    assert _dropped(text, passage) == []


PAYS = "As long as the board may feel that keepers benefit by the levy, keepers will light the pier."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Keepers, as they benefit by the levy, will light the pier.",
            ["As long as the board may feel that keepers benefit"],
        ),
        (
            "Since they benefit by the levy, keepers will light it.",
            ["As long as the board may feel that keepers benefit"],
        ),
        ("Keepers, as long as they benefit by the levy, will light the pier.", []),
    ],
)
def test_a_condition_given_as_a_cause_is_found(text: str, found: list[str]) -> None:
    assert _dropped(text, PAYS) == found


def test_a_cause_of_the_passage_is_no_condition() -> None:
    passage = "If the board pays, keepers will light the pier, as they benefit by it."
    assert _dropped("Paid by the board, keepers will light the pier, as they benefit.", passage) == []
