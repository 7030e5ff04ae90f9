"""A numbered copy of an edition, given to one recipient."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Copy:
    """What a personal copy says: whom it is for (as printed), its number (from 1), and of how many it is."""

    recipient: str
    number: int
    total: int
