"""Walking a Document and returning a new one: the one place that knows where inline content and units lie."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from briefs.model.document import (
    Content,
    Document,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    Item,
    List,
    NoteCall,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Unit,
)

Owner: TypeAlias = Paragraph | Item | Row | Figure
"""What a unit is printed as."""

Rewrite = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


def owners_of(content: Content) -> Iterator[tuple[Unit, Owner]]:
    """The units of a block element, each with the element that prints it."""
    match content:
        case List():
            found: tuple[Owner, ...] = content.items
        case Table():
            found = content.rows
        case Paragraph() | Figure():
            found = (content,)
    yield from ((owner.unit, owner) for owner in found if owner.unit is not None)


def owners(document: Document) -> dict[str, Owner]:
    """What prints each unit of the brief's sections, by the unit's id, in reading order."""
    return {
        unit.id: owner
        for section in document.sections
        for content in section.content
        for unit, owner in owners_of(content)
    }


def inlines_of(sections: Iterable[Section]) -> Iterator[tuple[Inline, ...]]:
    """The inline content of every heading, paragraph, item, caption and cell, in reading order."""
    for section in sections:
        yield section.heading
        for content in section.content:
            match content:
                case Paragraph():
                    yield content.children
                case List():
                    yield from (item.children for item in content.items)
                case Table():
                    yield content.caption
                    yield from content.columns
                    yield from (cell.children for row in content.rows for cell in row.cells)
                case Figure():
                    yield content.caption


def note_calls(sections: Iterable[Section]) -> tuple[str, ...]:
    """The notes that are called, each once, in the order of their first calls."""
    return tuple(dict.fromkeys(call for inlines in inlines_of(sections) for call in _calls(inlines)))


def _calls(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case NoteCall():
                yield inline.note
            case Strong() | Emphasis() | Foreign():
                yield from _calls(inline.children)
            case _:
                pass


def map_content(document: Document, change: Callable[[Content], Content]) -> Document:
    """`document` with every block element changed."""
    return replace(
        document,
        sections=tuple(
            replace(section, content=tuple(change(content) for content in section.content))
            for section in document.sections
        ),
    )


def map_inlines(document: Document, change: Rewrite) -> Document:
    """`document` with the inline content of headings, paragraphs, items, captions and cells changed, as it is read."""

    def content_of(content: Content) -> Content:
        match content:
            case Paragraph():
                return replace(content, children=change(content.children))
            case List():
                return replace(content, items=tuple(_item(item, change) for item in content.items))
            case Table():
                return replace(
                    content,
                    caption=change(content.caption),
                    columns=tuple(change(column) for column in content.columns),
                    rows=tuple(_row(row, change) for row in content.rows),
                )
            case Figure():
                return replace(content, caption=change(content.caption))

    return replace(
        document,
        sections=tuple(
            replace(
                section,
                heading=change(section.heading),
                content=tuple(content_of(content) for content in section.content),
            )
            for section in document.sections
        ),
    )


def map_units_inlines(document: Document, change: Rewrite) -> Document:
    """`document` with the inline content of every unit rewritten, in reading order; quotations stay as they are."""

    def content_of(content: Content) -> Content:
        match content:
            case Paragraph():
                owned = content.unit is not None and content.role != "quote"
                return replace(content, children=change(content.children)) if owned else content
            case List():
                items = tuple(_item(item, change) if item.unit is not None else item for item in content.items)
                return replace(content, items=items)
            case Table():
                rows = tuple(_row(row, change) if row.unit is not None else row for row in content.rows)
                return replace(content, rows=rows)
            case Figure():
                return replace(content, caption=change(content.caption)) if content.unit is not None else content

    return map_content(document, content_of)


def map_note_calls(inlines: tuple[Inline, ...], change: Callable[[NoteCall], NoteCall]) -> tuple[Inline, ...]:
    """`inlines` with every note call changed, however deep."""
    out: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteCall():
                out.append(change(inline))
            case Strong() | Emphasis() | Foreign():
                out.append(replace(inline, children=map_note_calls(inline.children, change)))
            case _:
                out.append(inline)
    return tuple(out)


def _item(item: Item, change: Rewrite) -> Item:
    return replace(item, children=change(item.children))


def _row(row: Row, change: Rewrite) -> Row:
    return replace(row, cells=tuple(replace(cell, children=change(cell.children)) for cell in row.cells))
