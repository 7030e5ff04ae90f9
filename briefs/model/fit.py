"""How a brief fits its pages: what was left out and shortened, and what room is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefs.model.document import Weight


@dataclass(frozen=True, slots=True)
class Fate:
    """What fitting did with one unit of a brief, and why.

    `unit` is its name and `tag` its short mark in the cleared edition. `lines` is its size in lines of running text
    before that; `reason` says why it was left out. `parts` are the blocks that a figure among `blocks` is drawn from.
    `text` is how it begins, as composed.
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


@dataclass(frozen=True, slots=True)
class Room:
    """How a brief lies on one paper: its pages, the share of the last one that is used, the lines free on it."""

    paper: str
    pages: int
    fill: float
    lines: float


@dataclass(frozen=True, slots=True)
class Fit:
    """How a brief lies in its pages: those of the cleared edition, which is what is distributed.

    `rooms` tells it for every paper that was tried; `pages` and `fill` are those of the last of them, the usual one.
    `fates` has every unit of the brief as composed; `layouts` is how often it was laid out.
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

    @property
    def left_out(self) -> tuple[Fate, ...]:
        return tuple(fate for fate in self.fates if fate.fate == "left out")

    @property
    def shortened(self) -> tuple[Fate, ...]:
        return tuple(fate for fate in self.fates if fate.fate == "shortened")
