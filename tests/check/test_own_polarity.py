"""Headings affirm nothing that all passages deny, or only imagine."""

from __future__ import annotations

import pytest

from briefs.check.own_polarity import check_own_polarity
from briefs.check.subjects import OwnWordsToCheck
from briefs.model.diagnostics import Place
from briefs.model.own_words import OwnWords
from tests.builders import RULES

DENIED = "An assumption on the quay; no data"
WEAK = "Sharing the quay would help keepers."
PLAIN = "Keepers share the quay."


def wrong(text: str, *each: str, allowed: tuple[str, ...] = ()) -> list[str]:
    words = OwnWords("the heading", text, Place("a.md", 3), ("fact.a",))
    subject = OwnWordsToCheck(words, each, (), {}, "A report", RULES, allowed, each=each)
    return [problem.message for problem in check_own_polarity(subject)]


def test_what_all_passages_deny_is_not_affirmed() -> None:
    (found,) = wrong("An assumption, backed by data", DENIED, DENIED)
    assert found == (
        'the heading says "data" ("An assumption, backed by data"), where all that is printed says "no data"'
    )
    assert wrong("An assumption on the quay, without data", DENIED) == []
    assert len(wrong("An assumption, backed by data", "Keepers don't have data", "No quay is here")) == 1
    assert wrong("An assumption, backed by data", DENIED, "The quay has data.") == []
    assert wrong("An assumption, backed by data", DENIED, allowed=("backed by data",)) == []


@pytest.mark.parametrize("text", ["What cooperation brings", "What is missing"])
def test_what_is_only_imagined_is_not_stated(text: str) -> None:
    (found,) = wrong(text, WEAK)
    assert "as a fact; what is printed there only may be so" in found
    assert wrong(text, PLAIN) == []


@pytest.mark.parametrize("text", ["What cooperation could bring", "What is proposed", "Why act: benefits", "Benefits"])
def test_other_headings_state_nothing(text: str) -> None:
    assert wrong(text, WEAK) == []
