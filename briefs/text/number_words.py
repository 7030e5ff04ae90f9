"""The words by which a text without digits shows that it may have numbers: without any of them, it has none."""

from __future__ import annotations

from functools import cache

from briefs.model.language_words import LanguageWords
from briefs.text.letter_runs import LETTERS


@cache
def number_words(language: LanguageWords) -> frozenset[str]:
    """The words of which at least one must be in a text that has numbers in words."""
    names = (*language.values, *language.magnitudes, *language.vague, *language.factors)
    return frozenset(part for name in names for part in LETTERS.findall(name))


@cache
def fraction_words(language: LanguageWords) -> frozenset[str]:
    """The words with which the names of fractions begin."""
    return frozenset(found[0] for name in language.parts if (found := LETTERS.search(name)))


@cache
def number_signs(language: LanguageWords) -> frozenset[str]:
    """The words of which at least one must be in a text that has numbers in words, or fractions."""
    return number_words(language) | fraction_words(language)
