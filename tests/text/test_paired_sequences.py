"""What two sequences share at both ends, and which of their elements belong together."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefs.text.paired_sequences import best_pairs, shared_ends

WORTHS = st.integers(1, 4).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 5), min_size=columns, max_size=columns), max_size=4)
)


def test_nothing_that_is_shared_counts_twice() -> None:
    assert shared_ends("abc", "abxc") == (2, 1)
    assert shared_ends("aa", "aaa") == (2, 0)
    assert shared_ends("", "a") == (0, 0)


@given(WORTHS)
def test_the_pairs_ascend_and_no_others_are_worth_more(worth: list[list[int]]) -> None:
    found = best_pairs(worth)
    assert _is_ascending(found)
    assert all(worth[row][column] for row, column in found)
    every = [(row, column) for row, own in enumerate(worth) for column, one in enumerate(own) if one]
    most = max(
        sum(worth[row][column] for row, column in chosen)
        for count in range(min(len(worth), len(worth[0]) if worth else 0) + 1)
        for chosen in combinations(every, count)
        if _is_ascending(chosen)
    )
    assert sum(worth[row][column] for row, column in found) == most


def _is_ascending(pairs: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> bool:
    return all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))
