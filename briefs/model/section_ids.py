"""Ids of sections, by which style sheets and links find them; those of the program's own sections are reserved."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

NOTES: Final = "notes"
SOURCES: Final = "sources"
GAPS: Final = "gaps"
CLEARING_NOTES: Final = "clearing-notes"
CLEARANCE: Final = "clearance"

_RESERVED = frozenset((NOTES, SOURCES, GAPS, CLEARING_NOTES, CLEARANCE))
_TAG = re.compile(r"u\d+(-.*)?")
"""Tags of units, and what HTML derives from them, are ids in the same file."""


def subsection_id(parent: str, own: str) -> str:
    """The id of a subsection: whichever section moves, those under different sections cannot change places by it."""
    return f"{parent}--{own}"


class SectionIds:
    """The ids given so far to the sections of one template."""

    def __init__(self, used: Iterable[str] = ()) -> None:
        """None of those that are `used` is given again."""
        self._taken = {*used, *_RESERVED}
        self._tried: dict[str, int] = {}

    def free(self, wanted: str) -> str:
        """The id of the next section: `wanted`, or the first of `wanted-2`, `wanted-3` … that nothing else has.

        One that looks like the tag of a unit gets `section-` in front.
        """
        if _TAG.fullmatch(wanted):
            wanted = f"section-{wanted}"
        free = wanted
        while free in self._taken:  # those that were tried before are not free again
            self._tried[wanted] = self._tried.get(wanted, 1) + 1
            free = f"{wanted}-{self._tried[wanted]}"
        self._taken.add(free)
        return free
