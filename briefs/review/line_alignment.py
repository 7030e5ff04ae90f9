"""Finding lines again by their words and their order, where nothing else tells which is which.

Of all ways to pair two sequences in order, the best one is taken, in which pairs that have less in common than two
halves of a line are worth nothing; then what is left over is paired wherever it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from briefs.review.similarity import Words, similarity
from briefs.text.paired_sequences import best_pairs

GAP = 0.35
"""A pair must be more similar than this."""
MOST_PAIRS = 2_000_000
"""With more pairs to compare, as in a file to which a book was added, there is no time to compare them."""
MOVED = 0.6
"""How similar lines must be that do not stand in order."""


def aligned(one: Sequence[Words], other: Sequence[Words], fits: Callable[[int, int], bool]) -> dict[int, int]:
    """Which of `other` each of `one` is, in order; both by index. Only pairs that `fits` come into question.

    Texts of few words must be as similar as lines that do not stand in order. In more text than anybody edits, only
    what is equal is found.
    """
    if len(one) * len(other) > MOST_PAIRS:
        return _equal(one, other, fits)
    alike = [
        [
            found - GAP if fits(row, column) and (found := _alike(first, second)) else 0.0
            for column, second in enumerate(other)
        ]
        for row, first in enumerate(one)
    ]
    return dict(best_pairs(alike))


def moved(one: dict[int, Words], other: dict[int, Words], fits: Callable[[int, int], bool]) -> dict[int, int]:
    """Which of `other` each of `one` is, wherever it stands: the most similar pairs first."""
    if len(one) * len(other) > MOST_PAIRS:
        return {}
    found = [
        (-alike, row, column)
        for row, first in one.items()
        for column, second in other.items()
        if not first.are_few and not second.are_few and fits(row, column)
        if (alike := similarity(first, second, MOVED)) >= MOVED
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, row, column in sorted(found):
        if row not in pairs and column not in taken:
            pairs[row] = column
            taken.add(column)
    return pairs


def in_order(numbers: Sequence[int]) -> set[int]:
    """The places in `numbers` of the longest run that ascends (the first of those that are equally long)."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(places[at - 1] if at else -1)
        if at == len(ends):
            ends.append(number)
            places.append(place)
        else:
            ends[at], places[at] = number, place
    found: set[int] = set()
    place = places[-1] if places else -1
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _equal(one: Sequence[Words], other: Sequence[Words], fits: Callable[[int, int], bool]) -> dict[int, int]:
    places: dict[tuple[str, ...], list[int]] = {}
    for column in range(len(other) - 1, -1, -1):
        places.setdefault(other[column].all, []).append(column)
    pairs: dict[int, int] = {}
    for row, words in enumerate(one):
        free = places.get(words.all) if words.all else None
        if free and fits(row, free[-1]):
            pairs[row] = free.pop()
    return pairs


def _alike(one: Words, other: Words) -> float:
    if one.are_few or other.are_few:
        return similarity(one, other, MOVED) if one.all and other.all else 0.0
    return similarity(one, other, GAP)
