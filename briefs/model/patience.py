"""How much memory and time a command may take, and how people give one more than that."""

from __future__ import annotations

import os
import re

from briefs.model.limits import (
    LARGEST_MEMORY,
    LONGEST_SLOW_STEPS,
    LONGEST_STEP,
    LONGEST_STEP_PER_MB,
    LONGEST_STEP_PER_PAGE,
    MB,
    MOST_PAGES,
)

NAME = "BRIEFS_PATIENCE"
"""The variable of the environment that says how many times as much a command may take: a whole number."""

MOST = 100


def patience() -> int:
    """How many times as much a command may take: from 1 to 100; 1 if nobody says such a number."""
    asked = os.environ.get(NAME, "")
    return int(asked) if _is_number(asked) else 1


def check_patience() -> None:
    """Raise BriefsError if the environment asks for what is no whole number, or too large."""
    from briefs.model.diagnostics import BriefsError  # whoever only watches over a command does without it

    asked = os.environ.get(NAME, "")
    if asked and not _is_number(asked):
        shown = asked.encode(errors="replace").decode()[:20]
        raise BriefsError(f'{NAME} is "{shown}"', f"set it to a whole number from 1 to {MOST}")


def _is_number(asked: str) -> bool:
    return re.fullmatch("[0-9]{1,3}", asked) is not None and 1 <= int(asked) <= MOST


def memory() -> int:
    """The bytes of memory that each process of a command may take."""
    return LARGEST_MEMORY * patience()


def longest(read: int, pages: int = 0) -> tuple[float, float]:
    """The seconds of the processor that a step may take, and all slow steps together, if so many bytes were read, and
    briefs are fitted that may have so many `pages`."""
    more, for_pages = LONGEST_STEP_PER_MB * read / MB, LONGEST_STEP_PER_PAGE * min(pages, MOST_PAGES)
    return (
        (LONGEST_STEP + more + for_pages) * patience(),
        (LONGEST_SLOW_STEPS + 2 * more + 5 * for_pages) * patience(),
    )
