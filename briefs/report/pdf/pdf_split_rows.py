"""Rows of tables that the end of a page splits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefs.report.pdf.pdf_line_setting import SetLine

_LONGEST_LEFT = 60
_MOST_LEFT = 3
"""How long the lines of a first cell are, at most, and how many of them the end of a page may leave alone."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: the indices of its lines, and the text of its cells, with newlines between their lines."""

    lines: tuple[int, ...]
    cells: tuple[str, ...]


def join_split_rows(
    tables: Sequence[list[TableRow]], lines: Sequence[SetLine], roles: Mapping[int, str]
) -> list[list[TableRow]]:
    """The tables, in which a row without a first cell at the top of a page is part of the last row on the page before,
    or has its first cell from there, if no other row is without. `roles`: the lines that stand on every page."""
    joined: list[list[TableRow]] = []
    for table in tables:
        before = joined[-1] if joined else None
        if before is None or not before or not _is_rest(before, table):
            joined.append(table)
            continue
        last, first = before[-1], table[0]
        between = [index for index in range(last.lines[-1] + 1, first.lines[0]) if index not in roles]
        follows = lines[first.lines[0]].line.page == lines[last.lines[-1]].line.page + 1
        if not follows or not _is_left(between, before, last, lines):
            joined.append(table)
            continue
        if between:
            text = "\n".join(lines[index].line.text for index in between)
            before.append(TableRow((*between, *first.lines), (text, *first.cells[1:])))
        else:
            cells = (f"{one}\n{other}".strip("\n") for one, other in zip(last.cells, first.cells, strict=True))
            before[-1] = TableRow((*last.lines, *first.lines), tuple(cells))
        joined.append(table[1:])
    return [table for table in joined if table]


def _is_rest(before: Sequence[TableRow], table: Sequence[TableRow]) -> bool:
    """Whether only the first row of a table has no first cell, as none of a table with as many columns has."""
    return (
        len(before[0].cells) == len(table[0].cells)
        and not table[0].cells[0]
        and all(row.cells[0] for row in (*before[1:], *table[1:]))
    )


def _is_left(between: Sequence[int], before: Sequence[TableRow], last: TableRow, lines: Sequence[SetLine]) -> bool:
    """Whether the lines between two parts of a table are none, or a first cell that is alone at the end of its page."""
    left = min(lines[row.lines[0]].line.x0 for row in before)
    bottom = lines[last.lines[-1]]
    return len(between) <= _MOST_LEFT and all(
        lines[index].line.page == bottom.line.page
        and abs(lines[index].line.x0 - left) < 2
        and abs(lines[index].size - bottom.size) < 0.6
        and len(lines[index].line.text) <= _LONGEST_LEFT
        for index in between
    )
