"""Words that a wording puts in front of one of its passage, and that say more."""

from __future__ import annotations

import pytest

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.added_limits import added_degrees, added_limits

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("It is the only ferry.", "It is the first ferry.", [("only ferry", "first ferry")]),
        ("It is the sole ferry.", "It is a ferry.", [("sole ferry", "a ferry")]),
        ("It is the only ferry.", "It is a ferry. The only quay is shut.", [("only ferry", "a ferry")]),
        ("It is the sole ferry.", "It is the only ferry.", []),
        ("It is the only ferry.", "There is no other ferry.", []),
        ("It is not only a ferry.", "It is a ferry.", []),
        ("Is it the only ferry?", "It is a ferry.", []),
        ("It is the only boat.", "It is a ferry.", []),
        ("Tides only", "Tides are high.", []),
    ],
)
def test_what_leaves_out_everything_else_is_doubtful(text: str, passage: str, found: list[tuple[str, str]]) -> None:
    assert WORDS is not None
    also = WORDS.denying.negations | WORDS.denying.near
    limits = added_limits(WORDS.read(text), WORDS.read(passage), WORDS.limiting, also)
    assert [(one.said, one.given) for one in limits] == found


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        ("Seen very positively.", "Seen quite positively.", [("very positively", "quite positively")]),
        ("Ferries are very late.", "Late ferries wait.", [("very late", "Late")]),
        ("Ferries are extremely late.", "Ferries are very late.", []),
        ("Ferries are very slow.", "Ferries are late.", []),
    ],
)
def test_what_raises_a_word_is_doubtful(text: str, passage: str, found: list[tuple[str, str]]) -> None:
    assert WORDS is not None
    degrees = added_degrees(WORDS.read(text), WORDS.read(passage), WORDS.raising)
    assert [(one.said, one.given) for one in degrees] == found
