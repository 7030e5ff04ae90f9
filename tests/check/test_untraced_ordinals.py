"""Ordinals, rates and ranges that a passage does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.untraced_ordinals import untraced_ordinals
from tests.check.builders import wrong_wording


@pytest.mark.parametrize(
    ("text", "passage", "missing"),
    [
        ("The third meeting", "The second meeting", ["third"]),
        ("The 3rd meeting", "The second meeting", ["3rd"]),
        ("The first meeting", "The second meeting", ["first"]),
        ("Two ferries per day", "Two ferries per second", ["per day"]),
        ("Some 10–20 ministers", "Some 10–15 ministers", ["10–20"]),
    ],
)
def test_what_the_passage_does_not_say_is_found(text: str, passage: str, missing: list[str]) -> None:
    assert untraced_ordinals(text, passage) == missing


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("The second roundtable", "There were two roundtables."),
        ("The first meeting", "They met early."),
        ("Two ferries per day", "Two ferries a day"),
        ("A second passes.", "Time passes."),
        ("Some 10–15 ministers", "Some 10–15 ministers"),
    ],
)
def test_what_the_passage_says_in_another_way_is_left_alone(text: str, passage: str) -> None:
    assert untraced_ordinals(text, passage) == []


def test_an_ordinal_that_the_passage_does_not_have_is_an_error(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: The third keeper agreed.") == (
        'seeds/harbour/blocks/fact.yaml:5: error: short of "fact.a" says "third", but its passage does not '
        "[number-untraced]\n"
        "  hint: add an anchor for the passage that says it"
    )


def test_an_ordinal_with_a_long_s_is_one_all_the_same() -> None:
    assert untraced_ordinals("The ſecond meeting, per ſecond", "The third meeting, per day") == ["ſecond", "per ſecond"]
