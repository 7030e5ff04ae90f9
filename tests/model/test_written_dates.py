"""Dates as people write them."""

from __future__ import annotations

import pytest

from briefs.model.written_dates import no_date, possible_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("23/11/2026", ["2026-11-23"]),
        ("11/23/2026", ["2026-11-23"]),
        ("3.4.2026", ["2026-04-03", "2026-03-04"]),
        ("23-11-26", ["2026-11-23"]),
        ("2026/11/23", ["2026-11-23"]),
        ("2026.4.3", ["2026-04-03", "2026-03-04"]),
        ("20261123", ["2026-11-23"]),
        ("23 November 2026", ["2026-11-23"]),
        ("23rd Nov. 2026", ["2026-11-23"]),
        ("November 23, 2026", ["2026-11-23"]),
        ("1er décembre 2026", ["2026-12-01"]),
        ("3. März 2026", ["2026-03-03"]),
        ("3 de mayo de 2026", ["2026-05-03"]),
        ("November 2026", []),
        ("31/31/2026", []),
        ("30 February 2026", []),
        ("today", []),
        ("", []),
    ],
)
def test_the_dates_that_a_text_may_mean_come_with_the_likeliest_first(text: str, dates: list[str]) -> None:
    assert [date.isoformat() for date in possible_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("23.11.2026", "of the form YYYY-MM-DD"),
        ("2026-2-3", "of the form YYYY-MM-DD"),
        ("2026-13-01", ": there is no month 13"),
        ("0000-01-01", ": there is no year 0000"),
        ("2026-02-30", ": February 2026 has 28 days, not 30"),
        ("2026-04-31", ": April 2026 has 30 days, not 31"),
        ("2026-04-00", ": April 2026 has 30 days, not 0"),
    ],
)
def test_a_day_that_does_not_exist_is_told_from_another_form(text: str, wrong: str) -> None:
    assert no_date(text).startswith(f'"{text}" is not a date')
    assert no_date(text).endswith(wrong)
