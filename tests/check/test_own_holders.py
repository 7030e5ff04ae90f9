"""Whoever a heading says holds a view holds one in what is printed there."""

from __future__ import annotations

import pytest

from briefs.check.own_holders import check_own_holders
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from tests.builders import RULES

SAID = "Participants agreed on the quay."
STATES = "A number of States insisted on an informal forum."


def wrong(text: str, *each: str, owner: str = "the heading", allowed: tuple[str, ...] = ()) -> list[str]:
    words = OwnWords(owner, text, Place("a.md", 3), ("fact.a",))
    subject = OwnWordsToCheck(words, each, (), {}, "A report", RULES, allowed, each=each)
    return [problem.message for problem in check_own_holders(subject)]


@pytest.mark.parametrize("text", ["What governments agreed", "Views of ministers", "The opinion of the States"])
def test_others_than_those_of_the_passages_hold_no_views(text: str) -> None:
    (found,) = wrong(text, SAID)
    assert f'("{text}"), but in what is printed there others hold views' in found


@pytest.mark.parametrize(
    "text", ["What participants agreed", "Views of participants", "For ministers", "Did ministers agree?"]
)
def test_participants_hold_views_and_labels_and_questions_say_nothing(text: str) -> None:
    assert wrong(text, SAID) == []


def test_those_of_one_passage_may_be_named_in_a_heading_but_not_over_every_row() -> None:
    assert wrong("Views of States", SAID, STATES) == []
    assert len(wrong("Views of States", SAID, STATES, owner="caption of contradictions(…)")) == 1
    assert wrong("Views of States", STATES, STATES, owner="caption of contradictions(…)") == []


def test_a_person_may_allow_it() -> None:
    assert wrong("What governments agreed", SAID, allowed=("What governments agreed",)) == []
