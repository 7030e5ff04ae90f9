"""What reviewers answer in the places that a draft has for it: the clearance table, boxes to tick, room to write in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Decision: TypeAlias = Literal["cleared", "with comments", "not cleared", "unclear"]
"""What an office decided; `unclear` is whatever cannot be read for sure, and a person has to ask or to look."""


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """A row of the clearance table that somebody filled in.

    `office`, `name`, `written` (the decision) and `date_written` are as they stand in the file; `date` is the date in
    ISO 8601 if it can only be read in one way, else empty. `name` is for those who look at the file, and is not kept.
    """

    office: str
    decision: Decision
    written: str = ""
    name: str = ""
    date_written: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A box that somebody ticked: the name of its unit, empty if that is not known, and what a tick means."""

    unit: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What somebody wrote into the room for it: the name of the unit, or the words of the line that it completes."""

    unit: str
    text: str


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers in one returned file, which is known by its name, without a folder, and the hash of its bytes."""

    file: str
    sha256: str
    offices: tuple[OfficeAnswer, ...] = ()
    ticks: tuple[Tick, ...] = ()
    entries: tuple[Entry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody answered anything."""
        return not (self.offices or self.ticks or self.entries)
