"""Dates with a month in a text, as days of the calendar: "27 November", "May 2010", "8 December 2009"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

_YEAR = re.compile(r"(?<![\d.,/-])(?:1[6-9]|20)\d\d(?![\d/]|[.,]\d)")


class CalendarDate(NamedTuple):
    """A date as `text` writes it: the number of its month from 1, and its day and year if it has any."""

    text: str
    month: int
    day: int | None
    year: int | None


def calendar_dates(text: str, months: Sequence[str]) -> Iterator[CalendarDate]:
    """The dates in `text` with one of `months`, the names of the twelve. "May" alone may be a verb, and is none."""
    for found in _pattern(tuple(months)).finditer(text):
        number = found["before"] or found["behind"]
        name = found["month"]
        is_certain = number or found["year"] or not _is_verb(name)
        if is_certain:
            yield CalendarDate(
                found[0].strip(),
                months.index(name) + 1,
                int(number) if number else None,
                int(found["year"]) if found["year"] else None,
            )


def years(text: str) -> list[int]:
    """The years in `text`, in order."""
    return [int(found[0]) for found in _YEAR.finditer(text)]


def is_borne_out(date: CalendarDate, given: Sequence[CalendarDate], known_years: Sequence[int]) -> bool:
    """Whether `date` is one of those `given`, or less exact; a year may also be among the `known_years` of a passage
    that gives its date without one.
    """
    for one in given:
        is_day = date.day is None or date.day == one.day
        is_year = date.year is None or date.year == one.year or (one.year is None and date.year in known_years)
        if date.month == one.month and is_day and is_year:
            return True
    return False


def _is_verb(name: str) -> bool:
    return name == "May"


@cache
def _pattern(months: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s(?:of\s|de\s)?)?(?P<month>{names})(?!\w)"
        rf"(?:\s(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?(?![\d-]))?(?:,?\s\[?(?P<year>\d{{4}})(?!\d)\]?)?"
    )
