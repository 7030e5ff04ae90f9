"""Elements that are inserted or deleted as a whole, with everything in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from briefs.model.document import Content, Figure, Item, List, Note, Paragraph, Row, Section, Table
from briefs.model.inline import Inline
from briefs.model.mark import Change
from briefs.redline.atoms import as_printed, atoms, put_together

E = TypeVar("E", Paragraph, Item, Table, Figure)


def changed(element: E, change: Change) -> E:
    """An element with a `change` of its own. What is deleted is no unit any more, and its numbers are plain text."""
    is_deleted = change.kind == "deleted"
    if isinstance(element, Table):
        rows = tuple(changed_row(row, change) for row in element.rows)
        if not is_deleted:
            return replace(element, rows=rows, change=change)
        columns = tuple(map(as_text, element.columns))
        return replace(element, caption=as_text(element.caption), columns=columns, rows=rows, number=None, change=change)
    if not is_deleted:
        return replace(element, change=change)
    if isinstance(element, Figure):
        return replace(element, caption=as_text(element.caption), unit=None, change=change)
    return replace(element, children=as_text(element.children), unit=None, change=change)


def changed_row(row: Row, change: Change) -> Row:
    """A row with a `change` of its own."""
    if change.kind == "inserted":
        return replace(row, change=change)
    cells = tuple(replace(cell, children=as_text(cell.children)) for cell in row.cells)
    return replace(row, cells=cells, unit=None, change=change)


def changed_content(content: Content, change: Change) -> Content:
    """A block element with a `change`; of a list, all its items."""
    if isinstance(content, List):
        return replace(content, items=tuple(changed(item, change) for item in content.items))
    return changed(content, change)


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
