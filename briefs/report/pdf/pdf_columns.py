"""The order in which the parts of a page are read: columns, and what stands above, below and beside them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from briefs.report.pdf.pdf_chunks import Chunk, is_right_to_left

_LEAST_ROWS, _SURE_ROWS = 4, 7
"""How many lines a column has at least; and at least if the gap beside it is narrow."""
_LEAST_LETTERS = 11
"""How many letters lines in columns have on average; in tables and lists they have fewer."""
_LEAST_NOTE = 4.5
"""How many letters lines of a note in the margin have on average; markers of items have fewer."""
_LEAST_FILL = 0.45
"""How much of the width of a column its lines fill, in the median."""
_MOST_OPEN = 40
_DEEPEST = 12


@dataclass(slots=True)
class Band:
    """Chunks side by side, whose heights overlap: a line of one column or of several."""

    top: float
    bottom: float
    chunks: list[Chunk] = field(default_factory=list)


@dataclass(slots=True)
class _Gap:
    """White space from top to bottom of some bands."""

    x0: float
    x1: float
    first: int
    last: int


def reading_order(chunks: Sequence[Chunk], rules: Sequence[tuple[float, float, float]] = ()) -> list[list[Chunk]]:
    """The chunks of a page in the parts in which they are read, one after the other; none is left out.

    `rules` are level lines on the page: left and right end, and height. Where some cross a gap between texts, these
    are cells of a table, and no columns.
    """
    return _ordered(list(chunks), rules, 0)


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


def _ordered(chunks: list[Chunk], rules: Sequence[tuple[float, float, float]], depth: int) -> list[list[Chunk]]:
    if len(chunks) < 2 * _LEAST_ROWS or depth > _DEEPEST:
        return [chunks] if chunks else []
    bands = bands_of(chunks)
    gap = _best_gap(bands, rules)
    if gap is None:
        return [chunks]
    above = [chunk for band in bands[: gap.first] for chunk in band.chunks]
    beside = [chunk for band in bands[gap.first : gap.last + 1] for chunk in band.chunks]
    below = [chunk for band in bands[gap.last + 1 :] for chunk in band.chunks]
    middle = (gap.x0 + gap.x1) / 2
    left = [chunk for chunk in beside if (chunk.x0 + chunk.x1) / 2 < middle]
    right = [chunk for chunk in beside if (chunk.x0 + chunk.x1) / 2 >= middle]
    sides = [right, left] if is_right_to_left("".join(chunk.text for chunk in beside)) else [left, right]
    parts = [above, *sides, below]
    return [found for part in parts for found in _ordered(part, rules, depth + 1)]


def _best_gap(bands: list[Band], rules: Sequence[tuple[float, float, float]]) -> _Gap | None:
    """The highest gap between two columns."""
    x0 = min(chunk.x0 for band in bands for chunk in band.chunks)
    x1 = max(chunk.x1 for band in bands for chunk in band.chunks)
    size = median(chunk.size for band in bands for chunk in band.chunks)
    narrowest = max(0.8 * size, 5.0)
    best: _Gap | None = None
    best_rows = 0
    for gap in _gaps(bands, x0, x1, narrowest):
        rows = gap.last - gap.first + 1
        if rows > best_rows and (trimmed := _between_columns(bands, gap, size, rules)) is not None:
            best, best_rows = trimmed, rows
    return best


def _gaps(bands: list[Band], x0: float, x1: float, narrowest: float) -> list[_Gap]:
    """White spaces at least so wide that go through as many bands as they can, the highest first."""
    opened: list[_Gap] = []
    found: list[_Gap] = []
    for index, band in enumerate(bands):
        free = _free(band, x0, x1, narrowest)
        going_on: dict[tuple[float, float], _Gap] = {}
        for gap in opened:
            is_kept = False
            for left, right in free:
                a, b = max(gap.x0, left), min(gap.x1, right)
                if b - a >= narrowest:
                    is_kept = is_kept or (a, b) == (gap.x0, gap.x1)
                    other = going_on.get((a, b))
                    if other is None or other.first > gap.first:
                        going_on[a, b] = _Gap(a, b, gap.first, index)
            if not is_kept:
                found.append(gap)
        for left, right in free:
            going_on.setdefault((left, right), _Gap(left, right, index, index))
        opened = sorted(going_on.values(), key=lambda one: one.first)[:_MOST_OPEN]
    found += opened
    found = [gap for gap in found if gap.last - gap.first + 1 >= _LEAST_ROWS]
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


def _between_columns(
    bands: list[Band], gap: _Gap, size: float, rules: Sequence[tuple[float, float, float]]
) -> _Gap | None:
    """The part of a gap that has columns on both sides, or None if there are none."""
    sides: tuple[list[tuple[int, list[Chunk]]], list[tuple[int, list[Chunk]]]] = ([], [])
    middle = (gap.x0 + gap.x1) / 2
    for index in range(gap.first, gap.last + 1):
        for side, is_left in ((sides[0], True), (sides[1], False)):
            here = [chunk for chunk in bands[index].chunks if (chunk.x1 <= middle) is is_left]
            if here:
                side.append((index, here))
    if not sides[0] or not sides[1]:
        return None
    first = gap.first
    last = gap.last
    if max(sides[0][0][0], sides[1][0][0]) >= min(sides[0][-1][0], sides[1][-1][0]):
        return None  # one below the other
    if gap.x1 - gap.x0 > size and _is_beside(sides):
        return _Gap(gap.x0, gap.x1, first, last)
    least = _LEAST_ROWS if gap.x1 - gap.x0 > 1.5 * size else _SURE_ROWS
    if not all(_is_column(side, least) for side in sides):
        return None
    beside = [chunk for side in sides for _, row in side for chunk in row]
    if sum("Table" in chunk.style.tags for chunk in beside) > len(beside) / 2:
        return None
    top, bottom = bands[first].top, bands[last].bottom
    if sum(1 for a, b, y in rules if bottom < y < top and a < gap.x0 - size and b > gap.x1 + size) >= 2:
        return None
    if _is_table(sides):
        return None
    return _Gap(gap.x0, gap.x1, first, last)


def _is_column(side: list[tuple[int, list[Chunk]]], least: int) -> bool:
    if len(side) < least:
        return False
    letters = sum(len(chunk.text) for _, row in side for chunk in row) / len(side)
    widths = [max(chunk.x1 for chunk in row) - min(chunk.x0 for chunk in row) for _, row in side]
    widest = max(chunk.x1 for _, row in side for chunk in row) - min(chunk.x0 for _, row in side for chunk in row)
    inked = [sum(chunk.x1 - chunk.x0 for chunk in row) for _, row in side]
    return letters >= _LEAST_LETTERS and median(widths) >= _LEAST_FILL * widest and sum(inked) >= 0.7 * sum(widths)


def _is_beside(sides: tuple[list[tuple[int, list[Chunk]]], list[tuple[int, list[Chunk]]]]) -> bool:
    """Whether one side is a few words in one place beside a column of running text: a note in the margin."""
    few, many = sorted(sides, key=len)
    if not _is_column(many, _SURE_ROWS) or len(few) > len(many) / 2:
        return False
    edges = [min(chunk.x0 for chunk in row) for _, row in many]
    if sum(1 for edge in edges if abs(edge - min(edges)) < 2) < 0.7 * len(edges):
        return False
    letters = sum(len(chunk.text) for _, row in few for chunk in row) / len(few)
    return letters >= _LEAST_NOTE and few[-1][0] - few[0][0] <= 2 * len(few) + 1 and not _steps(few)


def _is_table(sides: tuple[list[tuple[int, list[Chunk]]], list[tuple[int, list[Chunk]]]]) -> bool:
    """Whether lines on both sides of a gap stop and begin at the same heights, as the cells of a table do."""
    steps = [_steps(side) for side in sides]
    fewer, more = sorted(steps, key=len)
    if len(fewer) < 2 or len(more) > 2 * len(fewer):
        return False
    matched = sum(1 for y in fewer if any(abs(y - other) < 3 for other in more))
    return matched >= 0.8 * len(more)


def _steps(side: list[tuple[int, list[Chunk]]]) -> list[float]:
    """The heights at which text begins again after more white than there is between lines."""
    heights = [max(chunk.y for chunk in row) for _, row in side]
    leads = [before - after for before, after in itertools.pairwise(heights)]
    usual = median(leads) if leads else 0.0
    return [after for lead, after in zip(leads, heights[1:], strict=True) if lead > 1.25 * usual]
