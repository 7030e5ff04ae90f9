"""In large print no column is narrower than its longest word, as far as the others have room."""

from __future__ import annotations

import pytest

from briefs.model.sheet import Sheet
from briefs.render.reference.longest_words import longest_word, widened

LARGE = Sheet(size=18)


@pytest.mark.parametrize(
    ("widths", "longest", "expected"),
    [
        ((600, 4000), (4, 8), [880, 3720]),
        ((800, 4000), (1, 3), [800, 4000]),
        ((600, 700), (4, 8), [600, 700]),
        ((600, 2000, 2000), (4, 2, 2), [880, 1860, 1860]),
        ((), (), []),
    ],
)
def test_a_column_gains_what_its_longest_word_lacks(
    widths: tuple[int, ...], longest: tuple[int, ...], expected: list[int]
) -> None:
    assert widened(widths, longest, LARGE) == expected


def test_a_word_may_be_broken_at_its_hyphen() -> None:
    assert (longest_word("well-known words"), longest_word("")) == (5, 0)
