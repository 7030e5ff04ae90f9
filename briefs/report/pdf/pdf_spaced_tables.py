"""Tables without rules whose cells have several lines: white space divides columns and, more of it, rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_gaps import Band, Gap, bands_of, gaps_of
from briefs.report.pdf.pdf_ruled_tables import RuledTable

_FEWEST_ROWS = 3
_WIDEST_ROW = 12
"""How many lines a row has, at most."""
_ROW_WHITE = 0.45
"""How much white is between rows, at least, in times the size of the type."""
_MARKER = re.compile(r"\W{0,2}(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})?\W{0,2}")


def spaced_tables(chunks: Sequence[Chunk]) -> list[RuledTable]:
    """The tables of this sort in one part of a page: at most one."""
    if len(chunks) < 2 * _FEWEST_ROWS or len(chunks) > 1500:
        return []
    bands = bands_of(chunks)
    sizes = sorted(chunk.size for chunk in chunks)
    size = sizes[len(sizes) // 2]
    for gap in gaps_of(bands, max(1.0 * size, 6.0))[:6]:
        table = _table(bands[gap.first : gap.last + 1], gap, size)
        if table is not None:
            return [table]
    return []


def _table(bands: Sequence[Band], gap: Gap, size: float) -> RuledTable | None:
    middle = (gap.x0 + gap.x1) / 2
    groups = _between_white(sorted((chunk for band in bands for chunk in band.chunks), key=lambda one: -one.top), size)
    counts = [len({round(chunk.y) for chunk in group}) for group in groups]
    rows: list[list[list[Chunk]]] = []
    for group in groups:
        rows.append([[], []])
        for chunk in group:
            rows[-1][int((chunk.x0 + chunk.x1) / 2 > middle)].append(chunk)
    while rows and not all(rows[0]):
        rows.pop(0)
        counts.pop(0)
    while rows and not all(rows[-1]):
        rows.pop()
        counts.pop()
    if len(rows) < _FEWEST_ROWS or max(counts) > _WIDEST_ROW or max(counts) < 2:
        return None
    if sum(1 for row in rows if all(row)) < 0.8 * len(rows):
        return None
    first = [" ".join(chunk.text for chunk in row[0]) for row in rows]
    if sum(1 for text in first if _MARKER.fullmatch(text)) > 0.3 * len(first) or max(map(len, first)) > 150:
        return None
    rows = _divided(rows, size)
    inside = [chunk for row in rows for cell in row for chunk in cell]
    return RuledTable(
        min(chunk.x0 for chunk in inside),
        max(chunk.x1 for chunk in inside),
        min(chunk.bottom for chunk in inside),
        max(chunk.top for chunk in inside),
        rows,
    )


def _between_white(chunks: Sequence[Chunk], size: float) -> list[list[Chunk]]:
    """Chunks, from top to bottom, in groups that more white divides than the lines in them."""
    lows: list[float] = []
    low = chunks[0].bottom
    for chunk in chunks:
        lows.append(low)
        low = min(low, chunk.bottom)
    whites = [before - chunk.top for before, chunk in zip(lows, chunks, strict=True)]
    least = _ROW_WHITE * size
    narrowest = min((white for white in whites if white > 0.1 * size), default=0.0)
    if narrowest < least:  # between lines of one cell
        least = max(least, 1.5 * narrowest)
    groups: list[list[Chunk]] = []
    for chunk, white in zip(chunks, whites, strict=True):
        if not groups or white > least:
            groups.append([])
        groups[-1].append(chunk)
    return groups


def _divided(rows: Sequence[list[list[Chunk]]], size: float) -> list[list[list[Chunk]]]:
    """The rows with their cells divided again, where white space goes through all of them."""
    ends: list[tuple[float, float]] = []
    for x0, x1 in sorted((chunk.x0, chunk.x1) for row in rows for cell in row for chunk in cell):
        if ends and x0 - ends[-1][1] < 0.8 * size:
            ends[-1] = (ends[-1][0], max(ends[-1][1], x1))
        else:
            ends.append((x0, x1))
    divided: list[list[list[Chunk]]] = []
    for row in rows:
        cells: list[list[Chunk]] = [[] for _ in ends]
        for chunk in (chunk for cell in row for chunk in cell):
            cells[max(index for index, (x0, _) in enumerate(ends) if x0 <= chunk.x0)].append(chunk)
        divided.append(cells)
    return divided
