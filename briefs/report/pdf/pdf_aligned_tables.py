"""Tables without rules: lines whose parts stand below each other, with white space from top to bottom between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefs.report.pdf.pdf_line_setting import SetLine
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun

_LEAST_LINES = 3
_GAP = 1.3
"""The white between columns, at least, in times the size of the type."""
_NARROW_GAP = 0.6
"""The same, if the parts of all lines begin at the same places."""
_MOST_LEAD = 3.2
"""How far lines of one table are apart, at most, in times the size of the type."""
_MARKER = re.compile(r"\W?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})?\W{0,2}")
_ENTRY_NUMBER = re.compile(r"\W*(?:p\.?\s?)?(?:\d{1,4}|[ivxl]{1,7})\W*")
_LEADERS = re.compile(r"(?:[.·…_]\s?){4}")
_LONGEST_CELL = 90
_USUAL_CELL = 45
"""How long cells are, at most, on average: longer ones are running text beside something."""


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """Lines, by their indices, that are one row, and the text of each of its cells, with newlines between its lines."""

    lines: tuple[int, ...]
    cells: tuple[str, ...]


def parts_of(line: PdfLine, gap: float = _GAP) -> list[list[PdfRun]]:
    """The runs of a line, divided where so much white is between them, in times the size of the type."""
    parts: list[list[PdfRun]] = []
    for run in line.runs:
        if parts and run.x0 - parts[-1][-1].x1 <= gap * max(run.size, 6.0):
            parts[-1].append(run)
        else:
            parts.append([run])
    return parts


def aligned_tables(lines: Sequence[SetLine], start: int, end: int) -> list[list[AlignedRow]]:
    """The tables among the lines from `start` to `end`, which are one part of a page."""
    found: list[list[AlignedRow]] = []
    index = start
    while index < end:
        for gap in (_GAP, _NARROW_GAP):
            stop = _run_of_parts(lines, index, end, gap)
            if stop - index >= _LEAST_LINES and (rows := _rows(lines, index, stop, gap)):
                found.append(rows)
                index = stop
                break
        else:
            index += 1
    return found


def _run_of_parts(lines: Sequence[SetLine], start: int, end: int, gap: float) -> int:
    """Up to where lines from `start` on may be rows of a table: most of them have several parts."""
    stop, index, single = start, start, 0
    while index < end:
        line = lines[index].line
        if index > start and not 0 <= lines[index - 1].line.baseline - line.baseline <= _MOST_LEAD * lines[index].size:
            break
        if len(parts_of(line, gap)) >= 2:
            stop, single = index + 1, 0
        else:
            single += 1
            if index == start or single > 2 or len(line.text) > _LONGEST_CELL:
                break
        index += 1
    return stop


def _rows(lines: Sequence[SetLine], start: int, stop: int, gap: float) -> list[AlignedRow]:
    """The rows that lines are; none if they are a list, entries of a contents list, or not set in columns."""
    columns = _columns(lines, start, stop, gap)
    if len(columns) < 2 or (gap < _GAP and not _begin_alike(lines, start, stop, gap, columns)):
        return []
    cells = [_cells(lines[index].line, columns, gap) for index in range(start, stop)]
    full = [row for row in cells if sum(1 for cell in row if cell) >= 2]
    if len(full) < max(_LEAST_LINES, 0.5 * len(cells)):
        return []
    first = [row[0] for row in cells if row[0]]
    last = [row[-1] for row in cells if row[-1]]
    if len(columns) == 2 and sum(1 for cell in first if _MARKER.fullmatch(cell)) > 0.5 * len(first):
        return []
    pairs = [[cell for cell in row if cell] for row in full]
    if sum(1 for pair in pairs if len(pair) == 2 and _MARKER.fullmatch(pair[0])) > 0.5 * len(pairs):
        return []  # lists in one another
    if len(columns) == 2 and sum(1 for cell in last if _ENTRY_NUMBER.fullmatch(cell)) > 0.7 * len(last):
        return []  # a contents list
    if sum(1 for index in range(start, stop) if _LEADERS.search(lines[index].line.text)) > 1:
        return []
    texts = [[row[column] for row in cells if row[column]] for column in range(len(columns))]
    means = sorted(sum(map(len, column)) / len(column) for column in texts if column)
    if (
        means[-1] > _LONGEST_CELL
        or sum(means) / len(means) > _USUAL_CELL
        or (len(means) == 2 and means[1] > _USUAL_CELL)
    ):
        return []
    rows: list[AlignedRow] = []
    for index, row in zip(range(start, stop), cells, strict=True):
        if rows and _goes_on(lines, index, row, rows[-1]):
            before = rows[-1]
            joined = tuple(f"{one}\n{other}".strip() for one, other in zip(before.cells, row, strict=True))
            rows[-1] = AlignedRow((*before.lines, index), joined)
        else:
            rows.append(AlignedRow((index,), row))
    return rows if len(rows) >= 2 else []


def _goes_on(lines: Sequence[SetLine], index: int, row: tuple[str, ...], before: AlignedRow) -> bool:
    """Whether a line goes on in the cells of the row before it: it has fewer, close below them."""
    lead = lines[before.lines[-1]].line.baseline - lines[index].line.baseline
    filled = sum(1 for cell in row if cell)
    is_rest = filled == 1 or (filled < len(row) and not row[0])
    return lead < 1.65 * lines[index].size and is_rest and filled < sum(map(bool, before.cells))


def _begin_alike(
    lines: Sequence[SetLine], start: int, stop: int, gap: float, columns: Sequence[tuple[float, float]]
) -> bool:
    """Whether the texts of each column begin at the same place."""
    begins = [part[0].x0 for index in range(start, stop) for part in parts_of(lines[index].line, gap)]
    alike = sum(1 for begin in begins if any(abs(begin - x0) < 1.5 for x0, _ in columns))
    return alike >= 0.9 * len(begins)


def _columns(lines: Sequence[SetLine], start: int, stop: int, gap: float) -> list[tuple[float, float]]:
    """The columns, as left and right ends: what is between white space that goes through all lines."""
    parts = sorted(
        (part[0].x0, part[-1].x1) for index in range(start, stop) for part in parts_of(lines[index].line, gap)
    )
    columns: list[tuple[float, float]] = []
    for x0, x1 in parts:
        if columns and x0 <= columns[-1][1] + 2:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _cells(line: PdfLine, columns: Sequence[tuple[float, float]], gap: float) -> tuple[str, ...]:
    cells = [""] * len(columns)
    for part in parts_of(line, gap):
        column = max(index for index, (x0, _) in enumerate(columns) if x0 <= part[0].x0 + 1)
        text = "".join(run.text for run in part).strip()
        cells[column] = f"{cells[column]} {text}".strip()
    return tuple(cells)
