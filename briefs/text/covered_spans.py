"""Whether places of a text are in one of many spans of it: looked up, rather than compared with each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class CoveredSpans:
    """Spans of a text, from (start, end) of each, in any order; they may overlap. `end` is behind the last."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def cover(self, place: int) -> bool:
        """Whether the character at `place` is in a span."""
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._ends[at]

    def go_on_at(self, place: int) -> bool:
        """Whether a span that began before `place` goes on there."""
        at = bisect_right(self._starts, place - 1) - 1
        return at >= 0 and place < self._ends[at]
