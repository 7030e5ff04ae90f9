"""Words of a wording that turn its passage round."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefs.check.sense_words import sense_words
from briefs.check.turned_sense import sense_turned
from briefs.model.wording_rules import WordingRules
from briefs.text.opposition import occurrences
from briefs.text.readings import Vocabulary, read

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


def _turned(text: str, passage: str) -> list[tuple[str, str]]:
    assert WORDS is not None
    return [(one.said, one.given) for one in sense_turned(WORDS.read(text), WORDS.read(passage), WORDS)]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Captains rejected the proposal.", "Captains noted the proposal."),
        ("A proposal to weaken the Forum", "A proposal to strengthen the Forum"),
        ("Tides have decreased.", "Tides have increased; the wind has not."),
        ("Less light is needed.", "More light is needed."),
        ("Developing States must pay.", "Developed States must pay, and developing ones may wait."),
        ("At most ten ferries sail.", "At least ten ferries sail."),
        ("Ferries sail before dawn.", "Ferries sail after dawn."),
        ("A dialogue rather than a series of statements", "A series of statements rather than a dialogue"),
        ("It was more a dialogue than a series of statements.", "It was more a series of statements than a dialogue."),
        ("No governance with both", "No governance without both"),
    ],
)
def test_a_word_that_turns_the_passage_round_is_found(text: str, passage: str) -> None:
    assert _turned(text, passage)


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Captains did not reject the proposal.", "Captains supported the proposal."),
        ("Captains supported the proposal.", "Captains supported the proposal that others rejected."),
        ("Poor countries help rich ones.", "Poor countries help rich ones."),
        ("More light, fewer ferries", "More light and fewer ferries"),
        ("Rather than a dialogue, statements", "Statements rather than a dialogue"),
        ("Global approaches benefit States.", "Shared and global approaches would benefit States."),
    ],
)
def test_the_same_in_other_words_is_left_alone(text: str, passage: str) -> None:
    assert _turned(text, passage) == []


_WORDS = ("tide", "ferry", "at", "least", "most")


@given(st.lists(st.sampled_from(_WORDS), max_size=9), st.lists(st.permutations(_WORDS), min_size=1, max_size=4))
def test_many_phrases_are_found_as_few_are(words: list[str], orders: list[list[str]]) -> None:
    reading = read(" ".join(words), Vocabulary("en"))
    phrases = tuple(tuple(order[: 1 + at % 3]) for at, order in enumerate(orders * 8))
    one_by_one = []
    taken: set[int] = set()
    for phrase in phrases:
        found = [place for place in occurrences(reading, (phrase,)) if place[0] not in taken]
        taken |= {first for first, _ in found}
        one_by_one += found
    assert list(occurrences(reading, phrases)) == one_by_one
