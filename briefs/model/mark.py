"""Who made a change and when, as Word records it (ISO/IEC 29500-1, 17.13.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

ChangeKind: TypeAlias = Literal["inserted", "deleted"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """The author and the date (ISO 8601) of a change, as a file says them; either may be empty."""

    author: str = ""
    date: str = ""


UNKNOWN = Mark()
"""A mark of a change of which neither author nor date is known."""


@dataclass(frozen=True, slots=True)
class Change:
    """That an element of a Document was inserted or deleted as a whole, and by whom.

    If it was moved, both of its places have the same `move`; it is empty otherwise. `number` is the running number that
    a deleted element had.
    """

    kind: ChangeKind
    mark: Mark = UNKNOWN
    move: str = ""
    number: int | None = None
