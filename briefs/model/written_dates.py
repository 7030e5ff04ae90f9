"""Dates as people write them, for the hint that shows how a date is written in the files of a project."""

from __future__ import annotations

import calendar
import datetime
import re

_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
_NUMBERS = re.compile(r"(\d{1,4})\s*[./\-‑–— ]\s*(\d{1,2})\s*[./\-‑–— ]\s*(\d{1,4})")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+)?)?([^\W\d]{3,})\.?\s+(?:de\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?,\s*)?(\d{4})"
)


def possible_dates(text: str) -> list[datetime.date]:
    """The dates that `text` may mean, the likeliest first: of two numbers that may both be a month, the second is."""
    text = text.strip()
    if re.fullmatch(r"\d{8}", text):
        return _dates([(int(text[:4]), int(text[4:6]), int(text[6:]))])
    if found := _NUMBERS.fullmatch(text):
        first, second, third = (int(part) for part in found.groups())
        if first > 31:
            return _dates([(first, second, third), (first, third, second)])
        year = third if third > 99 else 2000 + third
        return _dates([(year, second, first), (year, first, second)])
    if found := _WORDS.fullmatch(text):
        day, name, other, named_year = found.groups()
        month = _month(name.lower())
        if month and (day or other):
            return _dates([(int(named_year), month, int(day or other))])
    return []


def no_date(text: str) -> str:
    """What is wrong with `text`, which is no date of the form YYYY-MM-DD: its form, or a day that does not exist."""
    if (found := re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text)) is None:
        return f'"{text}" is not a date of the form YYYY-MM-DD'
    year, month, day = (int(part) for part in found.groups())
    if year < 1 or not 1 <= month <= 12:
        return f'"{text}" is not a date: there is no {"month " + found[2] if year else "year " + found[1]}'
    days = calendar.monthrange(year, month)[1]
    return f'"{text}" is not a date: {_MONTHS[0].split()[month - 1].capitalize()} {year} has {days} days, not {day}'


def _month(name: str) -> int:
    """The number of the month called `name`, or that begins so; 0 if there is none."""
    for names in _MONTHS:
        for number, one in enumerate(names.split(), 1):
            if one.startswith(name):
                return number
    return 0


def _dates(parts: list[tuple[int, int, int]]) -> list[datetime.date]:
    found: dict[datetime.date, None] = {}
    for year, month, day in parts:
        try:
            found[datetime.date(year, month, day)] = None
        except ValueError:
            continue
    return list(found)
