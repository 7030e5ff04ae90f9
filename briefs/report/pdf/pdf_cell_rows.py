"""Which lines in the columns of a table without rules are one row of cells."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from briefs.report.pdf.pdf_chunks import Chunk

_SAME_LINE = 0.5
"""How far raised and lowered parts of a line are from its baseline, at most, in times the size of the type."""
_CLOSE = 1.29
"""Lines so many times the size of the type apart may be those of one cell, in any report."""
_MORE_WHITE = 0.1
"""From how much more on, in times the usual distance between lines of a cell, a distance is one between cells."""
_COMMON = 0.3
"""The usual distance between lines is the smallest that is so common, in times the most common one."""
_NEAREST, _FURTHEST = 0.9, 2.2
"""Lines of a cell are at least and at most so many times the size of the type apart."""
_SPACE, _MARGIN = 0.28, 0.25
"""A space between words, and room that may be left at the end of a line, in times the size of the type."""
_SHORT = 0.45
"""All lines of a column are short if none takes more of it than this."""
_LEVEL, _GOING_ON = 0.8, 0.35
"""In what part of the cells, at least, the first line is level with that of their row; in what part, at most, a cell
begins where nothing shows that the one above it has ended."""

_MOST_FULL = 0.85
"""In what part of the lines, at most, all cells have text: where in more of them, each line is a row."""


@dataclass(slots=True)
class CellLine:
    """A line in one column of a table."""

    y: float
    x0: float
    x1: float
    size: float
    chunks: list[Chunk]

    @property
    def text(self) -> str:
        """What it says."""
        return " ".join(chunk.text for chunk in sorted(self.chunks, key=lambda one: one.x0))

    @property
    def first_word(self) -> float:
        """About how wide its first word is, in points."""
        text = self.text
        return (self.x1 - self.x0) * len(text.split(" ", 1)[0]) / max(1, len(text))


Column: TypeAlias = Sequence[CellLine]
"""The lines of a column, from top to bottom."""


def cell_lines(chunks: Sequence[Chunk]) -> list[CellLine]:
    """The lines of one column; raised and lowered parts are with the line beside them."""
    lines: list[CellLine] = []
    for chunk in sorted(chunks, key=lambda one: -one.y):
        last = lines[-1] if lines else None
        if last is not None and last.y - chunk.y < _SAME_LINE * max(last.size, chunk.size):
            last.chunks.append(chunk)
            last.x0, last.x1 = min(last.x0, chunk.x0), max(last.x1, chunk.x1)
            if chunk.size > last.size:
                last.y, last.size = chunk.y, chunk.size
        else:
            lines.append(CellLine(chunk.y, chunk.x0, chunk.x1, chunk.size, [chunk]))
    return lines


def row_starts(columns: Sequence[Column], takes_spaced: bool = True) -> list[float]:
    """The heights of the first lines of the rows, from top to bottom; none if the columns have no rows in common.

    White space that goes through all columns divides rows, whatever the cells are aligned to. Without it, rows whose
    first lines are level begin where the cells above have ended: more white follows there than between lines of a
    cell, or the next word would have fitted in. `takes_spaced`: lines that are far apart are rows too, whatever is
    usual.
    """
    counts = _leads(columns)
    levels = _levels(columns)
    if not counts:
        return _divided_by_white(columns, levels, _CLOSE) if takes_spaced else []
    common = min(lead for lead, count in counts.items() if count >= _COMMON * max(counts.values()))
    for usual in dict.fromkeys((common, min(counts))):
        if starts := _divided_by_white(columns, levels, usual):
            return starts
    if counts[common] > 1 and (starts := _begun_level(columns, levels, common)):
        return starts
    return _divided_by_white(columns, levels, _CLOSE) if takes_spaced else []


def _leads(columns: Sequence[Column]) -> Counter[float]:
    """How often lines follow each other at which distances, in times the size of the type, if they may be lines of one
    cell."""
    counts: Counter[float] = Counter()
    for column in columns:
        for before, after in pairwise(column):
            lead = (before.y - after.y) / max(before.size, after.size)
            if _NEAREST <= lead <= _FURTHEST:
                counts[round(lead * 20) / 20] += 1
    return counts


def _levels(columns: Sequence[Column]) -> list[float]:
    """The heights at which there are lines, from top to bottom."""
    levels: list[float] = []
    for line in sorted((line for column in columns for line in column), key=lambda one: -one.y):
        if not levels or levels[-1] - line.y > 0.15 * line.size:
            levels.append(line.y)
    return levels


def _is_more(before: CellLine, after: CellLine, usual: float) -> bool:
    size = max(before.size, after.size)
    return before.y - after.y > usual * size + max(_MORE_WHITE * usual * size, 0.8)


def _divided_by_white(columns: Sequence[Column], levels: Sequence[float], usual: float) -> list[float]:
    """The rows, if more white than between lines of a cell goes through all columns between them."""
    heights = [[-line.y for line in column] for column in columns]
    starts = [levels[0]]
    for above, below in pairwise(levels):
        middle = -(above + below) / 2
        parted = []
        for column, ys in zip(columns, heights, strict=True):
            at = bisect_left(ys, middle)
            if 0 < at < len(column):
                parted.append(_is_more(column[at - 1], column[at], usual))
        if parted and all(parted):
            starts.append(below)
    inner = sum(
        1
        for column in columns
        for before, after in pairwise(column)
        if _is_more(before, after, usual) and not any(after.y - 1 <= start < before.y - 1 for start in starts)
    )
    return starts if len(starts) > 2 and inner <= 0.1 * len(starts) else []


def _begun_level(columns: Sequence[Column], levels: Sequence[float], usual: float) -> list[float]:
    """The rows, if the first lines of their cells are level."""
    edges = _edges(columns)
    at = [0] * len(columns)
    starts: list[float] = []
    cells = level = going_on = 0
    full = 0
    is_empty = [True] * len(columns)
    for height in levels:
        filled = [
            number
            for number, column in enumerate(columns)
            if at[number] < len(column) and abs(column[at[number]].y - height) <= 0.15 * column[at[number]].size
        ]
        shown = {number: _shown_end(columns[number], at[number], edges[number], usual) for number in filled}
        full += len(filled) == len(columns)
        is_first = not starts or _begins_row(shown)
        if is_first:
            starts.append(height)
            is_empty = [True] * len(columns)
        for number in filled:
            if is_empty[number]:
                cells += 1
                level += is_first
                going_on += shown[number] == 0 and len(starts) > 1
            is_empty[number] = False
            at[number] += 1
    is_table = level >= _LEVEL * cells and going_on <= _GOING_ON * cells and full <= _MOST_FULL * len(levels)
    return starts if is_table and len(starts) > 2 else []


def _edges(columns: Sequence[Column]) -> list[float]:
    """How far lines of each column may go: as far as the longest of them, or almost to the next column if all are far
    from it."""
    edges: list[float] = []
    lefts = [min(line.x0 for line in column) for column in columns]
    for column, left, following in zip(columns, lefts, [*lefts[1:], 0.0], strict=True):
        longest = max(line.x1 for line in column)
        is_short = longest - left < _SHORT * (following - left)
        edges.append(following - 2 * column[0].size if is_short else longest)
    return edges


def _begins_row(shown: dict[int, int]) -> bool:
    """Whether a row begins with lines of these columns, by what shows in each that the cell above has ended."""
    if 0 not in shown:
        return len(shown) > 1 and all(value > 1 for value in shown.values())
    values = list(shown.values())
    return max(values) > 1 or sum(map(bool, values)) >= 0.5 * len(values)


def _shown_end(column: Column, index: int, edge: float, usual: float) -> int:
    """How much shows that a cell has ended before a line: 2 by white space, 1 because its first word would have fitted
    in, 0 if nothing does."""
    if not index:
        return 2
    before, line = column[index - 1], column[index]
    if _is_more(before, line, usual):
        return 2
    room = edge - before.x1 - (_SPACE + _MARGIN) * line.size
    return int(line.first_word < room and not line.text[:1].islower())
