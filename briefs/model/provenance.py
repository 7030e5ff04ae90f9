"""What the units of a brief rest on: places in the report, and for those who clear a draft the passages there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place that a unit rests on, without its words: `start`–`end` in the clean text at `address`, and their hash.

    `unit` is the name of the unit.
    """

    unit: str
    address: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph of the report that a unit rests on, typeset; `marks` are where in it the words of its anchors are.

    `unit` is the name of the unit.
    """

    unit: str
    label: str
    text: str
    marks: tuple[tuple[int, int], ...]
