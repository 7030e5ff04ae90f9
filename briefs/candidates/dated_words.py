"""Dates as running text writes them, in the words of a language: days, months, years, and spans of them.

"27 November 2009", "November 27, 2009", "12 et 13 avril 2023", "3 de agosto de 2018", "between October and December
2009", "in 2005", "end of 2024".
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefs.model.block_fields import Model
from briefs.model.held_spans import HeldSpans
from briefs.model.language_words import one_of
from briefs.model.lexicon import Words
from briefs.text.date_words import date_words

_YEAR = r"(?:1[5-9]|20)\d\d"


class DatingWords(Model):
    """What says that something is dated, besides the words of the date itself (`briefs/text/date_words.py`).

    A year by itself is a date after one of `years_after`. `parts` of a year or month, such as "end of", belong to a
    date. `events` say that something happened or will. After a phrase of `citing`, a date is that of a document, which
    is no event.
    """

    years_after: Words = ()
    parts: Words = ()
    events: Words = ()
    citing: Words = ()


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written, from `start` to `end` of its text, and what it is sorted by: 2009-11-27, 2009-11 or 2009."""

    text: str
    start: int
    end: int
    sort: str

    @property
    def has_year(self) -> bool:
        """Whether it gives its year."""
        return self.sort != "undated"

    @property
    def is_year(self) -> bool:
        """Whether it gives nothing but a year."""
        return len(self.sort) == len("2009")


def written_dates(text: str, words: DatingWords, language: str) -> list[WrittenDate]:
    """The dates in `text`, in order; two that one of `ranging` joins are one, with the year that the last one gives.

    A month alone is none: it may be another word ("may", "march")."""
    if not any(map(str.isdigit, text)):
        return []
    patterns = _patterns(words.years_after, words.parts, language)
    single = [_dated(found, patterns) for found in patterns.date.finditer(text)]
    taken = HeldSpans((one.start, one.end) for one in single)
    for found in patterns.year.finditer(text):
        if not taken.hold(found.start("year")):
            start = found.start("part") if found["part"] else found.start("year")
            single.append(WrittenDate(text[start : found.end()], start, found.end(), found["year"]))
    joined = _joined(sorted(single, key=lambda one: one.start), text, patterns)
    return [one for one in joined if any(map(str.isdigit, one.text))]


@dataclass(frozen=True, slots=True)
class _Patterns:
    date: re.Pattern[str]
    year: re.Pattern[str]
    ranging: re.Pattern[str]
    months: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=16)
def _patterns(years_after: tuple[str, ...], parts: tuple[str, ...], language: str) -> _Patterns:
    words = date_words(language)
    months, joining, ranging, ordinals = words.names("."), words.joining, words.ranging, words.ordinals
    name = one_of(name for names in months for name in names)
    joint = rf"(?:\s+(?:{one_of(joining)}))?\s+" if joining else r"\s+"
    day = rf"\d{{1,2}}(?:{one_of(ordinals)})?"
    ranged = rf"(?:\s?[-–]\s?|\s(?:{one_of(ranging)})\s)"
    date = (
        rf"(?:(?P<part>(?<!\w)(?:{one_of(parts)})){joint}|(?<!\w))"
        rf"(?:(?P<first>{day}){ranged})?(?:(?P<day>{day}){joint})?(?P<month>{name})(?!\w)"
        rf"(?:\s(?P<behind>{day})(?:[-–]\d{{1,2}})?(?!\d))?"
        rf"(?:,?{joint}(?P<year>{_YEAR})(?![\w/]|[.,-]\d))?"
    )
    year = (
        rf"(?:(?P<part>(?<!\w)(?:{one_of(parts)})){joint}|(?<!\w)(?:{one_of(years_after)})\s+(?:(?:{one_of(joining)})\s+)?)"
        rf"(?P<year>{_YEAR})(?:[-–/]\d{{2,4}})?(?![\w/]|[.,]\d|-\w)"
    )
    return _Patterns(
        re.compile(date, re.IGNORECASE),
        re.compile(year, re.IGNORECASE),
        re.compile(rf"(?:\s?[-–—]\s?|\s(?:{one_of(ranging)})\s)(?:(?:{one_of(joining)})\s)?", re.IGNORECASE),
        tuple(re.compile(one_of(names), re.IGNORECASE) for names in months),
    )


def _dated(found: re.Match[str], patterns: _Patterns) -> WrittenDate:
    month = next(number for number, one in enumerate(patterns.months, 1) if one.fullmatch(found["month"]))
    day = found["first"] or found["day"] or found["behind"]
    sort = _sort(found["year"], month, int(re.sub(r"\D", "", day)) if day else None)
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    return WrittenDate(found[0].strip(), start, found.end(), sort)


def _sort(year: str | None, month: int, day: int | None) -> str:
    if year is None:
        return "undated"
    try:
        return datetime.date(int(year), month, day or 0).isoformat()
    except ValueError:  # no day, or none of this month
        return f"{year}-{month:02d}"


def _joined(dates: list[WrittenDate], text: str, patterns: _Patterns) -> Iterator[WrittenDate]:
    """The dates with those joined that are the two ends of a span; the first has the year of the second, if none."""
    at = 0
    while at < len(dates):
        one = dates[at]
        following = dates[at + 1] if at + 1 < len(dates) else None
        if following is not None and patterns.ranging.fullmatch(text[one.end : following.start]):
            sort = one.sort if one.has_year else _with_year(one, following, patterns)
            yield WrittenDate(text[one.start : following.end], one.start, following.end, sort)
            at += 2
        else:
            yield one
            at += 1


def _with_year(one: WrittenDate, following: WrittenDate, patterns: _Patterns) -> str:
    if not following.has_year:
        return "undated"
    month = next((number for number, each in enumerate(patterns.months, 1) if each.search(one.text)), None)
    day = re.search(r"\d+", one.text)
    return _sort(following.sort[:4], month, int(day[0]) if day else None) if month else following.sort
