"""Dates that a later reader cannot resolve."""

from __future__ import annotations

from pathlib import Path

from tests.check.builders import IN_BLOCK, wrong_wording


def test_a_relative_date_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "lead: Next  spring") == (
        f'{IN_BLOCK} lead of "fact.a" has the relative date "next spring" [relative-date]\n'
        "  hint: give the year, in square brackets if the report only implies it"
    )


def test_a_relative_date_with_its_year_is_right(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Keepers meet next spring [2011].") == ""
