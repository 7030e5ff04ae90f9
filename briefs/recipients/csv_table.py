"""Lists of recipients as text: cells with commas, semicolons or tabs between them, as in RFC 4180."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place
from briefs.recipients.list_table import Row, Table, refuse_too_many

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_DECLARED = re.compile(r"sep=([,;\t])\s*")
"""A first line by which Excel is told what stands between cells."""
_LONGEST_CELL = csv.field_size_limit()
_MOST = 50
"""After so many quotation marks that are left open, the rest of a file is not read."""


def csv_table(text: str, shown_path: str, is_header: Callable[[Sequence[str]], int]) -> Checked[Table]:
    """The table in the text of a file, whose lines end with `\\n`.

    What stands between cells is found by itself: that by which the most cells of the first row are names of columns,
    of which `is_header` says how many there are. Rows that are no rows of this table are left out. Codes:
    `row-broken`. Raises DocumentError with `list-empty`.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip(" \t,;")), None)
    if first is None:
        raise DocumentError([Fault("list-empty", "the file is empty", _FILL).at(Place(shown_path))])
    declared = _DECLARED.fullmatch(lines[first])
    if declared:
        first += 1
    separator = declared[1] if declared else _separator(lines[first:], is_header)
    problems: list[Diagnostic] = []
    rows: list[Row] = []
    for row, fault in _records(lines, first, separator):
        if fault is not None:
            problems.append(fault.at(Place(shown_path, row.line)))
        elif not row.is_blank:
            rows.append(row)
            refuse_too_many(shown_path, len(rows) - 1, rows[0].cells if len(rows) == 1 else ())
    if not rows:
        raise DocumentError(problems or [Fault("list-empty", "the file is empty", _FILL).at(Place(shown_path))])
    header, *others = rows
    whole: list[Row] = []
    for row in others:
        fault = _length(row, header, separator)
        if fault is None:
            whole.append(row)
        else:
            problems.append(fault.at(Place(shown_path, row.line)))
    return Checked(Table(shown_path, header, whole), tuple(problems))


_FILL = "write the names of the columns into the first row, and one recipient into each row below it"


def _separator(lines: Sequence[str], is_header: Callable[[Sequence[str]], int]) -> str:
    def likeness(separator: str) -> tuple[int, int]:
        first = next((row for row, fault in _records(lines, 0, separator) if fault or not row.is_blank), None)
        cells = [str(cell) for cell in first.cells] if first else []
        return is_header(cells), len(cells)

    return max(_SEPARATORS, key=likeness)


def _records(lines: Sequence[str], start: int, separator: str) -> Iterator[tuple[Row, Fault | None]]:
    """The rows from the line `start` (from 0) on. One with a mistake has no cells; the next begins on the line after.

    A quotation mark that is left open takes up what follows. So rows are looked for again below the one that has it.
    """
    broken = 0
    while start < len(lines) and broken < _MOST:
        reader = csv.reader(
            (f"{line}\n" for line in islice(lines, start, None)),
            delimiter=separator,
            skipinitialspace=True,
            strict=True,
        )
        line = start
        try:
            for cells in reader:
                yield Row(line + 1, cells), None
                line = start + reader.line_num
            return
        except csv.Error as error:
            yield Row(line + 1, ()), _quotation(str(error), start + reader.line_num > line + 1)
        broken += 1
        start = line + 1


def _quotation(error: str, is_long: bool) -> Fault:
    if "expected after" in error and not is_long:
        message = "a quotation mark stands within a cell that is in quotation marks"
        return Fault("row-broken", message, 'write it twice, as in "the ""Group of Friends"""')
    if "field larger" in error and not is_long:
        message = f"a cell in this row has more than {_LONGEST_CELL:,} characters"
        return Fault("row-broken", message, "shorten it; perhaps text was pasted into it that belongs elsewhere")
    return Fault(
        "row-broken", "a quotation mark in this row is not closed", "close it at the end of its cell, or remove it"
    )


def _length(row: Row, header: Row, separator: str) -> Fault | None:
    """What is wrong if a row does not have a cell for each column; empty cells at the end are too many in no row."""
    cells = list(row.cells)
    while len(cells) > len(header.cells) and not str(cells[-1]).strip():
        cells.pop()
    if len(cells) == len(header.cells):
        return None
    has, wanted = f"{len(cells)} cell{'s' if len(cells) != 1 else ''}", len(header.cells)
    between = _SEPARATORS[separator]
    columns = f"{wanted} column{'s' if wanted != 1 else ''}"
    if len(cells) > wanted:
        hint = f"put quotation marks around each cell with {between} in it"
    else:
        hint = f"write {between} between all cells, also for those that are empty"
    return Fault("row-broken", f"the row has {has}, and there are {columns}", hint)
