"""Texts of a report that are searched together, and found by the places that they stand at.

Looking through all texts for each anchor would take time that grows with the square of a report: so texts are joined
once, and searched as one; and what is in a place is found in a sorted list of all places (binary search).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import Generic, Protocol, TypeVar

from briefs.model.report import Leaf, Quotation

DISPLAYS = "displays"
"""The scope of all display quotations."""
SEPARATOR = "\n"
"""Between texts: no words of an anchor have it, since white space is single there."""
_BELOW = (" ", ".")
"""What stands between the address of a place and the rest of the address of one below it."""


_MANY = 200
"""Among more texts, words are looked up; among fewer, searching is as quick."""
_WORD = re.compile(r"[^\W_]+")


class Placed(Protocol):
    """A text in the form for matching, of a leaf of the report."""

    @property
    def leaf(self) -> Leaf:
        """The leaf that it is the text of."""

    @property
    def plain(self) -> str:
        """The text in the form for matching."""


T_placed = TypeVar("T_placed", bound=Placed)


class JoinedTexts(Generic[T_placed]):
    """Some texts, in reading order, that are searched as one text."""

    def __init__(self, nodes: Sequence[T_placed]) -> None:
        self.nodes = nodes
        self._all = SEPARATOR.join(node.plain for node in nodes)
        self._starts = [0, *accumulate(len(node.plain) + len(SEPARATOR) for node in nodes)]

    def with_words(self, words: str) -> Iterator[T_placed]:
        """At least the texts that have `words` as whole words, in reading order."""
        if len(self.nodes) <= _MANY:
            return self._found(words)
        having = [self._having.get(word, ()) for word in _WORD.findall(words)]
        fewest = min(having, key=len, default=None)
        if fewest is None:  # there are only signs
            return self._found(words)
        return (self.nodes[number] for number in fewest if words in self.nodes[number].plain)

    def _found(self, words: str) -> Iterator[T_placed]:
        """The texts that have `words`, also within other words."""
        start = self._all.find(words)
        while start >= 0:
            number = bisect_right(self._starts, start) - 1
            yield self.nodes[number]
            start = self._all.find(words, self._starts[number + 1])

    @cached_property
    def _having(self) -> Mapping[str, Sequence[int]]:
        """The numbers of the texts that have a word, by the word."""
        having: dict[str, list[int]] = {}
        for number, node in enumerate(self.nodes):
            for word in set(_WORD.findall(node.plain)):
                having.setdefault(word, []).append(number)
        return having


class PlacedLeaves:
    """Leaves of a report, in reading order, by the addresses and labels of their places."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        named = {(name, number) for number, leaf in enumerate(leaves) for name in (leaf.address, leaf.label)}
        self._places = sorted(named)
        self._displays = [number for number, leaf in enumerate(leaves) if is_display(leaf)]

    def within(self, scope: str) -> list[int]:
        """The numbers, counted from 0, of the leaves for which `is_in_scope` holds, in order."""
        if scope == DISPLAYS:
            return self._displays
        return sorted(
            set(chain(self._between(scope, f"{scope}\0"), *(self._beginning(scope + mark) for mark in _BELOW)))
        )

    def _beginning(self, words: str) -> Iterator[int]:
        return self._between(words, words[:-1] + chr(ord(words[-1]) + 1))

    def _between(self, first: str, end: str) -> Iterator[int]:
        """The numbers of the leaves whose place is `first`, or between it and `end` in the order of characters."""
        start, stop = (bisect_left(self._places, (one,)) for one in (first, end))
        return (number for _, number in self._places[start:stop])


def is_in_scope(leaf: Leaf, scope: str) -> bool:
    """Whether a leaf is at the place with this address or label, or below it, or is one of all display quotations."""
    if scope == DISPLAYS:
        return is_display(leaf)
    begins = tuple(scope + mark for mark in _BELOW)
    return any(place == scope or place.startswith(begins) for place in (leaf.address, leaf.label))


def is_display(leaf: Leaf) -> bool:
    """Whether a leaf is a quotation that is set apart from the body."""
    return isinstance(leaf, Quotation) and leaf.role != "block"
