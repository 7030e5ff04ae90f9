"""What the units of a brief rest on: places in the report and, for those who clear a draft, the passages there."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A place that a unit rests on: `start`–`end` in the clean text at `address`, with only a hash of its words.

    `unit` is the name of the unit.
    """

    unit: str
    address: str
    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Context:
    """A paragraph of the report that a unit rests on, typeset; `marks` are the spans of the words of its anchors.

    `unit` is the name of the unit.
    """

    unit: str
    label: str
    text: str
    marks: tuple[tuple[int, int], ...]
