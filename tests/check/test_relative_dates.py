"""Dates that a later reader cannot resolve."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.relative_dates import check_relative_dates_in_brief
from tests.builders import forms
from tests.check.builders import ANCHOR, IN_BLOCK, brief, to_check, wrong_blocks, wrong_wording
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit


def test_a_relative_date_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "lead: Next  spring") == (
        f'{IN_BLOCK} lead of "fact.a" has the relative date "next spring" [relative-date]\n'
        "  hint: give the year, in square brackets if the report only implies it"
    )


def test_a_relative_date_with_its_year_is_right(tmp_path: Path) -> None:
    block = (
        "{id: fact.a, anchor: The keepers will … spring of 2012, short: 'The keepers will meet next spring [2012].'}"
    )
    assert wrong_blocks(tmp_path, {"fact": f"kind: fact\nblocks:\n  - {block}\n"}) == ""


@pytest.mark.parametrize("heading", ["What comes next spring", "Last year", "In recent months"])
def test_a_relative_date_in_a_heading_is_found(heading: str) -> None:
    (found,) = check_relative_dates_in_brief(to_check(brief(heading=heading)))
    assert found.message.startswith("the brief would print the relative date")


def test_a_relative_date_in_the_reports_own_words_is_found_and_one_with_its_year_is_not() -> None:
    own = replace(unit("u1"), line=14, verbatim=True)
    (found,) = check_relative_dates_in_brief(to_check(brief(paragraph("They meet next spring.", own))))
    assert (found.place.line, found.hint[:20]) == (14, "print an edited form")
    assert list(check_relative_dates_in_brief(to_check(brief(paragraph("They meet next spring [2012].", own))))) == []


def test_what_is_reported_at_a_block_is_not_reported_again(tmp_path: Path) -> None:
    short = "    short: They will meet next spring.\n"
    library = harbour_library(tmp_path, {"fact": f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n{short}"})
    owner = replace(unit("u1", "fact.a"), line=14, forms=forms("fact.a/short"))
    made = brief(paragraph("They will meet next spring.", owner))
    assert list(check_relative_dates_in_brief(to_check(made, library))) == []
