"""Parts of a text that are spoken for: whether something that is found begins within one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable


class HeldSpans:
    """Spans of a text, by their offsets; they may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            self._starts.append(start)
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def hold(self, start: int, end: int | None = None) -> bool:
        """Whether `start` is within a span or within several that touch, and so is all up to `end`, if it is given."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and (start < self._ends[at] if end is None else end <= self._ends[at])
