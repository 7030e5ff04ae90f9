"""Ids of sections, by which style sheets and links find them; those of the program's own sections are reserved."""

from __future__ import annotations

import re
from collections.abc import Set
from itertools import count
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


def free_id(wanted: str, used: Set[str]) -> str:
    """The id of a template's section: `wanted`, or the first of `wanted-2`, `wanted-3` … that nothing else has.

    One that looks like the tag of a unit gets `section-` in front.
    """
    if _TAG.fullmatch(wanted):
        wanted = f"section-{wanted}"
    taken = used | _RESERVED
    return wanted if wanted not in taken else next(one for n in count(2) if (one := f"{wanted}-{n}") not in taken)
