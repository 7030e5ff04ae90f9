"""What softens a statement is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import RULES
from tests.check.builders import IN_BLOCK, wrong_of

SENTENCE = "A timetable would likely help some of the small ferries."
HINT = "  hint: keep it, or put another word in its place that softens as much"


def test_a_hedge_that_is_left_out_is_reported_with_the_passage(tmp_path: Path) -> None:
    assert wrong_of(tmp_path, SENTENCE, "short: A timetable would help some small ferries.") == (
        f'{IN_BLOCK} short of "fact.a" leaves out "likely" of its passage: “A timetable would likely help some of the '
        f"small ferries.” [hedge-dropped]\n{HINT}"
    )


def test_a_quantity_that_is_left_out_is_reported_with_its_noun(tmp_path: Path) -> None:
    assert wrong_of(tmp_path, SENTENCE, "short: A timetable would likely help ferries.") == (
        f'{IN_BLOCK} short of "fact.a" says "ferries", but its passage says "some": “A timetable would likely help '
        f"some of the small ferries.” [hedge-dropped]\n{HINT}"
    )


@pytest.mark.parametrize("short", ["A timetable would probably help some ferries.", "How a timetable works"])
def test_another_hedge_will_do_and_what_is_not_said_needs_none(tmp_path: Path, short: str) -> None:
    assert "hedge-dropped" not in wrong_of(tmp_path, SENTENCE, f"short: {short}")


def test_leads_and_languages_without_a_lexicon_are_not_asked_for_hedges(tmp_path: Path) -> None:
    assert "hedge-dropped" not in wrong_of(tmp_path, SENTENCE, "lead: A timetable would help")
    rules = replace(RULES, language="xx")
    assert wrong_of(tmp_path, SENTENCE, "short: A timetable would help ferries.", rules) == ""


def test_a_rough_number_stays_rough(tmp_path: Path) -> None:
    sentence = "Some 13 ferries wait at the quay."
    assert "some 13" in wrong_of(tmp_path / "exact", sentence, "short: 13 ferries wait at the quay.")
    assert wrong_of(tmp_path / "rough", sentence, "short: About 13 ferries wait at the quay.") == ""
