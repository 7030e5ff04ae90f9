"""Rows of a list, as recipients: what each cell means, and everything that is wrong with any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, TypeVar

from briefs.model.diagnostics import Checked, Diagnostic
from briefs.model.formats import Format
from briefs.model.mistakes import Mistake
from briefs.model.recipient import Recipient
from briefs.recipients import values
from briefs.recipients.cells import KindOfCell, words
from briefs.recipients.list_columns import Layout
from briefs.recipients.list_table import Cell, Row, Table

T = TypeVar("T")
_FEW = frozenset({"title", "country", "audience", "language", "formats", "clearance"})
"""Columns with few different values."""
_LONGEST = 240
"""The most characters of a name and other words that are printed: two lines in the masthead of a personal copy."""
_TEXTS = ("name", "salutation", "title", "office", "country")


@dataclass(frozen=True, slots=True)
class Expected:
    """What rows may say: the names of `audiences`, the one that counts where a row has none, tags of `languages`."""

    audiences: Sequence[str]
    audience: str
    languages: Sequence[str]


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What could be read of a row. What is `wrong`, or missing, is empty in its recipient."""

    recipient: Recipient
    wrong: frozenset[str] = frozenset()


def read_row(
    row: Row, table: Table, layout: Layout, expected: Expected, known: dict[tuple[str, Cell], Any]
) -> Checked[ReadRow]:
    """The recipient in a row, with what is wrong with any of its cells.

    `known` keeps the values of cells by their columns, since rows of one list often say the same.

    Codes: `recipient-incomplete`, `recipient-value`, `audience-unknown`, `cell-kind`, `cell-characters`.
    """
    reader = _Reader(row, table, layout, known)
    texts = {column: reader.text(column) for column in _TEXTS}
    for column in ("name", "salutation"):
        reader.require(column, texts[column])
    audience = reader.value("audience", lambda cell: values.audience(cell, expected.audiences), expected.audience)
    reader.require("audience", audience)
    email = reader.value("email", values.address, "")
    language = reader.value("language", lambda cell: values.language(cell, expected.languages), "")
    formats: tuple[Format, ...] = reader.value("formats", values.formats, ())
    copy: int | None = reader.value("copy", values.copy_number, None)
    clears = reader.value("clearance", values.clearance, False)
    recipient = Recipient(
        **texts,
        audience=audience,
        email=email,
        language=language,
        formats=formats,
        copy=copy,
        clears=clears,
        path=table.path,
        row=row.line,
    )
    return Checked(
        ReadRow(recipient, frozenset(reader.wrong)),
        tuple(problem for _, problem in sorted(reader.problems, key=itemgetter(0))),
    )


class _Reader:
    """Reads the cells of one row, and keeps what is wrong with them."""

    def __init__(self, row: Row, table: Table, layout: Layout, known: dict[tuple[str, Cell], Any]) -> None:
        self.row, self.table, self.layout, self.known = row, table, layout, known
        self.problems: list[tuple[int, Diagnostic]] = []
        self.wrong: set[str] = set()

    def text(self, column: str) -> str:
        """The words of a column; of several, joined by spaces; empty if it is not there."""
        parts = [self._read(index, column, lambda cell: words(cell, column), "") for index in self._indices(column)]
        text = parts[0] if len(parts) == 1 else " ".join(filter(None, parts))
        return text if len(text) <= _LONGEST else self._too_long(column, len(text))

    def _too_long(self, column: str, length: int) -> str:
        """Report a text that no line of a brief or a letter has room for; nothing stands for it."""
        self.wrong.add(column)
        first = self._indices(column)[0]
        message = f"the cell has {length:,} characters; at most {_LONGEST} are possible"
        problem = self.table.at(
            self.row, first, "recipient-value", message, "write it shorter, as it should be printed"
        )
        self.problems.append((first, problem))
        return ""

    def value(self, column: str, read: Callable[[Cell], T], default: T) -> T:
        """The value of a column, as `read` finds it; `default` if its cell is empty, wrong or not there."""
        for index in self._indices(column):
            cell = self.row.cells[index]
            if not isinstance(cell, str) or cell.strip():
                return self._read(index, column, read, default)
        return default

    def require(self, column: str, value: str) -> None:
        """Report an empty cell of a column that must not be empty, unless the whole column is missing or misspelt."""
        misspelt = any(self.row.cells[index] != "" for index in self.layout.misspelt.get(column, ()))
        if value or misspelt or column in self.wrong or column in self.layout.lacks:
            return
        self.wrong.add(column)
        indices = self._indices(column)
        missing = f"the {column} is missing"
        problem = self.table.at(self.row, indices[0], "recipient-incomplete", missing, _FILL[column])
        self.problems.append((indices[0], problem))

    def _indices(self, column: str) -> Sequence[int]:
        return self.layout.columns.get(column, ())

    def _read(self, index: int, column: str, read: Callable[[Cell], T], default: T) -> T:
        cell = self.row.cells[index]
        if isinstance(cell, str) and (column, cell) in self.known:
            value: T = self.known[column, cell]
            return value
        try:
            value = read(cell)
            if column in _FEW:
                self.known[column, cell] = value
            return value
        except Mistake as mistake:
            self.wrong.add(column)
            self.problems.append((index, self.table.at(self.row, index, _code(mistake), *_said(mistake))))
            return default


_FILL = {
    "name": "write the name as it should be printed, or remove the row",
    "salutation": "write how the letter should begin, such as Your Excellency",
    "audience": "write which brief to send: the name of an audience",
}


def _said(mistake: Mistake) -> tuple[str, str]:
    verbs = ("has ", "holds ", "begins ", "must ", "is ")
    return ("the cell " if mistake.message.startswith(verbs) else "") + mistake.message, mistake.hint


def _code(mistake: Mistake) -> str:
    if isinstance(mistake, values.UnknownAudience):
        return "audience-unknown"
    if isinstance(mistake, KindOfCell):
        return "cell-kind"
    return "recipient-value" if isinstance(mistake, values.WrongValue) else "cell-characters"
