"""What fitting needs to know about a brief that is laid out: how many pages it fills, and where its units stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, TypeVar

from briefs.fit.heights import LINE, UnitHeights
from briefs.model.document import Document
from briefs.model.fit import Room


class Extent(Protocol):
    """Where a unit, or a part of it on one page, stands."""

    @property
    def page(self) -> int:
        """The page, counted from 1."""

    @property
    def top(self) -> float:
        """Points from the top of the page to the top of the unit."""

    @property
    def bottom(self) -> float:
        """Points from the top of the page to the bottom of the unit."""


class LaidOutPages(Protocol):
    """A brief as laid out on one paper."""

    @property
    def pages(self) -> int:
        """How many pages it has."""

    @property
    def fill(self) -> float:
        """The share of the last page that is used, from 0 to 1."""

    @property
    def height(self) -> float:
        """The height of a page's text area, in points."""

    @property
    def units(self) -> Mapping[str, Sequence[Extent]]:
        """Where each unit stands, by its name."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What is known of a layout that nobody keeps: a layout of 60 pages takes 100 MB."""

    pages: int
    fill: float
    height: float
    units: Mapping[str, Sequence[Extent]]

    @classmethod
    def of(cls, laid_out: LaidOutPages) -> Measures:
        """Those of a layout."""
        return cls(laid_out.pages, laid_out.fill, laid_out.height, laid_out.units)


P = TypeVar("P", bound=LaidOutPages)

LayOut: TypeAlias = Callable[[Document], P]
"""Lays a finished brief out on one paper."""


def used_height(laid_out: LaidOutPages) -> float:
    """The total height of what is printed, in points: all pages but the last, and the used part of the last."""
    return (laid_out.pages - 1 + laid_out.fill) * laid_out.height


def room_on(paper: str, laid_out: LaidOutPages, excess: float) -> Room:
    """How the brief fits the paper of this name; it is `excess` points too long for its budget."""
    free = (1 - laid_out.fill) * laid_out.height
    return Room(paper, laid_out.pages, laid_out.fill, round(free / LINE, 1), round(-excess / LINE, 1))


def white_space(document: Document, laid_out: LaidOutPages) -> tuple[float, ...]:
    """The height that is free at the bottom of each page, in points: above its notes, below its last unit."""
    notes = {note.unit.name for note in document.notes}
    ends, feet = [0.0] * laid_out.pages, [0.0] * laid_out.pages
    for name, extents in laid_out.units.items():
        for extent in extents:
            if name in notes:
                feet[extent.page - 1] += extent.bottom - extent.top
            else:
                ends[extent.page - 1] = max(ends[extent.page - 1], extent.bottom)
    return tuple(max(0.0, laid_out.height - end - foot) for end, foot in zip(ends, feet, strict=True))


def heights_of(document: Document, laid_out: LaidOutPages) -> UnitHeights:
    """The heights of the units of `document` as laid out, in points."""
    return {
        (unit.name, unit.forms): round(sum(extent.bottom - extent.top for extent in laid_out.units[unit.name]), 1)
        for unit in document.units()
        if unit.name in laid_out.units
    }
