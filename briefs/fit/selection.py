"""What is done to make a brief fit: which units are left out, and which are printed in their short form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal


@dataclass(frozen=True, slots=True)
class Step:
    """One measure that makes a brief shorter, applied to the units with these names."""

    action: Literal["shorten", "leave out"]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Selection:
    """The units that are left out, and those that are printed in their short form, by name."""

    left_out: frozenset[str] = frozenset()
    shortened: frozenset[str] = frozenset()

    def with_back(self, steps: Iterable[Step]) -> Selection:
        """The selection without what `steps` left out; short forms stay short."""
        return replace(self, left_out=self.left_out.difference(*(step.units for step in steps)))


def selection_of(steps: Iterable[Step]) -> Selection:
    """The selection that `steps` make; their order does not matter."""
    left_out: set[str] = set()
    shortened: set[str] = set()
    for step in steps:
        (left_out if step.action == "leave out" else shortened).update(step.units)
    return Selection(frozenset(left_out), frozenset(shortened))
