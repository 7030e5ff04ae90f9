"""Lists of recipients in workbooks (.xlsx): the values of one sheet, formulas as their results."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from briefs.model.diagnostics import DocumentError, Fault, Place, nearest
from briefs.model.limits import LARGEST_UNPACKED, MOST_PARTS
from briefs.recipients.list_table import Cell, Row, Table, refuse_too_many
from briefs.recipients.sheet_cells import LAST_COLUMN, SAVE, column_number, sheet_rows
from briefs.word.package_safety import is_oddly_packed, lists_too_many, unpacked_size

_MOST_CELLS = 10_000_000
"""The most cells of a table, also empty ones: in sheets with a stray cell far away, they would fill the memory."""
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell ref="\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})"')
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def workbook_table(content: bytes, shown_path: str, sheet: str | None) -> Table:
    """The table in the sheet named `sheet`, or in the first one that is not hidden, of the workbook with these bytes.

    Raises DocumentError: `list-unreadable`, `sheet-unknown`, `list-empty`.
    """
    import openpyxl  # slow to import, and only needed for workbooks

    try:
        _refuse_bombs(content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it leaves out, such as pictures
            book: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
            name = _name(book, sheet, shown_path)
        part = _part(content, book[name])
        # openpyxl says in no other way which texts are shared, and which styles are those of dates
        found = sheet_rows(part, book[name]._shared_strings, book._date_formats)
        rows = [Row(row.line, [_unescaped(cell) for cell in row.cells]) for row in _bounded(found, shown_path)]
    except DocumentError:
        raise
    except Exception as error:  # openpyxl raises whatever a damaged part makes it raise
        fault = Fault("list-unreadable", "the workbook is damaged, and cannot be opened", SAVE)
        raise DocumentError([fault.at(Place(shown_path))]) from error
    if not rows:
        hint = f'the sheet "{name}" is read; name another one as sheet in distribution.yaml'
        raise DocumentError([Fault("list-empty", "the sheet is empty", hint).at(Place(shown_path))])
    refuse_too_many(shown_path, len(rows) - 1, rows[0].cells)
    width = max(index + 1 for row in rows for index, cell in enumerate(row.cells) if cell != "")
    if width * len(rows) > _MOST_CELLS:
        raise _too_large(shown_path)
    filled = [Row(row.line, tuple(row.cells[:width]) + ("",) * (width - len(row.cells))) for row in rows]
    covered = frozenset(_covered(part, filled[0].line))
    return Table(shown_path, filled[0], filled[1:], has_letters=True, covered=covered)


def _bounded(rows: Iterable[Row], shown_path: str) -> Iterator[Row]:
    """The `rows` that are not blank. Raises DocumentError once they have more cells than any list."""
    cells = 0
    for row in rows:
        if row.is_blank:
            continue
        cells += len(row.cells)
        if cells > _MOST_CELLS:
            raise _too_large(shown_path)
        yield row


def _too_large(shown_path: str) -> DocumentError:
    message = "the sheet reaches much farther, to the right or below, than a list of recipients"
    hint = "look for cells far away from the list (Ctrl+End), and delete their rows and columns"
    return DocumentError([Fault("list-unreadable", message, hint).at(Place(shown_path))])


def _refuse_bombs(content: bytes) -> None:
    """Raise an error of zipfile, or ValueError, for what is no package or would fill the memory."""
    if lists_too_many(content):
        raise ValueError("the workbook has too many parts")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = package.infolist()
        if unpacked_size(parts) > LARGEST_UNPACKED or len(parts) > MOST_PARTS or is_oddly_packed(parts):
            raise ValueError("the workbook is too large, or packed as no program packs it")


def _part(content: bytes, sheet: Any) -> bytes:
    """The part of the package that is `sheet`."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(sheet._worksheet_path)  # openpyxl says it nowhere else


def _name(book: Any, wanted: str | None, shown_path: str) -> str:
    """The sheet that is read: by its name, whatever its case, or the first one that is a table."""
    names: list[str] = [sheet.title for sheet in book.worksheets]
    if wanted is None:
        visible: list[str] = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        return next(iter((*visible, *names)))
    found = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
    if found:
        return found[0]
    fault = Fault("sheet-unknown", f'there is no sheet "{wanted}"', nearest(wanted, names))
    raise DocumentError([fault.at(Place(shown_path))])


def _unescaped(cell: Cell) -> Cell:
    """A cell with the characters that Excel writes as codes, such as `_x000D_` for the half of a line break."""
    if isinstance(cell, str) and "_x" in cell:
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), cell)
    return cell


def _covered(part: bytes, line: int) -> Iterator[int]:
    """The columns (from 0) whose cells in the row `line` are covered by one that begins in a column before them."""
    spans = (
        (column_number(first.decode()) + 1, min(column_number(last.decode()) + 1, LAST_COLUMN))
        for first, top, last, bottom in _MERGED.findall(part)
        if int(top) <= line <= int(bottom)
    )
    end = 0
    for first, last in sorted(spans):  # each column once, however many spans cover it
        yield from range(max(first, end), last)
        end = max(end, last)
