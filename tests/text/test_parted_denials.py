"""Two things that a passage denies together, of which a wording affirms one."""

from __future__ import annotations

import pytest

from briefs.check.negations import lost_negations
from briefs.check.sense_words import sense_words
from briefs.model.wording_rules import WordingRules
from briefs.text.parted_denials import parted_denials

WORDS = sense_words(WordingRules({}, {}))
PASSAGE = "Neither the captains nor the keepers asked for a levy."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Not the captains but the keepers asked for a levy.", [("but the keepers", "nor the keepers")]),
        ("Neither captains nor keepers asked for a levy.", []),
        ("No captains and no keepers asked for a levy.", []),
        ("Captains wait, but nor do keepers.", []),
        ("Not only captains asked, but why did keepers?", []),
    ],
)
def test_what_is_affirmed_of_two_that_are_denied_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert WORDS is not None
    turned = parted_denials(WORDS.read(text), WORDS.read(PASSAGE), {"neither", "nor"}, WORDS.contrasting)
    assert [(one.said, one.given) for one in turned] == found


def test_it_is_a_lost_negation() -> None:
    text = "Not the captains but the keepers asked for a levy."
    assert ("but the keepers", "nor the keepers") in lost_negations(text, PASSAGE, WORDS)
