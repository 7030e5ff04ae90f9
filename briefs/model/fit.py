"""How a brief fits its pages: what was left out and shortened, and how much room is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.document import Weight


@dataclass(frozen=True, slots=True)
class Fate:
    """What fitting did with one unit of a brief, and why.

    `unit` is its name and `tag` its short mark in the cleared edition. `section` is the heading of its section, not of
    a subsection. `lines` is its size as composed, in lines of running text; `reason` says why it was left out. `parts`
    are the blocks that a figure among `blocks` is drawn from. `text` is its beginning, as composed. `lacks` says, if
    that was found out, what a unit that is left out would need and how much is free.
    """

    unit: str
    tag: str
    blocks: tuple[str, ...]
    labels: tuple[str, ...]
    section: str
    lines: float
    weight: Weight
    fate: Literal["printed", "shortened", "left out"]
    reason: str = ""
    parts: tuple[str, ...] = ()
    text: str = ""
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """How a brief fits one paper: its pages, the share of the last page that is used, and the lines left free on it.

    `usable` are the lines that may still be filled on all pages of its budget; the others are reserved.
    """

    paper: str
    pages: int
    fill: float
    lines: float
    usable: float = 0.0


@dataclass(frozen=True, slots=True)
class Fit:
    """How a brief fits its pages. This is always about the cleared edition, the one distributed.

    `budget` is how many pages it may have; `pages` and `fill` are for the usual paper, the last of `rooms`, which has
    every paper that was tried. `words` and `units` are how many it has. `fates` has every unit of the brief as
    composed; `layouts` counts how often the brief was laid out. `reserved` lines stay free at the end.
    """

    audience: str
    pages: int
    budget: int
    fill: float
    words: int
    units: int
    rooms: tuple[Room, ...] = ()
    fates: tuple[Fate, ...] = ()
    layouts: int = 0
    product: str = BRIEF
    reserved: int = 0

    @property
    def key(self) -> BriefKey:
        """Which document it is about."""
        return BriefKey(self.audience, self.product)

    @property
    def left_out(self) -> tuple[Fate, ...]:
        """The units that are not printed."""
        return tuple(fate for fate in self.fates if fate.fate == "left out")

    @property
    def shortened(self) -> tuple[Fate, ...]:
        """The units that are printed in their short form."""
        return tuple(fate for fate in self.fates if fate.fate == "shortened")
