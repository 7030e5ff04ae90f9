"""Which word of a passage each word of edited wording stands for.

Wording follows its passage in long stretches. So of all ways to find its words in the passage, the one that jumps least
is taken: a word that the passage has several times is then the one beside the same neighbours.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

from briefs.text.readings import Reading

_UNPAIRED = 2.5
"""What it costs to leave a word out that the passage has: more than any jump."""
_SENTENCE = 1.0
_BACK = 0.4
_STEP = 0.1
_LONGEST = 0.6
_FEW = 16
"""Paths are looked at one by one if they can have up to so many ends."""
_NEAR = 6
"""From so many words on, all jumps cost the same."""
_MOST = _LONGEST + _SENTENCE + _BACK + 1e-6
"""A path that costs so much more than another is never part of the best one: the other can jump wherever it goes on."""
_Pairs = tuple[Any, int, int] | None
"""A pair of tokens of the wording and the passage, behind those that came before."""
_Path = tuple[float, int | None, _Pairs]
"""What it costs, the last token of the passage, and all pairs of tokens of the wording and the passage."""
_Way = tuple[float, int]
"""What it costs, and the number of the path."""


@lru_cache(maxsize=4096)
def partners(form: Reading, passage: Reading) -> Mapping[int, int]:
    """For each token of `form` with content that has a partner in `passage`, the index of that token."""
    order = passage.numbers
    paths: list[_Path] = [(0.0, None, None)]
    ends: set[int | None] = {None}
    for index in form.contentful:
        candidates = [passage.contentful[number] for number in passage.order.get(form.tokens[index].key, ())]
        if not candidates:
            continue
        new: list[_Path] = []
        ways = _FewWays(paths, passage, order) if len(ends) <= _FEW else _Ways(paths, passage, order)
        ends.update(candidates)
        for candidate in candidates:
            cost, number = ways.cheapest(candidate)
            new.append((cost, candidate, (paths[number][2], index, candidate)))
        skipped = [(cost + _UNPAIRED, last, path) for cost, last, path in paths]
        most = min([cost for cost, _, _ in new]) + _MOST
        paths = [path for path in _best_by_end([*new, *skipped]) if path[0] <= most]
    return _in_order(min(paths, key=lambda one: one[0])[2])


def _in_order(pairs: _Pairs) -> dict[int, int]:
    found = []
    while pairs is not None:
        pairs, index, candidate = pairs
        found.append((index, candidate))
    return dict(reversed(found))


def _best_by_end(
    paths: list[_Path],
) -> list[_Path]:
    best: dict[int | None, _Path] = {}
    for path in paths:
        if path[1] not in best or path[0] < best[path[1]][0]:
            best[path[1]] = path
    return list(best.values())


class _FewWays:
    """A few paths, to be gone on with: each is looked at, which is quicker than to prepare for many."""

    def __init__(self, paths: Sequence[_Path], passage: Reading, order: Mapping[int, int]) -> None:
        self._passage, self._order = passage, order
        self._ends = [(cost, last) for cost, last, _ in paths]

    def cheapest(self, candidate: int) -> _Way:
        """As that of `_Ways`."""
        return min(
            (cost if last is None else cost + _jump(last, candidate, self._passage, self._order), number)
            for number, (cost, last) in enumerate(self._ends)
        )


class _Ways:
    """Paths, to be gone on with. Those that end far from a token are not looked at one by one, but only the best of
    each side, in its sentence and outside of it: a word may be in a passage a thousand times (CWE-407).
    """

    def __init__(self, paths: Sequence[_Path], passage: Reading, order: Mapping[int, int]) -> None:
        self._passage, self._order = passage, order
        self._free = [(cost, number) for number, (cost, last, _) in enumerate(paths) if last is None]
        placed = [
            (order[last], last, (cost, number)) for number, (cost, last, _) in enumerate(paths) if last is not None
        ]
        placed.sort()
        self._at = [place for place, _, _ in placed]
        self._last = [last for _, last, _ in placed]
        self._own = [way for _, _, way in placed]
        self._sentences = [passage.tokens[last].sentence for last in self._last]
        self._before = list(accumulate(self._own, min))
        self._behind = list(accumulate(reversed(self._own), min))[::-1]
        self._inside_before = _best_so_far(self._own, self._sentences)
        self._inside_behind = _best_so_far(self._own[::-1], self._sentences[::-1])[::-1]

    def cheapest(self, candidate: int) -> _Way:
        """The way to `candidate` that costs least; the first of several."""
        place, sentence = self._order[candidate], self._passage.tokens[candidate].sentence
        start, end = bisect_left(self._at, place - _NEAR), bisect_right(self._at, place + _NEAR)
        ways = [*self._free]
        for at in range(start, end):
            cost, number = self._own[at]
            ways.append((cost + _jump(self._last[at], candidate, self._passage, self._order), number))
        if start and self._sentences[start - 1] == sentence:
            ways.append(_dearer(self._inside_before[start - 1], _LONGEST))
        if end < len(self._at) and self._sentences[end] == sentence:
            ways.append(_dearer(self._inside_behind[end], _LONGEST + _BACK))
        before = min(start, bisect_left(self._sentences, sentence))
        if before:
            ways.append(_dearer(self._before[before - 1], _LONGEST + _SENTENCE))
        behind = max(end, bisect_right(self._sentences, sentence))
        if behind < len(self._at):
            ways.append(_dearer(self._behind[behind], _LONGEST + _SENTENCE + _BACK))
        return min(ways)


def _best_so_far(ways: Sequence[_Way], sentences: Sequence[int]) -> list[_Way]:
    """The best of the ways up to each, within its sentence."""
    best: list[_Way] = []
    for at, way in enumerate(ways):
        best.append(min(best[-1], way) if at and sentences[at - 1] == sentences[at] else way)
    return best


def _dearer(way: _Way, by: float) -> _Way:
    return way[0] + by, way[1]


def _jump(last: int, candidate: int, passage: Reading, order: Mapping[int, int]) -> float:
    """What it costs to go on at `candidate` after `last`."""
    gap = order[candidate] - order[last]
    cost = 0.0 if gap == 1 else min(_STEP * abs(gap), _LONGEST)
    if passage.tokens[candidate].sentence != passage.tokens[last].sentence:
        cost += _SENTENCE
    return cost + (_BACK if gap <= 0 else 0.0)
