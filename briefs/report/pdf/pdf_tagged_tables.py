"""Tables of tagged files: which chunks the structure says are in which cell."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_ruled_tables import RuledTable

_MOST_COLUMNS = 40


def tagged_tables(chunks: Sequence[Chunk]) -> list[RuledTable]:
    """The tables on a page by its structure elements. Those of one row or column only arrange a page, and are none."""
    tables: dict[int, dict[int, dict[int, list[Chunk]]]] = {}
    for chunk in chunks:
        if (cell := chunk.style.around.cell) is not None:
            tables.setdefault(cell[0], {}).setdefault(cell[1], {}).setdefault(cell[2], []).append(chunk)
    found: list[RuledTable] = []
    for rows in tables.values():
        inside = [chunk for row in rows.values() for cell in row.values() for chunk in cell]
        wide = sum(1 for row in rows.values() if len(row) > 1)
        if wide < 2 or max(map(len, rows.values())) > _MOST_COLUMNS:
            continue
        found.append(
            RuledTable(
                min(chunk.x0 for chunk in inside),
                max(chunk.x1 for chunk in inside),
                min(chunk.bottom for chunk in inside),
                max(chunk.top for chunk in inside),
                _in_columns([list(row.values()) for row in rows.values()]),
            )
        )
    return found


def _in_columns(rows: Sequence[Sequence[list[Chunk]]]) -> list[list[list[Chunk]]]:
    """The rows, each with a cell for every column: where cells are missing, the others go by their places."""
    widest = max(rows, key=len)
    lefts = [min(chunk.x0 for chunk in cell) for cell in widest]
    rights = [max(chunk.x1 for chunk in cell) for cell in widest]
    filled: list[list[list[Chunk]]] = []
    for row in rows:
        cells: list[list[Chunk]] = [[] for _ in widest]
        for index, cell in enumerate(row):
            at = index if len(row) == len(widest) else _column(cell, lefts, rights)
            cells[at] += cell
        filled.append(cells)
    return filled


def _column(cell: Sequence[Chunk], lefts: Sequence[float], rights: Sequence[float]) -> int:
    """The column in which most of the width of a cell's text is, or that is nearest."""
    x0, x1 = min(chunk.x0 for chunk in cell), max(chunk.x1 for chunk in cell)
    overlaps = [min(x1, right) - max(x0, left) for left, right in zip(lefts, rights, strict=True)]
    return max(range(len(overlaps)), key=lambda index: (overlaps[index], -index))
