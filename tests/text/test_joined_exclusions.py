"""What is joined to something else, although the passage has the one instead of the other."""

from __future__ import annotations

import pytest

from briefs.check.narrowed_sense import sense_narrowed
from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules

WORDS = sense_words(WordingRules({}, {}))
PASSAGE = "Keepers want an electric lamp rather than an oil lantern."


def _joined(text: str, passage: str) -> list[tuple[str, str]]:
    assert WORDS is not None
    return [(one.said, one.given) for one in sense_narrowed(WORDS.read(text), WORDS.read(passage), WORDS)]


@pytest.mark.parametrize("joint", ["as well as", "in addition to", "together with"])
def test_what_is_excluded_and_then_joined_is_doubtful(joint: str) -> None:
    text = f"Keepers want an electric lamp, {joint} an oil lantern."
    assert _joined(text, PASSAGE) == [(f"{joint} an oil lantern", "rather than an oil lantern")]


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("Keepers want an electric lamp, instead of an oil lantern.", PASSAGE),
        ("Keepers want a lamp, as well as a bell.", "Keepers want a bell and a lamp, rather than an oil lantern."),
        ("Keepers want a bell as well as a lamp.", "More keepers than captains want a bell as well as a lamp."),
        (
            "Keepers want a lamp, as well as a lantern.",
            "Keepers want a lamp and a lantern. Captains want a bell rather than a lantern.",
        ),
    ],
)
def test_what_the_passage_joins_or_does_not_exclude_is_not(text: str, passage: str) -> None:
    assert _joined(text, passage) == []
