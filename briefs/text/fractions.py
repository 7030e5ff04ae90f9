"""Fractions: "two thirds", "half a million", "a quarter of an hour", "2/3"; and bare ones, which may be ordinals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefs.model.language_words import LanguageWords, one_of


@dataclass(frozen=True, slots=True)
class Fraction:
    """A fraction from `start` to `end`, times `size`, such as a million.

    One that `may_be_other` may mean something else: "a third country", "the third", "the first half of the year".
    """

    start: int
    end: int
    value: float
    unit: tuple[str, float] | None
    size: int
    may_be_other: bool


_SLASHED = re.compile(r"(?<![\w/.,-])(\d)/(\d|10)(?!\w|/|[.,-]\d)")


def slashed_fractions(text: str) -> Iterator[re.Match[str]]:
    """The fractions in digits in `text`, such as "2/3", with their two numbers as groups."""
    return (found for found in _SLASHED.finditer(text) if 0 < int(found[1]) < int(found[2]))


def fractions_in(text: str, words: LanguageWords) -> Iterator[Fraction]:
    """The fractions in `text`, which has `ascii_letters`, in order."""
    lower = text.lower()
    if not any(part in lower for part in words.parts):  # much quicker than the pattern
        return
    for found in _pattern(words).finditer(text):
        times, part = (found["times"] or "").lower(), found["part"].lower()
        number = words.values.get(times, 1)
        if number > 1 and part in words.single_parts and found["joint"] == " ":  # "two third countries"
            continue
        unit = words.units[found["unit"].lower()] if found["unit"] else None
        size = words.magnitudes[found["size"].lower()] if found["size"] else 1
        is_one = bool(times or part == words.half) and found["of"] is not None
        is_sure = unit is not None or size > 1 or number > 1 or is_one
        yield Fraction(*found.span(), number / words.parts[part], unit, size, not is_sure)


@cache
def _pattern(words: LanguageWords) -> re.Pattern[str]:
    articles = one_of(words.articles)
    times = one_of((*words.articles, *(name for name, value in words.values.items() if 0 < value < 10)))
    units = one_of(name for name in words.units if name.isalpha() and len(name) > 2)
    of = f"(?: (?:{one_of(words.parting)}))"
    return re.compile(
        rf"(?<![\w'-])(?:(?P<times>{times})(?P<joint>[ -]))?(?P<part>{one_of(words.parts)})(?!\w)"
        rf"(?:(?:{of}? (?:{articles}) |[ -])(?:(?P<size>{one_of(words.magnitudes)})|(?P<unit>{units}))(?!\w)"
        rf"|(?={of} (?P<of>\D)))?",
        re.IGNORECASE,
    )
