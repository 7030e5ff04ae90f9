"""Fractions in words, and what may be something else."""

from __future__ import annotations

import pytest

from briefs.model.language_words import ENGLISH, FRENCH
from briefs.text.fractions import fractions_in, slashed_fractions


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("some two thirds of States", 2 / 3, "two thirds"),
        ("one-third of them", 1 / 3, "one-third"),
        ("half of them", 1 / 2, "half"),
        ("half a million", 500_000, "half a million"),
        ("three quarters of a million", 750_000, "three quarters of a million"),
        ("half an hour", 1 / 2, "half an hour"),
    ],
)
def test_a_fraction_has_its_value(text: str, value: float, shown: str) -> None:
    (one,) = fractions_in(text, ENGLISH)
    assert (one.value * one.size, text[one.start : one.end], one.may_be_other) == (value, shown, False)


@pytest.mark.parametrize("text", ["a third country", "the third of May", "the first half of 2010", "a quarter of 2010"])
def test_other_words_may_be_fractions(text: str) -> None:
    assert [one.may_be_other for one in fractions_in(text, ENGLISH)] == [True]


def test_an_ordinal_with_a_number_is_none_and_neither_is_a_word_of_another_language() -> None:
    assert list(fractions_in("two third countries", ENGLISH)) == []
    assert list(fractions_in("half of them", FRENCH)) == []


def test_fractions_in_digits_are_smaller_than_one() -> None:
    found = slashed_fractions("2/3 of 1/2, not 3/2, 9/11, 1/2/2026, 0/4, 5/6.5 or A/2/3")
    assert [one[0] for one in found] == ["2/3", "1/2"]
