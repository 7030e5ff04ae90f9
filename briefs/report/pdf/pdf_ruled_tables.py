"""Tables with rules between their cells: where they are on a page, and what is in which cell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_rules import PageRules

_NEAR = 3.0
"""Within so many points, rules meet or are one."""
_MOST_ACROSS = 0.25
"""How much of the text in a table crosses edges of columns in rows that have several cells, at most."""
_LEAST_CELLS = 4
_MOST_COLUMNS, _MOST_ROWS = 40, 400


@dataclass(slots=True)
class RuledTable:
    """A table on a page: the edges of its box, and its rows from top to bottom, each with the chunks of each cell."""

    x0: float
    x1: float
    bottom: float
    top: float
    rows: list[list[list[Chunk]]] = field(default_factory=list)

    @property
    def chunks(self) -> list[Chunk]:
        """All chunks in the table."""
        return [chunk for row in self.rows for cell in row for chunk in cell]


def ruled_tables(rules: PageRules, chunks: Sequence[Chunk]) -> list[RuledTable]:
    """The tables on a page that have rules between columns and between rows, from top to bottom."""
    found: list[RuledTable] = []
    for level, upright in _meeting(rules):
        table = _table(level, upright, chunks)
        if table is not None and not any(_overlap(table, other) for other in found):
            found.append(table)
    return sorted(found, key=lambda one: -one.top)


def _overlap(one: RuledTable, other: RuledTable) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.bottom < other.top and other.bottom < one.top


def _meeting(rules: PageRules) -> list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]]:
    """Groups of level and upright rules that meet each other, the one with most rules first."""
    level = sorted(rules.level, key=lambda one: one[2])
    heights = [one[2] for one in level]
    owner = list(range(len(level) + len(rules.upright)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for number, (low, high, x) in enumerate(rules.upright, len(level)):
        at = bisect_right(heights, low - _NEAR)
        while at < len(level) and heights[at] <= high + _NEAR:
            if level[at][0] - _NEAR <= x <= level[at][1] + _NEAR:
                owner[root(at)] = root(number)
            at += 1
    groups: dict[int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = {}
    for index, rule in enumerate(level):
        groups.setdefault(root(index), ([], []))[0].append(rule)
    for index, rule in enumerate(rules.upright, len(level)):
        groups.setdefault(root(index), ([], []))[1].append(rule)
    both = [group for group in groups.values() if len(group[0]) >= 2 and group[1]]
    return sorted(both, key=lambda one: -len(one[0]) - len(one[1]))


def _table(
    level: list[tuple[float, float, float]], upright: list[tuple[float, float, float]], chunks: Sequence[Chunk]
) -> RuledTable | None:
    """The table between these rules; None if they hold nothing that is one."""
    x0, x1 = min(one[0] for one in level), max(one[1] for one in level)
    bottom, top = min(one[2] for one in level), max(one[2] for one in level)
    columns = _edges([(x, high - low) for low, high, x in upright], top - bottom, 0.25)
    rows = _edges([(y, right - left) for left, right, y in level], x1 - x0, 0.25)
    columns = [x0, *(x for x in columns if x0 + _NEAR < x < x1 - _NEAR), x1]
    if not 2 <= len(columns) - 1 <= _MOST_COLUMNS or not 2 <= len(rows) - 1 <= _MOST_ROWS:
        return None
    inside = [
        chunk for chunk in chunks if bottom < chunk.y + 0.3 * chunk.size < top and chunk.x1 > x0 and chunk.x0 < x1
    ]
    across = [chunk for chunk in inside if any(chunk.x0 < edge - _NEAR and chunk.x1 > edge + _NEAR for edge in columns)]
    table = RuledTable(x0, x1, bottom, top, [[[] for _ in columns[1:]] for _ in rows[1:]])
    for chunk in chunks:
        x, y = (chunk.x0 + chunk.x1) / 2, chunk.y + 0.3 * chunk.size
        if x0 - _NEAR <= x <= x1 + _NEAR and bottom < y < top:
            column = min(max(bisect_right(columns, min(x, chunk.x0 + chunk.size)) - 1, 0), len(columns) - 2)
            row = len(rows) - 1 - min(max(bisect_right(rows, y), 1), len(rows) - 1)
            table.rows[row][column].append(chunk)
    filled = [[bool(cell) for cell in row] for row in table.rows]
    per_column = [sum(column) for column in zip(*filled, strict=True)]
    if sum(per_column) < _LEAST_CELLS or sum(1 for count in per_column if count) < 2:
        return None
    full = [row for row, cells in zip(table.rows, filled, strict=True) if sum(cells) >= 2]
    crossing = {id(chunk) for chunk in across}
    lost = sum(len(chunk.text) for row in full for cell in row for chunk in cell if id(chunk) in crossing)
    if len(full) < 2 or lost > _MOST_ACROSS * sum(len(chunk.text) for chunk in inside):
        return None  # or frames around running text
    kept = [index for index, count in enumerate(per_column) if count]
    table.rows = [[row[index] for index in kept] for row in table.rows if any(row)]
    return table


def _edges(places: Sequence[tuple[float, float]], whole: float, least: float) -> list[float]:
    """The places of rules, those close together as one, if they are at least so much of the `whole` long."""
    merged: list[tuple[float, float]] = []
    for place, length in sorted(places):
        if merged and place - merged[-1][0] <= _NEAR:
            merged[-1] = (merged[-1][0], merged[-1][1] + length)
        else:
            merged.append((place, length))
    return [place for place, length in merged if length >= least * whole]
