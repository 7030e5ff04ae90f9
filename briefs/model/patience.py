"""How much memory and time a command may take, and how people give one more than that."""

from __future__ import annotations

import os

from briefs.model.limits import LARGEST_MEMORY, LONGEST_SLOW_STEPS, LONGEST_STEP, LONGEST_STEP_PER_MB, MB

NAME = "BRIEFS_PATIENCE"
"""The variable of the environment that says how many times as much a command may take."""

MOST = 1000.0


def patience() -> float:
    """How many times as much a command may take: a number from 1 to 1000; 1 if nobody says a number."""
    try:
        asked = float(os.environ.get(NAME, ""))
    except ValueError:
        return 1.0
    return min(asked, MOST) if asked >= 1 else 1.0


def memory() -> int:
    """The bytes of memory that each process of a command may take."""
    return round(LARGEST_MEMORY * patience())


def longest(read: int) -> tuple[float, float]:
    """The seconds of the processor that a step may take, and all slow steps together, if so many bytes were read."""
    more = LONGEST_STEP_PER_MB * read / MB
    return (LONGEST_STEP + more) * patience(), (LONGEST_SLOW_STEPS + 2 * more) * patience()
