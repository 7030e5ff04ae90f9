"""The date of a report, as its title page or imprint writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from briefs.intake.intake_words import IntakeWords
from briefs.model.language_words import one_of
from briefs.text.date_words import date_words

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_BARE_YEAR = re.compile(rf"(?<![\d./-]){_YEAR}(?:\s?[–/-]\s?(?:{_YEAR}|\d\d))?(?![\d/]|[.,-]\d)")
_HAN = re.compile(r"((?:19|20)\d\d)\s?年(?:\s?(1[0-2]|[1-9])\s?月(?:\s?([12]\d|3[01]|[1-9])\s?日)?)?")
_NUMBERS = re.compile(
    rf"(?<![\d./-])(?:{_YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?|[0-3]?\d[./][01]?\d[./]{_YEAR})(?![\d-])"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written in a text, the year in it, and where it begins there. It `has_month` or is only a year."""

    text: str
    year: int
    start: int
    has_month: bool


def date_in(text: str, words: IntakeWords) -> WrittenDate | None:
    """The most exact date in `text`: with a month, in digits, or the last year in it; None if it has none."""
    if found := _named(words.language).search(text):
        return WrittenDate(found[0].strip(), int(found["year"]), found.start(), True)
    for pattern in (_HAN, _NUMBERS):
        if found := pattern.search(text):
            year = re.search(_YEAR, found[0])
            return WrittenDate(found[0], int(year[0]) if year else 0, found.start(), pattern is _NUMBERS)
    years = list(_BARE_YEAR.finditer(text))
    if years:
        last = years[-1]
        return WrittenDate(last[0], int(last[0][:4]), last.start(), False)
    return None


@cache
def _named(language: str) -> re.Pattern[str]:
    """ "12 March 2010", "March 12, 2010", "October–December 2009", "le 1er mars 2010", "12 de marzo de 2010"."""
    words = date_words(language)
    month = f"(?:{one_of(name for names in words.names() for name in names)})"
    day = rf"\d{{1,2}}(?:{one_of(words.ordinals)})?"
    days = rf"{day}(?:(?:\s?[–-]\s?|\s(?:{one_of(words.ranging)})\s){day})?"
    of = rf"(?:\s(?:{one_of(words.joining)}))?"
    return re.compile(
        rf"(?<!\w)(?:{days}{of}\s)?{month}\.?(?:\s?[–/-]\s?(?:{days}{of}\s)?{month}\.?)?"
        rf"(?:\s{days},?)?(?:,|{of})?\s(?P<year>{_YEAR})(?!\d)",
        re.IGNORECASE,
    )
