"""Two like words joined before a third, of which a wording has only one."""

from __future__ import annotations

import pytest

from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.halved_pairs import halved_pairs

WORDS = sense_words(WordingRules({}, {}))
assert WORDS is not None, "there are words for English"


def _halved(text: str, passage: str) -> list[tuple[str, str]]:
    assert WORDS is not None
    found = halved_pairs(WORDS.read(text), WORDS.read(passage), WORDS.joining, WORDS.opposed_words, WORDS.past)
    return [(one.said, one.given) for one in found]


@pytest.mark.parametrize(
    ("text", "passage", "found"),
    [
        (
            "Captains from developing countries",
            "Captains from developing and developed countries",
            ("developing countries", "developing and developed countries"),
        ),
        (
            "Regional ferries sail.",
            "National and regional ferries sail.",
            ("Regional ferries", "National and regional ferries"),
        ),
        ("It needs short piers.", "It needs both short and long piers.", ("short piers", "short and long piers")),
    ],
)
def test_one_of_two_is_found(text: str, passage: str, found: tuple[str, str]) -> None:
    assert _halved(text, passage) == [found]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Developing and developed countries sail.", "Developed and developing countries sail."),
        ("Countries, developing or developed", "Developed and developing countries sail."),
        ("Strengthened ferries sail.", "Improved and strengthened ferries sail."),
        ("Regional ferries sail.", "Local, national and regional ferries sail."),
        ("Regional ferries sail.", "National and regional ferries sail. Regional ferries wait."),
        ("Harbour ferries sail.", "Captains and harbour ferries sail."),
        ("Ferries sail.", "And ferries sail."),
    ],
)
def test_both_or_words_of_another_sort_are_right(text: str, passage: str) -> None:
    assert _halved(text, passage) == []
