"""Ordinals, rates and ranges in edited wording: "the third meeting", "per day", "10–15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefs.model.folding import caseless
from briefs.model.language_words import LANGUAGE_WORDS, LanguageWords, one_of
from briefs.text.implied_quantities import implied_quantities
from briefs.text.letter_runs import LETTERS, letters_in
from briefs.text.quantities import quantities

_RANGE = re.compile(r"(?<![\w.,–-])(\d+)\s?[–-]\s?(\d+)(?![\w–-]|[.,]\d)")
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"(?<![\w.,])(\d+)(?:st|nd|rd|th)(?!\w)")


def untraced_ordinals(text: str, passage: str, language: str = "en") -> list[str]:
    """The ordinals and rates in `text` that `passage` has neither as such nor as numbers, and its ranges.

    A range or a rate is only held against a passage that has any, and "first" against one that counts on.
    """
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower(), LANGUAGE_WORDS["en"])
    said = list(_ordinals(text, words))
    missing: list[str] = []
    if said:
        given = {value for _, value in _ordinals(passage, words)}
        numbers = {value for one in (*quantities(passage), *implied_quantities(passage)) for value in one.values}
        for word, value in said:
            is_held = value > 1 or bool(given - {1})
            if is_held and value not in given and value not in numbers:
                missing.append(word)
    said_ranges = _RANGE.findall(text) if _DIGIT.search(text) else []
    ranges = set(_RANGE.findall(passage)) if said_ranges else set()
    missing += [f"{first}–{last}" for first, last in said_ranges if ranges and (first, last) not in ranges]
    rates = _rates(text, words)
    known = _rates(passage, words) if rates else {}
    return [*missing, *(found for unit, found in rates.items() if known and unit not in known)]


def _ordinals(text: str, words: LanguageWords) -> Iterator[tuple[str, int]]:
    """The ordinals of a text, each with its number; a "second" of time is none."""
    has_any = not letters_in(text).isdisjoint(_begins(words))
    ordinals = list(_pattern(words).finditer(text)) if has_any else []
    rates = {found.end() for found in _rate(words).finditer(text)} if ordinals else set()
    for found in ordinals:
        if found.end() not in rates:
            yield found[0], words.ordinals[caseless(found[0])]
    for found in _DIGITS.finditer(text) if _DIGIT.search(text) else ():
        yield found[0], int(found[1])


def _rates(text: str, words: LanguageWords) -> dict[str, str]:
    """The units in which a text gives rates, as they are in the singular, each with its words."""
    if not words.each or letters_in(text).isdisjoint(_each(words)):
        return {}
    return {caseless(found[1]): found[0] for found in _rate(words).finditer(text)}


@cache
def _begins(words: LanguageWords) -> frozenset[str]:
    """The words with which ordinals begin."""
    return frozenset(LETTERS.findall(caseless(name))[0] for name in words.ordinals)


@cache
def _each(words: LanguageWords) -> frozenset[str]:
    """The words with which rates begin."""
    return frozenset(LETTERS.findall(caseless(name))[0] for name in words.each)


@cache
def _pattern(words: LanguageWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{one_of(words.ordinals)})(?![\w-])", re.IGNORECASE)


@cache
def _rate(words: LanguageWords) -> re.Pattern[str]:
    units = one_of(name for name in words.units if name.isalpha() and len(name) > 2)
    return re.compile(rf"(?<!\w)(?:{one_of(words.each)}) ({units})(?!\w)", re.IGNORECASE)
