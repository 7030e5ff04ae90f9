"""Room for the longest words of headers and footers."""

from __future__ import annotations

import pytest

from briefs.model.sheet import Sheet
from briefs.render.reference.longest_words import in_whole, longest_word, with_room

LARGE = Sheet(size=18)


@pytest.mark.parametrize(
    ("widths", "longest", "expected"),
    [
        ((600, 4000), ("Held", "Migrants"), [880, 3720]),
        ((800, 4000), ("x", "For"), [800, 4000]),
        ((600, 700), ("Held", "Migrants"), [600, 700]),
        ((600, 2000, 2000), ("Held", "ab", "cd"), [880, 1860, 1860]),
        ((), (), []),
    ],
)
def test_a_column_gains_what_its_longest_word_lacks(
    widths: tuple[int, ...], longest: tuple[str, ...], expected: list[int]
) -> None:
    assert with_room(widths, longest, LARGE) == expected


def test_a_word_may_be_broken_at_its_hyphen() -> None:
    assert (longest_word("well-known words"), longest_word("")) == ("well-", "")
    assert longest_word("a High-level Dialogue") == "High-level", "but not a name"


def test_rounding_does_not_change_the_sum() -> None:
    assert in_whole((33.4, 33.4, 33.2)) == [34, 33, 33]
    assert in_whole(()) == []
