"""Words that templates give to options of calls state nothing that the report does not say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.option_wording import check_option_words
from briefs.check.subjects import OptionToCheck
from briefs.model.diagnostics import Place
from tests.builders import RULES
from tests.compose.builders import harbour_library

RULES_WITH_NAMES = replace(RULES, known_names=("Quay",))


def said(folder: Path, text: str, *blocks: str) -> list[str]:
    library = harbour_library(folder)
    option = OptionToCheck("caption of asks(…)", text, Place("a.md", 3), blocks, library, RULES_WITH_NAMES)
    return [f"{problem.message} [{problem.code}]" for problem in check_option_words(option)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The 193 ports", "caption of asks(…) says 193, but the report does not [number-untraced]"),
        ("What Lisbon asked", 'caption of asks(…) has the name "Lisbon", which is not in the report [name-untraced]'),
        (
            "What all ports want",
            'caption of asks(…) says "all", which no block of the call supports [strength-upgraded]',
        ),
        ("All ports", 'caption of asks(…) says "all", which no block of the call supports [strength-upgraded]'),
        ("What small boats say", 'caption of asks(…) has "small boats", which must not be printed [name-printed]'),
        ("Three steps", "caption of asks(…) says Three, but the report does not [number-untraced]"),
    ],
)
def test_words_that_the_report_lacks_are_errors(tmp_path: Path, text: str, message: str) -> None:
    assert said(tmp_path, text, "rec.tides") == [message]


@pytest.mark.parametrize(
    "text",
    [
        "What the keepers asked for",
        "Bicycles in 2011 and 2012",
        "What most keepers want",
        "The board and the Quay",
        "Two steps",
    ],
)
def test_words_of_the_report_and_counts_of_blocks_are_let_through(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text, "rec.tides", "fact.bicycles") == []


def test_a_strong_word_is_supported_by_the_strength_of_a_block(tmp_path: Path) -> None:
    assert said(tmp_path, "What most ports want", "fact.bicycles") != []
    assert said(tmp_path, "What most ports want", "fact.timetable") == []
