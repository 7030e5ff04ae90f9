"""A guess about a report: what goes into `report.yaml`, by what evidence, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Guess:
    """The guessed `value` of a `field` of `report.yaml`, which is None if a person must settle it.

    `evidence` says in plain words what it was read from, and `lines` where in the report; `certainty` is from 0 to 1.
    """

    field: str
    value: Any
    evidence: str
    certainty: float
    lines: tuple[int, ...] = ()
