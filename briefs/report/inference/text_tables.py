"""Tables in a plain text: sections whose lines have tabs between cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from briefs.report.hints import TableHint

_FEWEST_ROWS = 3
_LEAST_SHARE = 0.6
_LONGEST_HEAD = 40


def infer_tables(lines: Sequence[str], headings: Mapping[int, str]) -> dict[str, TableHint]:
    """The tables by the text of the heading over each; `headings` are by the line on which they begin.

    Columns have the names in the first row, if that has short cells without digits and another look than the others;
    otherwise they are numbered.
    """
    tables: dict[str, TableHint] = {}
    starts = sorted(headings)
    for start, end in pairwise([*starts, len(lines) + 1]):
        body = [line for line in lines[start : end - 1] if line.strip()]
        rows = [line.strip().split("\t") for line in body if "\t" in line.strip()]
        if len(rows) < _FEWEST_ROWS or len(rows) < _LEAST_SHARE * len(body):
            continue
        count = Counter(len(row) for row in rows).most_common(1)[0][0]
        if count > 1:
            tables[headings[start]] = TableHint(section=headings[start], columns=_columns(rows, count))
    return tables


def _columns(rows: Sequence[Sequence[str]], count: int) -> tuple[str, ...]:
    first = [cell.strip() for cell in rows[0]]
    is_head = (
        len(first) == count
        and all(cell and len(cell) <= _LONGEST_HEAD and not any(map(str.isdigit, cell)) for cell in first)
        and any(any(map(str.isdigit, "".join(row))) for row in rows[1:])
        and len(set(first)) == count
    )
    return tuple(first) if is_head else tuple(f"column {number}" for number in range(1, count + 1))
