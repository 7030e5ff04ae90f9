"""Rows of a table: a line is split at its tabs, and before a known ending if only a space precedes the last cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.model.diagnostics import Diagnostic, Fault, Place
from briefs.report.hints import HintsFile, TableHint
from briefs.report.pieces import Piece, RowPiece


def split_row(text: str, table: TableHint) -> tuple[str, ...]:
    """The cells of a row, one for each column; if it cannot be split like this, the text between its tabs.

    The longest ending wins: "The Hague Process, Netherlands" before "Netherlands".
    """
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) == len(table.columns) - 1:
        ending = ending_of(cells[-1], table)
        if ending is not None:
            cells[-1:] = [cells[-1].removesuffix(ending).rstrip(), ending]
    return tuple(cells) if len(cells) == len(table.columns) else tuple(text.split("\t"))


def ending_of(cell: str, table: TableHint) -> str | None:
    """The longest of the table's endings that `cell` ends with, after a space or alone."""
    fitting = [ending for ending in table.endings if cell == ending or cell.endswith(f" {ending}")]
    return max(fitting, key=len, default=None)


def check_tables(pieces: Sequence[Piece], path: str, file: HintsFile) -> Iterator[Diagnostic]:
    """Rows that could not be split (`row-unsplit`), and endings that no row has (`hint-not-found`)."""
    rows = [piece for piece in pieces if isinstance(piece, RowPiece) and isinstance(piece.table, TableHint)]
    cells = {table: {len(row.cells) for row in rows if row.table == table} for table in file.hints.tables}
    wide = {table: min(counts) for table, counts in cells.items() if counts and min(counts) > len(table.columns)}
    for row in rows:
        columns = row.table.columns
        if row.table in wide:
            continue
        if len(row.cells) > len(columns):
            message = f"the row has {len(row.cells)} cells, and the table {len(columns)} columns: {', '.join(columns)}"
            yield Fault("row-unsplit", message, "take out the tab that is too much").at(Place(path, row.lines[0]))
        elif len(row.cells) != len(columns):
            message = f"the row cannot be divided into {', '.join(columns)}"
            hint = f'add the {columns[-1]} at the end of "{row.cells[-1].strip()}" to `endings` in {file.path}'
            yield Fault("row-unsplit", message, hint).at(Place(path, row.lines[0]))
    for number, table in enumerate(file.hints.tables):
        if table in wide:
            message = f"its rows have {wide[table]} cells, and `columns` names {len(table.columns)}"
            fault = Fault("row-unsplit", message, f"name {wide[table]} columns, in the order of the cells")
            yield fault.at(file.place("tables", number, "columns"))
            continue
        used = {row.cells[-1] for row in rows if row.table == table and len(row.cells) == len(table.columns)}
        for index, ending in enumerate(table.endings):
            if ending not in used:
                fault = Fault("hint-not-found", f'no row ends with "{ending}"', "remove it, or correct its spelling")
                yield fault.at(file.place("tables", number, "endings", index))
