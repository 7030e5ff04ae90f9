"""A list of recipients as a table, whichever file it comes from: CSV, a workbook, or YAML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, Place
from briefs.model.limits import MOST_COLUMNS, MOST_RECIPIENTS


@dataclass(frozen=True, slots=True)
class Odd:
    """What a cell holds in place of a value, such as "a date", and what to do about it."""

    what: str
    hint: str


Cell: TypeAlias = str | int | float | bool | Odd
"""What a cell holds; an empty cell is an empty text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and the line of the file, or the row of the sheet, where it begins (from 1).

    `lines` are those of its cells if they have lines of their own, as in YAML.
    """

    line: int
    cells: Sequence[Cell]
    lines: Sequence[int] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written in it."""
        return not any(not isinstance(cell, str) or cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """The file at `path`, as diagnostics show it: the row with the names of columns, and the rows below it.

    `has_letters` says that columns have letters beside their names, as in workbooks. `is_written_by_name` says that
    each cell is written with the name of its column, as in YAML. `covered` are the columns (from 0) without names of
    their own, since one cell covers several.
    """

    path: str
    header: Row
    rows: Sequence[Row]
    has_letters: bool = False
    is_written_by_name: bool = False
    covered: frozenset[int] = frozenset()

    def column(self, index: int) -> str:
        """A column (from 0) as messages name it; its letter, or its number, if it has no name."""
        name = " ".join(str(self.header.cells[index]).split()) if index < len(self.header.cells) else ""
        number = letter(index) if self.has_letters else str(index + 1)
        return f'column "{name}"' if name else f"column {number}"

    def place(self, row: Row, index: int | None = None) -> Place:
        """The place of a row, or of one of its cells."""
        return Place(self.path, row.lines[index] if index is not None and row.lines else row.line)

    def at(self, row: Row, index: int, code: str, message: str, hint: str = "") -> Diagnostic:
        """What is wrong with a cell, said with its column."""
        where = self.column(index)
        if self.has_letters:
            where += f" (cell {letter(index)}{row.line})"
        return Fault(code, f"{where}: {message}", hint).at(self.place(row, index))


def refuse_too_many(path: str, rows: int, header: Sequence[Cell]) -> None:
    """Raise DocumentError with `list-unreadable` if a list has too many `rows`, or too many columns with names."""
    columns = sum(1 for cell in header if cell != "")
    if rows > MOST_RECIPIENTS:
        message = f"the list has more than {MOST_RECIPIENTS:,} rows, and no more are read"
        hint = "divide it into several lists, and distribute to one after the other"
    elif columns > MOST_COLUMNS:
        message = f"the list has {columns:,} columns with names, and no more than {MOST_COLUMNS:,} are read"
        hint = "leave only the columns that the list needs, such as: name, salutation, audience, email"
    else:
        return
    raise DocumentError([Fault("list-unreadable", message, hint).at(Place(path))])


def letter(index: int) -> str:
    """The letters of a column (from 0) of a sheet: A to Z, AA and so on."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
