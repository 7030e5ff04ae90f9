"""The two readings of a redline: the edition that is left if all changes are accepted, and if all are rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from briefs.model.document import Content, Document, Figure, Item, List, Paragraph, Row, Section, Table
from briefs.model.inline import Deleted, Emphasis, Foreign, Inline, Inserted, Strong, Text, inline_text
from briefs.model.mark import Change, ChangeKind

P = TypeVar("P", Paragraph, Item)


def accepted(document: Document) -> Document:
    """A redline with all its changes accepted: the new edition."""
    return _Reading("deleted").document(document)


def rejected(document: Document) -> Document:
    """A redline with all its changes rejected: what it says is the old edition.

    Numbers, lines of the masthead that are not compared, and how words look are those of the new edition.
    """
    return _Reading("inserted").document(document)


def accepted_run(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inline content with all changes accepted."""
    return _Reading("deleted").inlines(children)


def is_redline(document: Document) -> bool:
    """Whether anything in a Document is marked as inserted or deleted."""
    return bool(document.marked_title) or accepted(document) != document


class _Reading:
    """Reads a redline without changes of the kind `gone`, and with all others as if they had always been there."""

    def __init__(self, gone: ChangeKind) -> None:
        self._gone = gone

    def document(self, document: Document) -> Document:
        title = inline_text(self.inlines(document.printed_title))
        return replace(
            document,
            title=title,
            marked_title=(),
            furniture=replace(document.furniture, about=self.inlines(document.furniture.about)),
            sections=tuple(self._section(one) for one in document.sections if not self._is_gone(one.change)),
            notes=tuple(
                replace(note, children=self.inlines(note.children), change=None)
                for note in document.notes
                if not self._is_gone(note.change)
            ),
        )

    def inlines(self, children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Inline content in this reading; without changes it is the same."""
        if not any(isinstance(child, Inserted | Deleted | Strong | Emphasis | Foreign) for child in children):
            return children
        return tuple(_joined(self._inlines(children))) if _is_marked(children) else children

    def _inlines(self, children: Iterable[Inline]) -> Iterator[Inline]:
        gone = Deleted if self._gone == "deleted" else Inserted
        for child in children:
            match child:
                case Inserted() | Deleted():
                    if not isinstance(child, gone):
                        yield from self._inlines(child.children)
                case Strong() | Emphasis() | Foreign():
                    inner = self.inlines(child.children)
                    if inner:
                        yield replace(child, children=inner)
                case _:
                    yield child

    def _is_gone(self, change: Change | None) -> bool:
        return change is not None and change.kind == self._gone

    def _section(self, section: Section) -> Section:
        content = tuple(self._contents(section.content))
        return replace(section, heading=self.inlines(section.heading), content=content, change=None)

    def _contents(self, contents: Iterable[Content]) -> Iterator[Content]:
        before: tuple[Inline, ...] = ()
        for content in contents:
            match content:
                case Paragraph():
                    if self._is_gone(content.change):
                        continue
                    read = self._text(content, before)
                    before = read.children if self._is_gone(content.end) else ()
                    if not self._is_gone(content.end):
                        yield read
                case List():
                    if items := tuple(self._items(content.items)):
                        yield replace(content, items=items)
                case Table():
                    if not self._is_gone(content.change):
                        yield self._table(content)
                case Figure():
                    if not self._is_gone(content.change):
                        yield replace(content, caption=self.inlines(content.caption), change=None)

    def _items(self, items: Iterable[Item]) -> Iterator[Item]:
        before: tuple[Inline, ...] = ()
        for item in items:
            if self._is_gone(item.change):
                continue
            read = self._text(item, before)
            before = read.children if self._is_gone(item.end) else ()
            if not self._is_gone(item.end):
                yield read

    def _text(self, text: P, before: tuple[Inline, ...]) -> P:
        """A paragraph or item behind the words of the one before it, if that has no end in this reading."""
        own: tuple[Inline, ...] = self.inlines(text.children)
        children = tuple(_joined((*before, *own))) if before else own
        return replace(text, children=children, change=None, end=None)

    def _table(self, table: Table) -> Table:
        rows = tuple(self._row(row) for row in table.rows if not self._is_gone(row.change))
        columns = tuple(map(self.inlines, table.columns))
        return replace(table, caption=self.inlines(table.caption), columns=columns, rows=rows, change=None)

    def _row(self, row: Row) -> Row:
        cells = tuple(replace(cell, children=self.inlines(cell.children)) for cell in row.cells)
        return replace(row, cells=cells, change=None)


def _is_marked(children: Iterable[Inline]) -> bool:
    return any(
        isinstance(child, Inserted | Deleted)
        or (isinstance(child, Strong | Emphasis | Foreign) and _is_marked(child.children))
        for child in children
    )


def _joined(children: Iterable[Inline]) -> Iterator[Inline]:
    """`children`, with neighbours that look alike in one."""
    made: list[Inline] = []
    for child in children:
        both = _in_one(made[-1], child) if made else None
        if both is None:
            made.append(child)
        else:
            made[-1] = both
    yield from made


def _in_one(one: Inline, other: Inline) -> Inline | None:
    """Two neighbours in one, if they look alike."""
    match one, other:
        case Text(is_whole=False), Text(is_whole=False):
            return Text(one.text + other.text)
        case Strong(), Strong():
            return Strong(tuple(_joined((*one.children, *other.children))))
        case Emphasis(), Emphasis():
            return Emphasis(tuple(_joined((*one.children, *other.children))))
        case Foreign(), Foreign() if one.language == other.language:
            return replace(one, children=tuple(_joined((*one.children, *other.children))))
        case _:
            return None
