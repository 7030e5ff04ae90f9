"""Stemmers of the Snowball project that find endings in tables.

The library's own compare the letters of a word with one ending after another, which takes half of their time. These
give the same stems.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from snowballstemmer import stemmer
from snowballstemmer.basestemmer import BaseStemmer


class _Table(NamedTuple):
    """The endings, or beginnings, of a list of the library by their letters, and how long they are, the longest first.

    It holds the list, lest its id is given to another one.
    """

    listed: Sequence[Any]
    by_letters: Mapping[str, Any]
    lengths: Sequence[int]


class _WithTables:
    """What finds the longest of a list of endings, or of beginnings, at a place of a word; see `BaseStemmer`."""

    current: str
    cursor: int
    limit: int
    limit_backward: int

    def find_among_b(self, listed: Sequence[Any]) -> int:
        """The result of the longest ending in front of the cursor that may be one; 0 if there is none."""
        table, cursor, current = _table(listed), self.cursor, self.current
        for length in table.lengths:
            start = cursor - length
            found = table.by_letters.get(current[start:cursor]) if start >= self.limit_backward else None
            if found is not None and self._is_one(found, start):
                return int(found.result)
        return 0

    def find_among(self, listed: Sequence[Any]) -> int:
        """The result of the longest beginning behind the cursor that may be one; 0 if there is none."""
        table, cursor, current = _table(listed), self.cursor, self.current
        for length in table.lengths:
            end = cursor + length
            found = table.by_letters.get(current[cursor:end]) if end <= self.limit else None
            if found is not None and self._is_one(found, end):
                return int(found.result)
        return 0

    def _is_one(self, found: Any, place: int) -> bool:
        """Whether what was found counts, by its own condition; if so, the cursor is at `place`."""
        self.cursor = place
        if found.method is not None and not found.method(self):
            return False
        self.cursor = place
        return True


_TABLES: dict[int, _Table] = {}


def _table(listed: Sequence[Any]) -> _Table:
    found = _TABLES.get(id(listed))
    if found is None:
        lengths = sorted({len(one.s) for one in listed}, reverse=True)
        found = _TABLES[id(listed)] = _Table(listed, {one.s: one for one in listed}, lengths)
    return found


def quick_stemmer(name: str) -> Any:
    """The stemmer of an algorithm, such as "english"; the library's own if that is not written in Python."""
    own = stemmer(name)
    return type("QuickStemmer", (_WithTables, type(own)), {})() if isinstance(own, BaseStemmer) else own
