"""The words of its own that a letter has state nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.letter_wording import check_letter_words
from briefs.check.subjects import OptionToCheck
from briefs.model.diagnostics import Place
from tests.builders import RULES
from tests.compose.builders import harbour_library


def said(folder: Path, text: str) -> list[str]:
    words = OptionToCheck("the letter", text, Place("a.md", 3), (), harbour_library(folder), RULES)
    return [f"{problem.message} [{problem.code}]" for problem in check_letter_words(words)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The report counts bicycles in 2011.", "the letter says 2011, which no block says [number-untraced]"),
        ("We wrote to Lisbon.", 'the letter has the name "Lisbon", which is not in the report [name-untraced]'),
        ("Of course most keepers liked it.", 'the letter says "most keepers", which no block says [strength-upgraded]'),
        ("Please tell all ports.", 'the letter says "all", which no block of the call supports [strength-upgraded]'),
        ("The small boats agree.", 'the letter has "small boats", which must not be printed [name-printed]'),
        ("Let us meet next spring.", 'the letter has the relative date "next spring" [relative-date]'),
    ],
)
def test_what_the_letter_states_itself_is_an_error(tmp_path: Path, text: str, message: str) -> None:
    assert said(tmp_path, text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "…,",
        "The … has the honour to share the attached brief, “…”, copy … of ….",
        "Replies are welcome at ….",
        "With the assurances of our highest consideration,",
        "Many thanks for your time.",
        "It has one page.",
    ],
)
def test_courtesies_are_let_through(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []
