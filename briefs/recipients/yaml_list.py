"""Lists of recipients in YAML: one entry for each, with fields that have the names of columns."""

from __future__ import annotations

from typing import Any

from briefs.files.parts import entries_of, read_parts
from briefs.files.yaml import Lines, Location
from briefs.model.diagnostics import Checked, Diagnostic, DocumentError, Fault, Place
from briefs.recipients.column_names import plain
from briefs.recipients.list_table import Cell, Odd, Row, Table

_TOP = "recipients"
_FORM = "write\n    recipients:\n      - name: …\n        salutation: …\n        audience: …"
_SYNTAX = "look at this line and the one above it: often a quotation mark, a colon or the indentation is wrong"


def yaml_table(text: str, shown_path: str) -> Checked[Table]:
    """The table in the text of a file: a list of recipients, or such a list as its field `recipients`.

    Entries that YAML cannot read are left out. Messages quote nothing of the file, which is about people. Codes:
    `yaml-syntax`, `field-unknown`, `field-invalid`. Raises DocumentError with these and `list-empty`.
    """
    file = read_parts(text, shown_path, entries_of(text, _TOP) or _entries(text))
    problems = [_unquoted(problem) for problem in file.problems]
    if file.read is None:
        raise DocumentError(problems)
    value, lines = file.read.value, file.read.lines
    at: Location = ()
    if isinstance(value, dict) and _TOP in value:
        at = (_TOP,)
        for name in value.keys() - {_TOP}:
            fault = Fault("field-unknown", "this field is not known here", "only recipients may stand at the top")
            problems.append(fault.at(Place(shown_path, lines.line((name,)))))
        value = value[_TOP]
    if not value and not isinstance(value, dict):
        if problems:
            raise DocumentError(problems)
        raise DocumentError([Fault("list-empty", "nobody is in the list", _FORM).at(Place(shown_path))])
    if not isinstance(value, list):
        fault = Fault("field-invalid", "the file must hold a list of recipients", _FORM)
        raise DocumentError([*problems, fault.at(Place(shown_path, lines.line(at)))])
    table = _table(value, lines, at, shown_path)
    return Checked(table.value, (*problems, *table.problems))


def _entries(text: str) -> list[int]:
    """The first lines (from 0) of the entries of a list at the top of a file."""
    return [number for number, line in enumerate(text.split("\n")) if line.startswith("- ")]


def _unquoted(problem: Diagnostic) -> Diagnostic:
    """A mistake in syntax without the words of the line, which may be about a person."""
    return Fault(problem.code, "YAML cannot read this line", _SYNTAX).at(problem.place)


def _table(value: list[Any], lines: Lines, at: Location, shown_path: str) -> Checked[Table]:
    names: dict[str, str] = {}
    where: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for index, entry in enumerate(value):
        for name in entry if isinstance(entry, dict) else ():
            names.setdefault(plain(str(name)), str(name))
            where.setdefault(plain(str(name)), lines.line((*at, index, name)))
    columns = list(names)
    rows: list[Row] = []
    for index, entry in enumerate(value):
        place = Place(shown_path, lines.line((*at, index)))
        if not isinstance(entry, dict):
            hint = "write a name and a value with a colon and a space between them, as in name: …"
            problems.append(Fault("field-invalid", "a recipient must have fields", hint).at(place))
            continue
        given: dict[str, tuple[Cell, int]] = {}
        for name, cell in entry.items():
            line = lines.line((*at, index, name))
            if plain(str(name)) in given:
                fault = Fault("column-duplicate", f'the field "{name}" is there twice', "remove one of the two")
                problems.append(fault.at(Place(shown_path, line)))
            given[plain(str(name))] = _cell(cell), line
        cells = [given.get(column, ("", place.line)) for column in columns]
        rows.append(Row(place.line, [cell for cell, _ in cells], [line for _, line in cells]))
    first = min(where.values(), default=1)
    header = Row(first, list(names.values()), [where[column] for column in columns])
    return Checked(Table(shown_path, header, rows, is_written_by_name=True), tuple(problems))


def _cell(value: object) -> Cell:
    if value is None:
        return ""
    if isinstance(value, str | bool | int):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    return Odd("fields or a list", "write one text")
