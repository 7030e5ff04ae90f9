"""Which office cleared an edition, and when: what a cleared edition says of it, without names of people."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClearedBy:
    """An `office` that cleared an edition, on a `date` (YYYY-MM-DD; empty if nobody wrote it).

    `edition` is the identifier of what it saw: most often a draft with the same words.
    """

    office: str
    date: str
    edition: str
