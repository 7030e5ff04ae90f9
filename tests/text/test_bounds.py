"""Words before a number say whether it is the least or the most."""

from __future__ import annotations

import pytest

from briefs.model.language_words import ENGLISH, FRENCH
from briefs.text.bounds import bound_before


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("more than ", 1),
        ("At least ", 1),
        ("no fewer than ", 1),
        ("over a ", 1),
        ("fewer than ", -1),
        ("up to ", -1),
        ("not more than ", -1),
        ("almost ", -1),
        ("upwards of ", 1),
        ("> ", 1),
        ("≤", -1),
        ("some ", 0),
        ("moreover ", 0),
        ("", 0),
    ],
)
def test_a_number_is_the_least_or_the_most(before: str, bound: int) -> None:
    assert bound_before(f"It took {before}12 boats", len(f"It took {before}"), ENGLISH) == bound


def test_a_language_without_words_for_bounds_has_none() -> None:
    assert bound_before("plus de 12", 8, FRENCH) == 0
