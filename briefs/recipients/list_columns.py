"""The columns of a list of recipients: which of them are read as what, and what is wrong with their names."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefs.model.diagnostics import Checked, Diagnostic, Fault, most_similar
from briefs.model.distribution_names import FILE_NAME
from briefs.model.distribution_settings import COLUMNS, DistributionSettings
from briefs.recipients.column_names import is_part_of_name, plain, probable_meaning, usual_meaning
from briefs.recipients.list_table import Table

_NAME_IT = "write its name into the row with the names of the other columns, or empty its cells"


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns (from 0) that are read, by what they are read as, in the order in which their texts are joined.

    `lacks` are those that the list needs and does not have. `misspelt` are columns whose names are slips for one that
    is there too, by what they were meant as: in YAML, each recipient has names of columns of its own.
    """

    columns: Mapping[str, tuple[int, ...]]
    lacks: frozenset[str] = frozenset()
    misspelt: Mapping[str, tuple[int, ...]] = dataclasses.field(default_factory=dict)


def header_likeness(cells: Sequence[object], settings: DistributionSettings) -> int:
    """How many of the cells of a row are names of columns; none if one of them is rather the address of a recipient."""
    names = [str(cell) for cell in cells if str(cell).strip()]
    if any("@" in name and len(name.strip()) > 1 for name in names):
        return 0
    configured = {plain(name) for headers in settings.columns.headers().values() for name in headers}
    return sum(bool(usual_meaning(name) or is_part_of_name(name) or plain(name) in configured) for name in names)


def is_header(cells: Sequence[object], settings: DistributionSettings) -> bool:
    """Whether the cells of a row are names of columns rather than a recipient."""
    return header_likeness(cells, settings) >= min(2, sum(bool(str(cell).strip()) for cell in cells))


def columns_of(table: Table, settings: DistributionSettings, needs: Sequence[str]) -> Checked[Layout]:
    """Which columns of `table` are what; `needs` are those without which it cannot be read.

    Codes: `column-missing`, `column-duplicate`, `column-unknown`, `column-ignored`.
    """
    names = [plain(str(cell)) for cell in table.header.cells]
    problems: list[Diagnostic] = []
    columns: dict[str, tuple[int, ...]] = {}
    lacks: set[str] = set()
    taken: set[int] = set()
    for field, headers in settings.columns.headers().items():
        found: list[int] = []
        for header in headers:
            at = [index for index, name in enumerate(names) if name == plain(header)]
            if at:
                found.append(at[0])
                taken.update(at)
                problems += _duplicates(table, at, field)
            elif not table.is_written_by_name or field in needs:
                problems.append(_missing_configured(table, header, field))
                lacks.add(field)
        columns[field] = tuple(found)
    ignored = {plain(name) for name in settings.ignore}
    others = [index for index, name in enumerate(names) if index not in taken and name not in ignored]
    meanings = {index: usual_meaning(str(table.header.cells[index])) for index in others}
    for field in COLUMNS:
        at = [index for index in others if meanings[index] == field and field not in columns]
        if at:
            columns[field] = (at[0],)
            taken.update(at)
            problems += _duplicates(table, at, field)
    unread = [index for index in others if index not in taken and meanings[index] not in lacks]
    misspelt = {index: probable_meaning(str(table.header.cells[index])) for index in unread}
    misspelt = {
        index: field
        for index, field in misspelt.items()
        if field and (field not in columns or _is_in_its_place(table, index, columns[field]))
    }
    problems += _unknown(table, unread, misspelt)
    beside = {
        field: tuple(index for index, meant in misspelt.items() if meant == field)
        for field in {*misspelt.values()} & columns.keys()
    }
    lacks |= {field for field in needs if not columns.get(field)} | (set(misspelt.values()) - beside.keys())
    for field in needs:
        if field not in columns and field not in misspelt.values():
            problems.append(_missing(table, field, [index for index in unread if names[index]]))
    layout = Layout({field: at for field, at in columns.items() if at}, frozenset(lacks), beside)
    return Checked(layout, tuple(problems))


def _is_in_its_place(table: Table, index: int, others: Sequence[int]) -> bool:
    """Whether a row of a list whose cells are written by name has the column at `index`, and none of `others`."""
    return table.is_written_by_name and any(
        row.cells[index] != "" and all(row.cells[other] == "" for other in others) for row in table.rows
    )


def _duplicates(table: Table, at: Sequence[int], field: str) -> Iterator[Diagnostic]:
    for index in at[1:]:
        one, other = table.column(at[0]), table.column(index)
        if plain(str(table.header.cells[index])) == plain(str(table.header.cells[at[0]])):
            message, hint = f"{other} is there twice", "remove one of the two, or give it another name"
        else:
            message = f'{one} and {other} would both be read as "{field}"'
            hint = f"remove one of them, or say in {FILE_NAME} which counts:\n    columns:\n      {field}: " + _written(
                str(table.header.cells[at[0]])
            )
        yield Fault("column-duplicate", message, hint).at(table.place(table.header, index))


def _written(name: str) -> str:
    name = " ".join(name.split())
    return name if all(one.isalnum() or one in " -." for one in name) and not name.isdigit() else f'"{name}"'


def _missing_configured(table: Table, header: str, field: str) -> Diagnostic:
    names = [" ".join(str(cell).split()) for cell in table.header.cells]
    close = most_similar(header, [name for name in names if name])
    message = f'there is no column "{header}", which {FILE_NAME} names for "{field}"'
    hint = f'did you mean "{close}"?' if close else f"name the column, or correct columns in {FILE_NAME}"
    return Fault("column-missing", message, hint).at(table.place(table.header))


def _missing(table: Table, field: str, unread: Sequence[int]) -> Diagnostic:
    parts = [" ".join(str(table.header.cells[one]).split()) for one in unread]
    parts = [name for name in parts if is_part_of_name(name)]
    if field == "name" and parts:
        hint = f"say in {FILE_NAME} which columns make the name, in this order:\n    columns:\n      name: [" + (
            ", ".join(map(_written, parts)) + "]"
        )
    elif field == "audience":
        hint = (
            "add one that says for each recipient which brief to send, or name one audience for all in "
            f"{FILE_NAME}, as audience"
        )
    else:
        hint = f"add it, or say in columns in {FILE_NAME} which column is the {field}"
    return Fault("column-missing", f'there is no column "{field}"', hint).at(table.place(table.header))


def _unknown(table: Table, unread: Sequence[int], misspelt: Mapping[int, str]) -> Iterator[Diagnostic]:
    ignored: list[int] = []
    for index in unread:
        place = table.place(table.header, index)
        if field := misspelt.get(index):
            message = f"{table.column(index)} is not known"
            yield Fault("column-unknown", message, f'did you mean "{field}"?').at(place)
        elif plain(name := str(table.header.cells[index])):
            if not is_part_of_name(name):
                ignored.append(index)
        elif index in table.covered:
            message = f"{table.column(index)} has no name: a cell that covers several columns names only the first"
            yield Fault("column-unknown", message, "divide the cell, and give each column a name of its own").at(place)
        elif any(row.cells[index] != "" for row in table.rows):
            yield Fault("column-unknown", f"{table.column(index)} has no name", _NAME_IT).at(place)
    if ignored:
        names = ", ".join(_written(str(table.header.cells[index])) for index in ignored)
        hint = f"if this is meant, write into {FILE_NAME}\n    ignore: [{names}]"
        message = f"nothing reads {', '.join(map(table.column, ignored))}"
        yield Fault("column-ignored", message, hint).at(table.place(table.header, ignored[0]))
