"""Tables without rules whose cells have several lines: white space divides their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from briefs.report.pdf.pdf_cell_rows import CellLine, cell_lines, row_starts
from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_gaps import Band, bands_of, gaps_of
from briefs.report.pdf.pdf_ruled_tables import RuledTable

_FEWEST_ROWS = 3
_TALLEST_ROW = 12
"""How many lines a cell has, at most."""
_FULL = 0.8
"""In what part of the rows, at least, all cells have text."""
_MOST_CHUNKS, _MOST_GAPS = 1500, 6
_WIDE_GAP, _GAP = 1.0, 0.7
"""The white between columns, at least, in times the size of the type; the same where the lines of columns begin at the
same places."""
_LONGEST_FIRST, _USUAL_FIRST, _LONGEST_ON_AVERAGE = 150, 60, 250
"""How long first cells are, at most, and on average; and how long all are on average: longer ones are running text."""
_MOST_MARKERS = 0.3
_MOST_GOING_ON = 0.15
"""What part of the cells begin as no cell does, in the middle of a sentence, at most."""
_ENTRY = re.compile(r"\W*(?:p\.?\s?)?(?:\d{1,4}|[ivxl]{1,7})\W*")
_ENTRY_BY_PAGE = re.compile(r"\W*pp?\.\s?(?:\d{1,4}|[ivxl]{1,7})\W*")
_LEADERS = re.compile(r"(?:[.·…_]\s?){4}")
_LISTED = 0.7
"""What part of the last cells in a list of contents are numbers of pages, at least."""
_BULLET = re.compile(r"[•●○◦▪▫■□◆➢➤►▶‣✓✔❖–—-]\s")
_MARKER = re.compile(r"\W{0,2}(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})?\W{0,2}")


def spaced_tables(chunks: Sequence[Chunk], is_page: bool = False) -> list[RuledTable]:
    """The tables of this sort in one part of a page: at most one. On a whole page (`is_page`), which may have columns
    of text, only white space that is wider than between the lines of cells divides rows."""
    if not 2 * _FEWEST_ROWS <= len(chunks) <= _MOST_CHUNKS:
        return []
    bands = bands_of(chunks)
    size = median(chunk.size for chunk in chunks)
    gaps = {(gap.first, gap.last): None for gap in gaps_of(bands, max(_GAP * size, 5.0))}
    tables = [_table(bands[first : last + 1], size, first == 0, not is_page) for first, last in [*gaps][:_MOST_GAPS]]
    found = [table for table in tables if table is not None]
    return [max(found, key=lambda table: sum(1 for row in table.rows for cell in row if cell))] if found else []


def _table(bands: Sequence[Band], size: float, is_first: bool, takes_spaced: bool) -> RuledTable | None:
    """The table that the chunks of these bands are. `is_first`: nothing stands above them."""
    columns = _columns([chunk for band in bands for chunk in band.chunks], size)
    if len(columns) < 2:
        return None
    starts = row_starts(columns, takes_spaced)
    if len(starts) < _FEWEST_ROWS:
        return None
    rows = _rows(columns, starts)
    while rows and not _is_whole(rows[0]) and not (is_first and _is_rest(rows[0])):
        rows.pop(0)
        is_first = False
    while rows and not _is_whole(rows[-1]):
        rows.pop()
    if len(rows) < _FEWEST_ROWS or not _is_table(rows):
        return None
    cells = [[[chunk for line in cell for chunk in line.chunks] for cell in row] for row in rows]
    inside = [chunk for row in cells for cell in row for chunk in cell]
    return RuledTable(
        min(chunk.x0 for chunk in inside),
        max(chunk.x1 for chunk in inside),
        min(chunk.bottom for chunk in inside),
        max(chunk.top for chunk in inside),
        cells,
    )


def _columns(chunks: Sequence[Chunk], size: float) -> list[list[CellLine]]:
    """The columns: what is between white space from top to bottom. Narrow white divides only those columns whose lines
    begin at one place."""
    groups: list[list[Chunk]] = []
    end = 0.0
    for chunk in sorted(chunks, key=lambda one: one.x0):
        if groups and chunk.x0 - end < _GAP * size:
            groups[-1].append(chunk)
            end = max(end, chunk.x1)
        else:
            is_wide = not groups or chunk.x0 - end >= _WIDE_GAP * size
            end = chunk.x1
            groups.append([chunk])
            if not is_wide and not _begin_alike([one for one in chunks if one.x0 >= chunk.x0 - 0.1], chunk.x0, size):
                last = groups.pop()
                groups[-1] += last
    for number in range(len(groups) - 2, -1, -1):
        if all(not any(map(str.isalnum, chunk.text)) for chunk in groups[number]):  # bullets of items in cells
            groups[number : number + 2] = [groups[number] + groups[number + 1]]
    return [cell_lines(group) for group in groups]


def _begin_alike(chunks: Sequence[Chunk], x0: float, size: float) -> bool:
    """Whether several chunks begin at one place, and hardly any shortly after it."""
    near = [chunk for chunk in chunks if chunk.x0 < x0 + 2 * size]
    return len(near) >= _FEWEST_ROWS and sum(chunk.x0 < x0 + 1.5 for chunk in near) >= 0.9 * len(near)


def _rows(columns: Sequence[Sequence[CellLine]], starts: Sequence[float]) -> list[list[list[CellLine]]]:
    """The lines in rows and columns."""
    rows: list[list[list[CellLine]]] = [[[] for _ in columns] for _ in starts]
    for number, column in enumerate(columns):
        row = 0
        for line in column:
            while row + 1 < len(starts) and line.y <= starts[row + 1] + 1:
                row += 1
            rows[row][number].append(line)
    return rows


def _is_whole(row: Sequence[Sequence[CellLine]]) -> bool:
    """Whether a row at the edge of a table belongs to it: one cell at most, that of a corner, is empty."""
    return all(row) or (len(row) > 2 and all(row[1:]))


def _is_rest(row: Sequence[Sequence[CellLine]]) -> bool:
    """Whether a row at the top of a page is what is left of one on the page before."""
    return not row[0] and sum(map(len, row)) <= _TALLEST_ROW


def _is_table(rows: Sequence[Sequence[Sequence[CellLine]]]) -> bool:
    tallest = max(len({round(line.y) for cell in row for line in cell}) for row in rows)
    if not 2 <= tallest <= _TALLEST_ROW or sum(1 for row in rows if all(row)) < _FULL * len(rows):
        return False
    first = [" ".join(line.text for line in row[0]) for row in rows]
    if sum(1 for text in first if _MARKER.fullmatch(text) or _BULLET.match(text)) > _MOST_MARKERS * len(first):
        return False
    if max(map(len, first)) > _LONGEST_FIRST or sum(map(len, first)) > _USUAL_FIRST * len(first):
        return False
    columns = [
        [text for row in rows if (text := " ".join(line.text for line in row[at]))] for at in range(len(rows[0]))
    ]
    if _is_contents(columns):
        return False
    cells = sum(map(len, columns))
    characters = sum(len(text) for column in columns for text in column)
    return sum(map(_going_on, columns)) <= _MOST_GOING_ON * cells and characters <= _LONGEST_ON_AVERAGE * cells


def _is_contents(columns: Sequence[Sequence[str]]) -> bool:
    """Whether the columns are those of a list of contents: titles, then leaders or the numbers of pages."""
    entry = _ENTRY if len(columns) == 2 else _ENTRY_BY_PAGE
    entries = sum(1 for text in columns[-1] if entry.fullmatch(text))
    leaders = sum(1 for column in columns for text in column if _LEADERS.search(text))
    return entries > _LISTED * len(columns[-1]) or leaders > 1


def _going_on(column: Sequence[str]) -> int:
    """How many cells begin with a small letter, unless hardly any in their column begins otherwise."""
    count = sum(1 for text in column if text[:1].islower() and not _MARKER.fullmatch(text))
    return count if count < _FULL * len(column) else 0
