"""Dates with a month in a text."""

from __future__ import annotations

import pytest

from briefs.model.phrases import phrases_for
from briefs.text.calendar_dates import calendar_dates, is_borne_out, years

MONTHS = phrases_for("en").months


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("27 November and 8 December 2009", [(11, 27, None), (12, 8, 2009)]),
        ("May 2010", [(5, None, 2010)]),
        ("They may meet. May they?", []),
        ("November 3rd, 2009", [(11, 3, 2009)]),
        ("in February [2010]", [(2, None, 2010)]),
    ],
)
def test_dates_have_a_month_and_the_day_and_year_beside_it(
    text: str, found: list[tuple[int, int | None, int | None]]
) -> None:
    assert [(one.month, one.day, one.year) for one in calendar_dates(text, MONTHS)] == found


def test_years_are_numbers_of_four_digits_that_are_no_part_of_others() -> None:
    assert years("1951, 12,2010 ferries and 2,009 keepers; [2010]") == [1951, 2010]


@pytest.mark.parametrize(
    ("said", "given", "known", "is_given"),
    [
        ("8 December", "8 December 2009", [], True),
        ("8 November", "27 November and 8 December", [], False),
        ("8 December 2009", "8 December", [2009], True),
        ("8 December 2010", "8 December 2009", [2010], False),
        ("December 2009", "8 December 2009", [], True),
    ],
)
def test_a_date_is_borne_out_by_one_that_is_the_same_or_more_exact(
    said: str, given: str, known: list[int], is_given: bool
) -> None:
    (date,) = calendar_dates(said, MONTHS)
    assert is_borne_out(date, list(calendar_dates(given, MONTHS)), known) is is_given
