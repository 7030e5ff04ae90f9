"""The words by which checks understand what a brief says."""

from __future__ import annotations

import pytest

from briefs.model.grammar import ENGLISH, grammar_for


@pytest.mark.parametrize(
    ("words", "number"),
    [("Eight", 8), ("twenty-five", 25), ("43", 43), ("Some", None), ("well-known", None), ("two-sided", None)],
)
def test_numbers_are_read_in_digits_and_words(words: str, number: int | None) -> None:
    assert ENGLISH.number(words) == number


def test_a_language_is_found_by_its_primary_tag_and_others_have_no_words() -> None:
    assert grammar_for("en-GB") is grammar_for("EN") is ENGLISH
    assert grammar_for("fr") is None
