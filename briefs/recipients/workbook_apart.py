"""Reading a list of recipients in a workbook in a process of its own: few bytes can unpack to more than can be read."""

from __future__ import annotations

from typing import cast

from briefs.files.bounded_process import apart, longest_reading
from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, Place
from briefs.model.limits import LARGEST_READING, MB
from briefs.recipients.list_table import Table
from briefs.recipients.sheet_cells import SAVE
from briefs.recipients.workbook import workbook_table


def workbook_table_apart(content: bytes, shown_path: str, sheet: str | None, memory: int = LARGEST_READING) -> Table:
    """What `workbook_table` gives. Raises DocumentError as it does, and with `list-unreadable` if it does not end."""
    seconds = longest_reading(len(content))
    match apart(_table, (content, shown_path, sheet), seconds, memory):
        case Table() as found:
            return found
        case tuple(problems):
            raise DocumentError(cast("tuple[Diagnostic, ...]", problems))
    message = (
        f"reading the workbook takes more than {seconds:.0f} seconds, or more than {memory / MB:,.0f} MB of memory: it "
        "is damaged, or made so"
    )
    raise DocumentError([Fault("list-unreadable", message, SAVE).at(Place(shown_path))])


def _table(content: bytes, shown_path: str, sheet: str | None) -> Table | tuple[Diagnostic, ...]:
    """The table, or why there is none; in the other process."""
    try:
        return workbook_table(content, shown_path, sheet)
    except DocumentError as error:
        return tuple(error.diagnostics)
