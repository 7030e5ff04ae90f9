"""The content directly under one heading: pieces and lists become nodes with names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefs.model.note_marks import footnote_numbers
from briefs.model.report import Footnote, Item, List, Matter, Node, Paragraph, Picture, Quotation, Row, Table
from briefs.report.addresses import PlaceName, PlaceNames
from briefs.report.hints import TableHint
from briefs.report.lists import Draft, ItemDraft, ListDraft, ordinal
from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    QuotationPiece,
    RowPiece,
    TableShape,
)


@dataclass(slots=True)
class Content:
    """Makes and names the nodes directly under one heading."""

    name: PlaceName
    numbered_as: str | None
    names: PlaceNames
    paragraphs: int = 0
    lists: int = 0
    tables: int = 0

    def nodes(self, drafts: Sequence[Draft]) -> list[Node]:
        """The nodes that `drafts` become; numbering continues from earlier calls."""
        rows: dict[TableHint | TableShape, list[RowPiece]] = {}
        for draft in drafts:
            if isinstance(draft, RowPiece):
                rows.setdefault(draft.table, []).append(draft)
        made: list[Node] = []
        for draft in drafts:
            if not isinstance(draft, RowPiece):
                made.append(self._node(draft))
            elif draft is rows[draft.table][0]:
                made.append(self._table(rows[draft.table]))
        return made

    def _node(self, draft: Draft) -> Node:
        match draft:
            case ListDraft():
                self.lists += 1
                return self._list(draft)
            case ParagraphPiece():
                self.paragraphs += 1
                number = self.paragraphs
                return self._paragraph(draft, self.name.then(f"¶ {number}", f"¶{number}"))
            case ItemPiece() | HeadingPiece() | RowPiece():
                raise AssertionError(f"{type(draft).__name__} outside its list, section or table")
            case FootnotePiece():
                cited = draft.cited_as or f"fn {draft.number}"
                name = self.names.unique(PlaceName(cited, cited))
                return Footnote(name.address, name.label, draft.lines, draft.number, draft.text, "")
            case QuotationPiece():
                name = self.names.next("quotation")
                return Quotation(name.address, name.label, draft.lines, draft.text, draft.role, draft.attribution)
            case PicturePiece():
                name = self.names.next("picture")
                return Picture(name.address, name.label, draft.lines, draft.text, draft.alternative)
            case MatterPiece():
                name = self.names.next(draft.role)
                return Matter(name.address, name.label, draft.lines, draft.role, draft.text)

    def _paragraph(self, piece: ParagraphPiece, name: PlaceName) -> Paragraph:
        name = self.names.unique(name)
        return Paragraph(
            name.address, name.label, piece.lines, piece.text, footnote_numbers(piece.text, self.names.notes)
        )

    def _table(self, pieces: Sequence[RowPiece]) -> Table:
        """One table made of these rows, whatever comes between them: `row 1` in the first under a heading, `table 2
        row 1` in the second, and `head` for what names the columns."""
        self.tables += 1
        name, columns = self.name.then("table" if self.tables == 1 else f"table {self.tables}"), pieces[0].table.columns
        name = self.names.unique(name)
        before = self.name if self.tables == 1 else name
        rows, number = [], 0
        for piece in pieces:
            number += not piece.is_head
            at = self.names.unique(name.then("head") if piece.is_head else before.then(f"row {number}"))
            rows.append(Row(at.address, at.label, piece.lines, piece.cells, piece.is_head))
        return Table(name.address, name.label, columns, tuple(rows))

    def _list(self, draft: ListDraft) -> List:
        """A list under the heading: `item 2` in the first, `list 2 item 1` in the second, `ES 9` if numbers run on."""
        name = self.names.unique(self.name.then(f"list {self.lists}"))
        before = self.name if self.lists == 1 else name
        items = []
        for position, item in enumerate(draft.items, 1):
            number = ordinal(item.piece.marker)
            if item.piece.cited_as:
                cited = self.names.unique(PlaceName(item.piece.cited_as, item.piece.cited_as))
                items.append(self._item(item, cited, self._children(item, cited)))
            elif self.numbered_as and number is not None:
                cited = self.names.unique(PlaceName(self.numbered_as, self.numbered_as).then(str(number)))
                items.append(self._item(item, cited, self._numbered_children(item, cited)))
            else:
                cited = self.names.unique(before.then(f"item {position}"))
                items.append(self._item(item, cited, self._children(item, cited)))
        return List(name.address, name.label, tuple(items))

    def _item(self, draft: ItemDraft, name: PlaceName, children: tuple[Node, ...]) -> Item:
        piece = draft.piece
        notes = footnote_numbers(piece.text, self.names.notes)
        return Item(name.address, name.label, piece.lines, piece.marker, piece.text, notes, children)

    def _children(self, item: ItemDraft, name: PlaceName) -> tuple[Node, ...]:
        """What belongs to an item: `item 2.1` in its first list, `item 2 list 2.1` in its second, `item 2 ¶ 1`."""
        made: list[Node] = []
        lists = paragraphs = 0
        for child in item.children:
            if isinstance(child, ParagraphPiece):
                paragraphs += 1
                made.append(self._paragraph(child, name.then(f"¶ {paragraphs}", f"¶{paragraphs}")))
            else:
                lists += 1
                at = self.names.unique(name.then(f"list {lists}"))
                made.append(self._nested(child, at, name if lists == 1 else at, 0))
        return tuple(made)

    def _numbered_children(self, item: ItemDraft, name: PlaceName) -> tuple[Node, ...]:
        """What belongs to a number that runs through a part: `ES 16.1` a paragraph, `ES 16.1.4` an item of the list
        that it introduces; `ES 14.2` an item with no such paragraph before it."""
        made: list[Node] = []
        number = lists = 0
        group: PlaceName | None = None
        for child in item.children:
            if isinstance(child, ParagraphPiece):
                number += 1
                group = name.dot(number)
                made.append(self._paragraph(child, group))
                continue
            lists += 1
            at = self.names.unique(name.then(f"list {lists}"))
            made.append(self._nested(child, at, group or name, 0 if group else number))
            number += 0 if group else len(child.items)
        return tuple(made)

    def _nested(self, draft: ListDraft, name: PlaceName, before: PlaceName, offset: int) -> List:
        items = []
        for position, item in enumerate(draft.items, offset + 1):
            cited = self.names.unique(before.dot(position))
            items.append(self._item(item, cited, self._children(item, cited)))
        return List(name.address, name.label, tuple(items))
