"""The rows of tables as pieces: which row names the columns, and which tables go on on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

from briefs.report.pdf.pdf_layout import Layout
from briefs.report.pdf.pdf_split_rows import TableRow
from briefs.report.pdf.pdf_text import WordsOfReport
from briefs.report.pieces import RowPiece, TableShape


def table_pieces(layout: Layout, words: WordsOfReport) -> list[RowPiece]:
    """The rows of all tables. One that goes on on the next page, with as many columns, is one table. The `words` of the
    report say which words the ends of lines in cells divide."""
    pieces: list[RowPiece] = []
    shape: TableShape | None = None
    before: list[TableRow] | None = None
    count = 0
    for table in layout.tables:
        rows = [_with_whole_words(row, words) for row in table if row.lines]
        if not rows:
            continue
        has_head = _has_head(layout, rows)
        head = rows[0].cells if has_head else ()
        goes_on = (
            shape is not None
            and before is not None
            and len(rows[0].cells) == len(before[0].cells)
            and _is_next(layout, before[-1].lines, rows[0].lines[0])
            and (not has_head or head == shape.columns)
        )
        if not goes_on:
            count += 1
            shape = TableShape(count, head or ("",) * len(rows[0].cells))
        assert shape is not None
        for index, row in enumerate(rows):
            lines = tuple(line + 1 for line in row.lines)
            pieces.append(RowPiece(lines, row.cells, shape, is_head=has_head and not index))
        before = rows
    return pieces


def _with_whole_words(row: TableRow, words: WordsOfReport) -> TableRow:
    """A row in whose cells the lines are joined."""
    return replace(row, cells=tuple(reduce(words.joined, cell.split("\n")) for cell in row.cells))


def _has_head(layout: Layout, rows: Sequence[TableRow]) -> bool:
    """Whether the first row names the columns: the file says so, or only it is bold, or only it has no numbers."""
    first, others = rows[0], rows[1:]
    if not others or sum(map(bool, first.cells)) < 0.6 * len(first.cells):
        return False
    if any("TH" in layout.lines[index].line.tags for index in first.lines):
        return True
    if _is_bold(layout, first) and not all(_is_bold(layout, row) for row in others):
        return True
    has_numbers = [any(one.isdigit() for cell in row.cells[1:] for one in cell) for row in rows]
    return not has_numbers[0] and sum(has_numbers[1:]) > 0.6 * len(others)


def _is_bold(layout: Layout, row: TableRow) -> bool:
    return all(run.is_bold for index in row.lines for run in layout.lines[index].line.runs if run.text.strip())


def _is_next(layout: Layout, last: Sequence[int], first: int) -> bool:
    """Whether only what pages repeat is between a row and a line, and it begins on the page before."""
    is_after = layout.lines[first].line.page == layout.lines[last[0]].line.page + 1
    return is_after and all(index in layout.roles for index in range(last[-1] + 1, first))
