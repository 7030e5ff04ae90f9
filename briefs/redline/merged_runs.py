"""The inline content of merged sections, run by run, with what happened to the element that it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from briefs.model.document import Content, Figure, List, Paragraph, Row, Section, Table
from briefs.model.inline import Inline
from briefs.model.mark import Change, ChangeKind

RewriteRun: TypeAlias = Callable[[tuple[Inline, ...], ChangeKind | None], tuple[Inline, ...]]
"""Makes new inline content of a run that was inserted or deleted as a whole, or neither."""


def runs(section: Section) -> Iterator[tuple[tuple[Inline, ...], Change | None]]:
    """The inline content of a section in reading order, with the change of the element that it is in."""
    yield section.heading, section.change
    for content in section.content:
        if isinstance(content, Table):
            yield from ((run, content.change) for run in (content.caption, *content.columns))
            yield from ((cell.children, row.change) for row in content.rows for cell in row.cells)
        elif isinstance(content, List):
            yield from ((item.children, item.change) for item in content.items)
        else:
            yield (content.caption if isinstance(content, Figure) else content.children), content.change


def map_runs(section: Section, change: RewriteRun) -> Section:
    """A section with all its inline content changed."""
    content = tuple(_mapped(one, change) for one in section.content)
    return replace(section, heading=change(section.heading, _kind(section.change)), content=content)


def _mapped(content: Content, change: RewriteRun) -> Content:
    match content:
        case Paragraph():
            return replace(content, children=change(content.children, _kind(content.change)))
        case List():
            items = (replace(item, children=change(item.children, _kind(item.change))) for item in content.items)
            return replace(content, items=tuple(items))
        case Figure():
            return replace(content, caption=change(content.caption, _kind(content.change)))
        case Table():
            rows = tuple(_mapped_row(row, change) for row in content.rows)
            columns = tuple(change(column, _kind(content.change)) for column in content.columns)
            caption = change(content.caption, _kind(content.change))
            return replace(content, caption=caption, columns=columns, rows=rows)


def _mapped_row(row: Row, change: RewriteRun) -> Row:
    cells = (replace(cell, children=change(cell.children, _kind(row.change))) for cell in row.cells)
    return replace(row, cells=tuple(cells))


def _kind(changed: Change | None) -> ChangeKind | None:
    return None if changed is None else changed.kind
