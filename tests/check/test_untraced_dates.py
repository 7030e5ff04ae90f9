"""Dates in edited wording that its passages do not have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.subjects import WordingToCheck, edited_wording
from briefs.check.untraced_dates import check_dates
from tests.builders import RULES
from tests.check.builders import ANCHOR
from tests.compose.builders import harbour_library


def _wording(folder: Path, text: str, passage: str) -> WordingToCheck:
    block = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    short: Keepers agreed.\n"
    (wording,) = edited_wording(harbour_library(folder, {"fact": block}), RULES)
    return replace(wording, text=text, passage=passage)


def _found(folder: Path, text: str, passage: str) -> list[str]:
    return [problem.message for problem in check_dates(_wording(folder, text, passage))]


def test_a_day_of_another_month_of_the_passage_is_an_error(tmp_path: Path) -> None:
    assert _found(tmp_path, "They met on 8 November.", "They met on 27 November and 8 December.") == [
        'short of "fact.a" gives the date "8 November", but its passage does not'
    ]


def test_a_date_of_the_passage_is_none(tmp_path: Path) -> None:
    assert _found(tmp_path, "They met on 8 December.", "They met on 27 November and 8 December 2009.") == []


def test_a_year_in_brackets_must_be_in_a_passage_of_the_block(tmp_path: Path) -> None:
    assert _found(tmp_path, "They met in December [2011].", "They met in December.") == [
        'short of "fact.a" gives [2011], which no passage of its block has'
    ]
