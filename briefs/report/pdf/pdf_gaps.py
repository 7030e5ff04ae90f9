"""White space on a page: bands of text side by side, and gaps that go through several of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.report.pdf.pdf_chunks import Chunk

_FEWEST_BANDS = 4
_MOST_OPEN = 40

Side: TypeAlias = list[tuple[int, list[Chunk]]]
"""What stands on one side of a gap: the index of each band that has text there, with that text."""


@dataclass(slots=True)
class Band:
    """Chunks side by side, whose heights overlap: a line of one column or of several."""

    top: float
    bottom: float
    chunks: list[Chunk] = field(default_factory=list)


@dataclass(slots=True)
class Gap:
    """White space from top to bottom of some bands."""

    x0: float
    x1: float
    first: int
    last: int


def bands_of(chunks: Sequence[Chunk]) -> list[Band]:
    """The chunks in bands, from top to bottom."""
    bands: list[Band] = []
    for chunk in sorted(chunks, key=lambda one: -one.top):
        top, bottom = chunk.top, chunk.bottom
        if bands:
            last = bands[-1]
            overlap = min(top, last.top) - max(bottom, last.bottom)
            if overlap > 0.5 * min(top - bottom, last.top - last.bottom):
                last.chunks.append(chunk)
                last.bottom = min(last.bottom, max(bottom, last.top - 1.6 * (last.top - last.bottom)))
                continue
        bands.append(Band(top, bottom, [chunk]))
    return bands


def gaps_of(bands: list[Band], narrowest: float) -> list[Gap]:
    """White spaces at least so wide that go through as many bands as they can, the highest first."""
    x0 = min(chunk.x0 for band in bands for chunk in band.chunks)
    x1 = max(chunk.x1 for band in bands for chunk in band.chunks)
    opened: list[Gap] = []
    found: list[Gap] = []
    for index, band in enumerate(bands):
        free = _free(band, x0, x1, narrowest)
        going_on: dict[tuple[float, float], Gap] = {}
        for gap in opened:
            is_kept = False
            for left, right in free:
                a, b = max(gap.x0, left), min(gap.x1, right)
                if b - a >= narrowest:
                    is_kept = is_kept or (a, b) == (gap.x0, gap.x1)
                    other = going_on.get((a, b))
                    if other is None or other.first > gap.first:
                        going_on[a, b] = Gap(a, b, gap.first, index)
            if not is_kept:
                found.append(gap)
        for left, right in free:
            going_on.setdefault((left, right), Gap(left, right, index, index))
        opened = sorted(going_on.values(), key=lambda one: one.first)[:_MOST_OPEN]
    found += opened
    found = [gap for gap in found if gap.last - gap.first + 1 >= _FEWEST_BANDS]
    return sorted(found, key=lambda one: (one.first - one.last, one.x0 - one.x1))[: 2 * _MOST_OPEN]


def _free(band: Band, x0: float, x1: float, narrowest: float) -> list[tuple[float, float]]:
    free: list[tuple[float, float]] = []
    end = x0
    for chunk in sorted(band.chunks, key=lambda one: one.x0):
        if chunk.x0 - end >= narrowest:
            free.append((end, chunk.x0))
        end = max(end, chunk.x1)
    if x1 - end >= narrowest:
        free.append((end, x1))
    return free


def sides_of(bands: Sequence[Band], gap: Gap) -> tuple[Side, Side]:
    """What stands to the left and to the right of a gap."""
    sides: tuple[Side, Side] = ([], [])
    middle = (gap.x0 + gap.x1) / 2
    for index in range(gap.first, gap.last + 1):
        for side, is_left in ((sides[0], True), (sides[1], False)):
            here = [chunk for chunk in bands[index].chunks if (chunk.x1 <= middle) is is_left]
            if here:
                side.append((index, here))
    return sides
