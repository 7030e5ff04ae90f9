"""Invitations that a draft lists with boxes for answers, and its cleared edition without: the same list in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefs.model.document import Cell, Content, Document, Item, List, Row, Table
from briefs.model.document_walk import contents, map_content, owners_of
from briefs.model.inline import inline_text


def with_lists_as_in(old: Document, new: Document) -> Document:
    """`old`, in which lists that `new` has with boxes for answers are such tables, and the other way round."""
    tables = {name: table for _, content in contents(new.sections) for name, table in _answered(content)}
    listed = {name for _, content in contents(new.sections) if isinstance(content, List) for name in _names(content)}

    def as_in_new(content: Content) -> Content:
        names = set(_names(content))
        if isinstance(content, List) and (found := [tables[name] for name in names if name in tables]):
            return _with_boxes(content, found[0])
        if names & listed and any(True for _ in _answered(content)):
            assert isinstance(content, Table)
            return List(tuple(Item(row.cells[0].children, row.unit) for row in content.rows))
        return content

    return map_content(old, as_in_new)


def _names(content: Content) -> Iterator[str]:
    """The names of the units of a block element, without their section."""
    yield from (unit.name.partition("/")[2] for unit, _ in owners_of(content))


def _answered(content: Content) -> Iterator[tuple[str, Table]]:
    """The names of the units of a list with columns in which only the first has words, each with that table."""
    if not isinstance(content, Table) or not content.is_list or not content.rows:
        return
    others = (cell for row in content.rows for cell in row.cells[1:])
    if not any(inline_text(cell.children).strip() for cell in others):
        yield from ((name, content) for name in _names(content))


def _with_boxes(content: List, table: Table) -> Table:
    first, *boxes = table.rows[0].cells
    rows = (Row((Cell(item.children, first.header), *boxes), item.unit) for item in content.items)
    return replace(table, rows=tuple(rows))
