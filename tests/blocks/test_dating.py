"""The dates of blocks of kind `date`."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.blocks.drawing import draw
from tests.builders import RULES, harbour_report, write_files

DATE = """kind: date
blocks:
  - id: date.a
    when: "{when}"
    sort: "{sort}"
    anchor: The keepers will meet again in the spring of 2012.
    short: Meeting
"""


def _found(folder: Path, when: str, sort: str) -> list[str]:
    write_files(folder / "blocks", {"date": DATE.format(when=when, sort=sort)}, ".yaml")
    drawn = draw(harbour_report(), folder / "blocks", folder, RULES, {"captains"})
    return [f"{problem.place.line} {problem.code}: {problem.message}" for problem in drawn.problems]


@pytest.mark.parametrize(("when", "sort"), [("2012", "2012-04"), ("Spring [2012]", "2012"), ("No date", "undated")])
def test_a_date_of_the_passage_is_in_order(when: str, sort: str, tmp_path: Path) -> None:
    assert _found(tmp_path, when, sort) == []


def test_a_year_that_no_passage_has_is_an_error_even_in_brackets(tmp_path: Path) -> None:
    assert _found(tmp_path, "Spring [2013]", "2013") == [
        '4 date-untraced: "date.a" is dated 2013, which none of its passages has'
    ]


@pytest.mark.parametrize(("when", "sort"), [("2012", "2011"), ("May 2012", "2012-06"), ("3 May 2012", "2012-05-04")])
def test_what_a_date_is_sorted_by_agrees_with_it(when: str, sort: str, tmp_path: Path) -> None:
    assert _found(tmp_path, when, sort) == [f'5 date-untraced: "date.a" is sorted by {sort}, but is dated "{when}"']
