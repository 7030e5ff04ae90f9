"""Two words side by side that one text negates."""

from __future__ import annotations

import pytest

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.negated_pairs import negations_added_to_pairs, negations_lost_of_pairs

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


def _lost(text: str, passage: str) -> list[tuple[str, str]]:
    assert WORDS is not None
    read = WORDS.read
    return [
        (one.said, one.given) for one in negations_lost_of_pairs(read(text), read(passage), WORDS.denying, WORDS.little)
    ]


def _added(text: str, passage: str) -> list[tuple[str, str]]:
    assert WORDS is not None
    read = WORDS.read
    return [
        (one.said, one.given)
        for one in negations_added_to_pairs(read(text), read(passage), WORDS.denying, WORDS.little)
    ]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("with it, instead of it", "together with it, not instead of it", ("instead of", "not instead of")),
        ("They are always on time.", "They are not always on time.", ("always on", "not always on")),
        ("and just a series", "and not just a series", ("just a", "not just a")),
    ],
)
def test_a_negation_that_is_lost_is_found(text: str, passage: str, found: tuple[str, str]) -> None:
    assert _lost(text, passage) == [found]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("with it, not instead of it", "not instead of it"),
        ("He is in the boat.", "He is not in the house, but he is in the boat."),
        ("They wait instead of sailing.", "They are not instead of us. They wait instead of sailing."),
        ("Are they always on time?", "They are not always on time."),
    ],
)
def test_a_negation_of_something_else_is_not_missed(text: str, passage: str) -> None:
    assert _lost(text, passage) == []


def test_a_negation_that_is_added_is_found() -> None:
    said = "It was not suggested that keepers wait."
    assert _added(said, "It was suggested that keepers need not sail.") == [("not suggested that", "suggested that")]
    assert _added(said, "It was never suggested that keepers wait.") == []
    assert _added(said, "No keeper suggested that keepers wait.") == []
