"""Reading a list of recipients, with everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place, nearest, relative
from briefs.model.distribution_names import SETTINGS_PATH
from briefs.model.distribution_settings import DistributionSettings
from briefs.model.recipient import Recipient
from briefs.recipients.list_columns import columns_of, is_header
from briefs.recipients.list_files import read_table
from briefs.recipients.list_table import Cell, Row, Table
from briefs.recipients.repeated import repeated
from briefs.recipients.rows import Expected, ReadRow, read_row

_FAR = 20
"""Rows among which the names of columns are looked for, if they are not in the first."""


def read_recipients(
    path: Path, settings: DistributionSettings, audiences: Sequence[str], languages: Sequence[str], project: Path
) -> Checked[tuple[Recipient, ...]]:
    """The recipients in the list at `path`, in its order, without rows that are wrong, and all that is wrong.

    `audiences` are those of the project; `languages` the tags of those in which there is something to send, any if
    empty. Places are those of the file as seen from the folder `project`, with the line or row where each row begins.
    No message quotes what is about a person. Raises BriefsError when the file cannot be opened.
    """
    shown = relative(path, project)
    try:
        read = read_table(path, shown, settings)
    except DocumentError as error:
        return Checked((), error.diagnostics)
    table, problems = read.value, [*read.problems]
    if not is_header(table.header.cells, settings):
        return Checked((), (_without_header(table, settings), *problems))
    default = settings.audience or (audiences[0] if len(set(audiences)) == 1 else "")
    needs = ("name", "salutation") if default else ("name", "salutation", "audience")
    layout = columns_of(table, settings, needs)
    problems += layout.problems
    if default and default not in audiences and "audience" not in layout.value.columns:
        fault = Fault("audience-unknown", f'"audience": "{default}" is not an audience', nearest(default, audiences))
        return Checked((), (*problems, fault.at(Place(SETTINGS_PATH))))
    expected = Expected(tuple(audiences), default if default in audiences else "", tuple(languages))
    rows: list[ReadRow] = []
    known: dict[tuple[str, Cell], Any] = {}
    for row in table.rows:
        if not row.is_blank:
            found = read_row(row, table, layout.value, expected, known)
            rows.append(found.value)
            problems += found.problems
    if not layout.value.lacks:
        problems += repeated(rows)
    if not problems and not rows:
        problems.append(_nobody(table))
    problems.sort(key=lambda problem: problem.place.line)
    whole = () if layout.value.lacks.intersection(needs) else rows
    return Checked(tuple(row.recipient for row in whole if not row.wrong), tuple(problems))


def _nobody(table: Table) -> Diagnostic:
    hint = "write one recipient into each row below the names of the columns"
    return Fault("list-empty", "nobody is in the list", hint).at(table.place(table.header))


def _without_header(table: Table, settings: DistributionSettings) -> Diagnostic:
    """The first row has no names of columns; where they are instead, if they are in the file at all."""
    if table.is_written_by_name:
        hint = "write, for example, name, salutation, audience, email, each with a colon and a space after it"
        message = "the fields of the entries do not have the names of columns"
        return Fault("column-missing", message, hint).at(table.place(table.header))
    below = next((row.line for row in _first(table.rows) if is_header(row.cells, settings)), None)
    if below is not None:
        hint = f"they seem to be in row {below}: remove what stands above it"
    else:
        hint = "write them above the first recipient, such as: name, salutation, audience, email"
    message = "the first row does not hold the names of the columns"
    return Fault("column-missing", message, hint).at(table.place(table.header))


def _first(rows: Sequence[Row]) -> Iterator[Row]:
    yield from (row for row in rows[:_FAR] if not row.is_blank)
