"""What a text denies."""

from __future__ import annotations

import pytest

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.denials import denials, opposite_by_prefix

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


def _denied(text: str) -> list[tuple[str, list[str]]]:
    assert WORDS is not None
    reading = WORDS.read(text)
    found = denials(reading, WORDS.denying)
    return [(reading.tokens[one.at].lower, [reading.tokens[index].lower for index in one.denied]) for one in found]


def test_a_negation_denies_the_words_with_content_behind_it_in_its_clause() -> None:
    assert _denied("Keepers do not share a timetable; they sail.") == [("not", ["share", "timetable"])]


def test_a_verb_that_denies_is_a_denial_as_well() -> None:
    assert _denied("Keepers fail to share tides.") == [("fail", ["share", "tides"])]


def test_not_only_denies_nothing() -> None:
    assert _denied("Keepers not only share tides.") == []


@pytest.mark.parametrize(
    ("word", "plain"),
    [("non-binding", "binding"), ("unwilling", "willing"), ("inform", ""), ("sail", ""), ("undo", "")],
)
def test_a_prefix_makes_the_opposite_of_a_word(word: str, plain: str) -> None:
    assert WORDS is not None
    assert opposite_by_prefix(word, WORDS.denying) == plain
