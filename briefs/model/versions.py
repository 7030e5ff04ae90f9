"""Editions: their status, version and date, how they are sorted, and which versions cleared ones may have."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

Status: TypeAlias = Literal["draft", "cleared"]
"""Whether a brief has been cleared for circulation."""

VERSION_FORM = "^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$"

_FINAL = re.compile(r"0*[1-9][0-9]*(\.[0-9]+)*")
"""Versions of cleared editions: numbers with dots between them, from 1 on."""


def is_final(version: str) -> bool:
    """Whether a cleared edition can have this version: of digits and dots only, and not below 1."""
    return _FINAL.fullmatch(version) is not None


def edition_order(date: str, version: str) -> tuple[str, list[tuple[bool, int, str]]]:
    """What editions of a brief are sorted by: `date` (ISO 8601), then `version` part by part, as 1.9 precedes 1.10.

    Parts that are no numbers precede those that are.
    """
    parts = version.replace("-", ".").split(".")
    return date, [(True, int(part), "") if part.isdecimal() else (False, 0, part) for part in parts]


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a brief: what its masthead and properties say about it."""

    status: Status
    version: str
    date: datetime.date
