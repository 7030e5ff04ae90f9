"""How similar two wordings are, word by word (0 to 1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_IN_ORDER, _IN_ANY_ORDER = 0.65, 0.35
"""How much it counts which words two texts have in common in the same order, and which at all."""
FEWEST_WORDS = 3
"""Texts with fewer words are too short to be recognized by them."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in small letters."""

    all: tuple[str, ...]
    counts: Counter[str] = field(compare=False)

    @classmethod
    def of(cls, text: str) -> Words:
        """Those of `text`."""
        found = tuple(_WORD.findall(text.casefold()))
        return cls(found, Counter(found))

    @property
    def are_few(self) -> bool:
        """Whether the text is too short to be recognized by its words."""
        return len(self.all) < FEWEST_WORDS

    def __add__(self, other: Words) -> Words:
        return Words(self.all + other.all, self.counts + other.counts)


def similarity(one: Words, other: Words, least: float = 0.0) -> float:
    """How similar two texts are; 0 if it is less than `least`, of which they can be sure without looking closely."""
    if one.all == other.all:
        return 1.0
    shared = share(one, other)
    if shared <= least:
        return 0.0
    found = _IN_ORDER * _ratio(one.all, other.all) + _IN_ANY_ORDER * shared
    return found if found > least else 0.0


def share(one: Words, other: Words) -> float:
    """Which share of the words of both texts they have in common, in any order."""
    total = len(one.all) + len(other.all)
    return 2 * (one.counts & other.counts).total() / total if total else 1.0


def held(part: Words, whole: Words) -> float:
    """Which share of the words of `part` is in `whole`."""
    return (part.counts & whole.counts).total() / len(part.all) if part.all else 0.0


def without(whole: Words, part: Words) -> Words:
    """The words that `whole` has besides those of `part`; they are in no order."""
    rest = whole.counts - part.counts
    return Words(tuple(rest.elements()), rest)


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
