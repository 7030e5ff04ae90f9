"""Rows of a table: a line split at its tabs, and at a known ending where only a space stands before the last cell."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.diagnostics import Diagnostic, Place
from briefs.report.hints import HintsFile, TableHint
from briefs.report.pieces import Piece, RowPiece


def split_row(text: str, table: TableHint) -> tuple[str, ...] | None:
    """The cells of a row, as many as the table has columns; None if it cannot be split so.

    The longest ending wins: "The Hague Process, Netherlands" before "Netherlands".
    """
    cells = [cell.strip() for cell in text.split("\t")]
    if len(cells) == len(table.columns) - 1:
        ending = ending_of(cells[-1], table)
        if ending is not None:
            cells[-1:] = [cells[-1].removesuffix(ending).rstrip(), ending]
    return tuple(cells) if len(cells) == len(table.columns) else None


def ending_of(cell: str, table: TableHint) -> str | None:
    """The longest of the table's endings that closes `cell`, after a space or alone."""
    fitting = [ending for ending in table.endings if cell == ending or cell.endswith(f" {ending}")]
    return max(fitting, key=len, default=None)


def check_tables(pieces: Sequence[Piece], path: str, file: HintsFile) -> list[Diagnostic]:
    """Rows that cannot be split (`row-unsplit`) and endings that no row has (`hint-not-found`)."""
    found = []
    rows = [piece for piece in pieces if isinstance(piece, RowPiece)]
    for row in rows:
        if split_row(row.text, row.table) is None:
            place = Place(path, row.lines[0])
            message = f"the row does not split into {', '.join(row.table.columns)}"
            last = row.text.split("\t")[-1].strip()
            hint = f'add the {row.table.columns[-1]} at the end of "{last}" to `endings` in {file.path}'
            found.append(Diagnostic(place, "row-unsplit", message, hint))
    for number, table in enumerate(file.hints.tables):
        used = {cells[-1] for row in rows if row.table == table and (cells := split_row(row.text, table))}
        for index, ending in enumerate(table.endings):
            if ending not in used:
                place = Place(file.path, file.lines.line(("tables", number, "endings", index)))
                message = f'no row ends with "{ending}"'
                found.append(Diagnostic(place, "hint-not-found", message, "leave it out, or mend its spelling"))
    return found
