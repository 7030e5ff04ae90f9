"""What two sequences have in common, in order: as many words as possible, in as few stretches as possible."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from briefs.text.paired_sequences import shared_ends

_LONG = 4_000_000
"""Pairs of elements beyond which only a good, not the longest subsequence is looked for."""
_ADJACENT = 100
"""What it is worth that two elements follow each other in both sequences: less than any word, more than a space."""
WORD, SIGN, SPACE = 10**9, 10**5, 10
"""What it is worth that an element is found in both sequences."""


class Stretch(NamedTuple):
    """Elements `start`–`end` of the old and `first`–`last` of the new sequence; `is_equal` if they are the same."""

    is_equal: bool
    start: int
    end: int
    first: int
    last: int


def stretches(old: Sequence[Hashable], new: Sequence[Hashable], worth: Sequence[int]) -> list[Stretch]:
    """Both sequences in stretches that are equal, and stretches that are not, by turns.

    `worth` says for each element of `old` what it is worth to find it in `new`: `WORD`, `SIGN` or `SPACE`.
    """
    start, after = shared_ends(old, new)
    inner_old, inner_new = old[start : len(old) - after], new[start : len(new) - after]
    if len(inner_old) * len(inner_new) > _LONG:
        pairs = _good(inner_old, inner_new)
    else:
        pairs = _longest(inner_old, inner_new, worth[start : len(old) - after])
    matched = [
        *((at, at) for at in range(start)),
        *((start + one, start + other) for one, other in pairs),
        *((len(old) - back, len(new) - back) for back in range(after, 0, -1)),
    ]
    return _in_stretches(matched, len(old), len(new))


def _good(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]


def _longest(old: Sequence[Hashable], new: Sequence[Hashable], worth: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of the most valuable common subsequence (Needleman and Wunsch, with a bonus for adjacent pairs)."""
    rows, columns = len(old), len(new)
    if not rows or not columns:
        return []
    best = [[0] * (columns + 1) for _ in range(rows + 1)]
    paired = [[-1] * (columns + 1) for _ in range(rows + 1)]
    paired[0][0] = 0
    for i in range(1, rows + 1):
        one, value = old[i - 1], worth[i - 1]
        above, row = best[i - 1], best[i]
        paired_above, paired_row = paired[i - 1], paired[i]
        for j in range(1, columns + 1):
            found = above[j] if above[j] >= row[j - 1] else row[j - 1]
            if one == new[j - 1]:
                adjacent, apart = paired_above[j - 1], above[j - 1]
                both = (adjacent + _ADJACENT if adjacent >= 0 and adjacent + _ADJACENT >= apart else apart) + value
                paired_row[j] = both
                found = both if both >= found else found
            row[j] = found
    return _traced(best, paired, worth)


def _traced(best: list[list[int]], paired: list[list[int]], worth: Sequence[int]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i, j = len(best) - 1, len(best[0]) - 1
    must_pair = False
    while i and j:
        if paired[i][j] >= 0 and (must_pair or paired[i][j] == best[i][j]):
            pairs.append((i - 1, j - 1))
            rest = paired[i][j] - worth[i - 1]
            adjacent = paired[i - 1][j - 1]
            must_pair = i > 1 and j > 1 and adjacent >= 0 and adjacent + _ADJACENT == rest
            i, j = i - 1, j - 1
        elif best[i - 1][j] == best[i][j]:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def _in_stretches(matched: Sequence[tuple[int, int]], old: int, new: int) -> list[Stretch]:
    made: list[Stretch] = []
    at, other = 0, 0
    for i, j in [*matched, (old, new)]:
        if i > at or j > other:
            made.append(Stretch(False, at, i, other, j))
        if (i, j) != (old, new):
            if made and made[-1].is_equal:
                made[-1] = made[-1]._replace(end=i + 1, last=j + 1)
            else:
                made.append(Stretch(True, i, i + 1, j, j + 1))
        at, other = i + 1, j + 1
    return made
