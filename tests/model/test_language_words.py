from __future__ import annotations

import re

from briefs.model.language_words import ENGLISH, LANGUAGE_WORDS, one_of
from briefs.model.phrases import LANGUAGES


def test_every_language_of_the_phrases_has_words_to_recognize() -> None:
    assert set(LANGUAGES) <= set(LANGUAGE_WORDS)
    assert ENGLISH.values["nineteen"] == 19
    assert ENGLISH.values["ninety"] == 90
    assert ENGLISH.factors["sixfold"] == 6


def test_all_words_are_in_lower_case() -> None:
    for words in LANGUAGE_WORDS.values():
        tables = (
            words.values,
            words.magnitudes,
            words.vague,
            words.factors,
            words.parts,
            words.units,
            words.short_magnitudes,
            words.ordinals,
            words.implied,
        )
        lists = (words.numbered, words.omitting, words.suspended, words.falling, words.negative, words.below)
        for word in [word for each in (*tables, *lists) for word in each]:
            assert word == word.lower()


def test_the_longest_word_that_fits_is_found_and_none_without_words() -> None:
    assert re.findall(one_of(["a", "p.m.", "a.m."]), "at 9 a.m.") == ["a", "a.m."]
    assert re.search(one_of([]), "anything") is None
