"""Passages that blocks are drawn from already: nobody needs a candidate for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefs.candidates.found import Found
from briefs.candidates.gathering import STATING, label_of


@dataclass(frozen=True, slots=True)
class DrawnPassage:
    """A passage of a block: the kind of the block, what it is about if its kind has a field for that, the address of
    the passage, and its offsets in the clean text there."""

    kind: str
    label: str
    address: str
    start: int
    end: int


class Covered:
    """The passages of all blocks that were drawn."""

    def __init__(self, drawn: Iterable[DrawnPassage]) -> None:
        self._at: dict[str, list[DrawnPassage]] = {}
        self._labels: set[tuple[str, str]] = set()
        for one in drawn:
            self._at.setdefault(one.address, []).append(one)
            if one.label:
                self._labels.add((one.kind, one.label.casefold()))

    def has(self, found: Found, texts: Mapping[str, str]) -> bool:
        """Whether a block has the passage of `found`, or half of it, or is about the same. `texts` are the clean texts
        of the report, by address."""
        label = label_of(found)
        if label and (found.kind, label.casefold()) in self._labels:
            return True
        address = found.passage.leaf.address
        start = texts[address].find(found.passage.words)
        end = start + len(found.passage.words)
        return any(
            2 * (min(end, one.end) - max(start, one.start)) >= min(end - start, one.end - one.start)
            for one in self._at.get(address, ())
            if one.kind == found.kind or (one.kind in STATING and found.kind in STATING)
        )
