"""Numbers that words imply: "both" are two, "a decade" is ten years, "second" may be 2, "a third" is a third.

They bear out what is said on a passage, but are not numbers themselves: nobody need bear them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefs.model.folding import ascii_letters, matching_form
from briefs.model.language_words import LANGUAGE_WORDS, LanguageWords
from briefs.text.fractions import fractions_in, slashed_fractions
from briefs.text.letter_runs import LETTERS, letters_in
from briefs.text.number_words import fraction_words
from briefs.text.quantities import Quantity

_DIGIT = re.compile(r"\d")
_ISO_DATE = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-])")


@lru_cache(maxsize=4096)
def implied_quantities(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """What words in `text` imply, each as a number or a part of the kind `number` or `part`."""
    words = LANGUAGE_WORDS.get(language, LANGUAGE_WORDS["en"])
    text = matching_form(text)
    if not _DIGIT.search(text) and letters_in(text).isdisjoint(_first_words(words)):
        return ()
    return tuple(_implied(ascii_letters(text), words))


def _implied(text: str, words: LanguageWords) -> Iterator[Quantity]:
    for one in fractions_in(text, words):
        if one.may_be_other:
            shown = text[one.start : one.end]
            yield Quantity(shown, shown, one.start, one.end, frozenset({one.value}), one.unit, "part")
    for found in slashed_fractions(text):
        for part in (1, 2):
            yield _number(found, part, float(found[part]), None)
    for found in _ISO_DATE.finditer(text):
        for part in (1, 3):
            yield _number(found, part, float(found[part]), None)
    if words.ordinals and not _begins(words).isdisjoint(LETTERS.findall(text.lower())):
        for found in _pattern(words).finditer(text):
            word = found[0].lower()
            if found["unit"]:
                yield _number(found, 0, 1.0, words.units[found["unit"].lower()])
            elif word in words.implied:
                value, unit = words.implied[word]
                yield _number(found, 0, value, words.units[unit] if unit else None)
            if word in words.ordinals:
                yield _number(found, 0, float(words.ordinals[word]), None)


def _number(found: re.Match[str], group: int, value: float, unit: tuple[str, float] | None) -> Quantity:
    return Quantity(found[group], found[group], *found.span(group), frozenset({value}), unit)


@cache
def _begins(words: LanguageWords) -> frozenset[str]:
    """The words of which a text must have one for the pattern to find anything."""
    units = (name for name in words.units if name.isalpha())
    return frozenset(found[0] for name in (*words.implied, *words.ordinals, *units) if (found := LETTERS.search(name)))


@cache
def _first_words(words: LanguageWords) -> frozenset[str]:
    """The words of which a text without digits must have one to imply anything: those of fractions too."""
    return _begins(words) | fraction_words(words)


@cache
def _pattern(words: LanguageWords) -> re.Pattern[str]:
    names = "|".join((*words.implied, *words.ordinals))
    articles = "|".join(words.articles)
    units = "|".join(name for name in words.units if name.isalpha())
    return re.compile(rf"(?<!\w)(?:(?:{articles}) (?P<unit>{units})|(?:{names}))(?!\w)", re.IGNORECASE)
