"""The words by which a text shows that it may have numbers."""

from __future__ import annotations

import pytest

from briefs.model.language_words import LANGUAGE_WORDS
from briefs.text.letter_runs import letters_in
from briefs.text.number_words import fraction_words, number_signs, number_words
from briefs.text.quantities import quantities

ENGLISH = LANGUAGE_WORDS["en"]


@pytest.mark.parametrize("text", ["forty-three keepers", "Thousands wait.", "It doubled.", "a quarter of an hour"])
def test_a_text_with_numbers_in_words_has_one_of_them(text: str) -> None:
    assert quantities(text)
    assert not letters_in(text).isdisjoint(number_signs(ENGLISH))


def test_names_of_fractions_are_among_them_by_their_first_words() -> None:
    assert "third" in fraction_words(ENGLISH)
    assert "third" not in number_words(ENGLISH)
    assert letters_in("Keepers wait for ferries.").isdisjoint(number_signs(ENGLISH))
