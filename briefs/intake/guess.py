"""A guess about a report: what goes into `report.yaml`, by what evidence, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

CERTAIN, LIKELY = 0.85, 0.6
"""From which certainty on a guess is called so; what is below both is unsure."""
_MOST = 0.97
"""However much speaks for a guess, it is one."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The guessed `value` of a `field` of `report.yaml`, which is None if a person must settle it.

    `evidence` says in plain words what it was read from, and `lines` where in the report, on the `page` with this
    label; `certainty` is from 0 to 1. `proposal` is what the value may be if it is open.
    """

    field: str
    value: Any
    evidence: str
    certainty: float
    lines: tuple[int, ...] = ()
    page: str = ""
    proposal: Any = None


def in_words(certainty: float) -> str:
    """How sure a guess is, in a word."""
    return "certain" if certainty >= CERTAIN else "likely" if certainty >= LIKELY else "unsure"


def together(certainties: Iterable[float]) -> float:
    """How sure several independent pieces of evidence for the same make it."""
    doubt = 1.0
    for certainty in certainties:
        doubt *= 1 - certainty
    return min(_MOST, 1 - doubt)
