"""Elements that are inserted or deleted as a whole, with everything in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from briefs.model.document import Figure, Item, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Inline
from briefs.model.mark import Change
from briefs.redline.atoms import as_printed, atoms, put_together

Element: TypeAlias = Paragraph | Item | Table | Figure


def changed(element: Element, change: Change) -> Element:
    """An element with a `change` of its own. What is deleted is no unit any more, and its numbers are plain text."""
    is_deleted = change.kind == "deleted"
    if is_deleted:
        change = replace(change, number=_number(element))
    match element:
        case Table():
            return _changed_table(element, change)
        case Figure() if is_deleted:
            return replace(element, caption=as_text(element.caption), unit=None, change=change)
        case Paragraph() | Item() if is_deleted:
            return replace(element, children=as_text(element.children), unit=None, change=change)
        case _:
            return replace(element, change=change)


def _number(element: Element) -> int | None:
    if isinstance(element, Table):
        return element.number
    return None if element.unit is None else element.unit.number


def _changed_table(table: Table, change: Change) -> Table:
    rows = tuple(changed_row(row, change) for row in table.rows)
    if change.kind == "inserted":
        return replace(table, rows=rows, change=change)
    columns = tuple(map(as_text, table.columns))
    return replace(table, caption=as_text(table.caption), columns=columns, rows=rows, change=change)


def changed_row(row: Row, change: Change) -> Row:
    """A row with a `change` of its own."""
    if change.kind == "inserted":
        return replace(row, change=change)
    cells = tuple(replace(cell, children=as_text(cell.children)) for cell in row.cells)
    number = None if row.unit is None else row.unit.number
    return replace(row, cells=cells, unit=None, change=replace(change, number=number))


def changed_note(note: Note, change: Change) -> Note:
    """A note with a `change` of its own. The tag of the unit of a deleted one is no other unit's."""
    if change.kind == "inserted":
        return replace(note, change=change)
    unit = replace(note.unit, tag=f"{note.unit.tag}-deleted")
    return replace(note, children=as_text(note.children), unit=unit, change=change)


def changed_heading(section: Section, change: Change) -> Section:
    """A section with a `change` of its own; what is in it has to get its own."""
    if change.kind == "inserted":
        return replace(section, change=change)
    return replace(section, heading=as_text(section.heading), id="", page_break=False, change=change)


def as_text(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline content of an old edition, whose cited numbers are plain text."""
    return put_together(tuple(as_printed(atoms(children))))
