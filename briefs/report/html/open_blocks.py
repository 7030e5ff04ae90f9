"""The blocks of a page that are open at one place, the outermost first, and what they make of a text in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from lxml import etree

from briefs.report.html.element_facts import name_of, text_within
from briefs.report.html.list_markers import ListMarkers
from briefs.report.html.office_styles import OfficeList

Kind: TypeAlias = Literal[
    "note",
    "heading",
    "list",
    "item",
    "office item",
    "quotation",
    "attribution",
    "figure",
    "caption",
    "title",
    "contents",
]
_MARKER = re.compile(r"\(?(?:\d{1,4}|[ivxlcdm]{1,7}|[a-z]{1,2})[.)\]]|[—–•·-]", re.IGNORECASE)
_LONGEST_MARKER = 12


@dataclass(slots=True)
class OpenBlock:
    """A block that has not ended: its kind, its element, and what has been found in it so far.

    `number` is that of a note, or the level of a heading; `mark` is what the text of a note begins with. `first_piece`
    is how many pieces there were when it began.
    """

    kind: Kind
    element: etree._Element
    number: int = 0
    printed: str = ""
    mark: str = ""
    list_id: str = ""
    depth: int = 0
    first_piece: int = 0
    marker: str = ""
    is_awaiting: bool = False
    has_words: bool = False
    has_picture: bool = False
    markers: ListMarkers | None = None
    texts: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)


_DECIDING = frozenset({"heading", "caption", "title", "contents", "quotation", "attribution", "office item", "item"})


@dataclass(slots=True)
class OpenBlocks:
    """The open blocks, and by kind, so that none has to be looked for."""

    blocks: list[OpenBlock] = field(default_factory=list)
    by_kind: dict[Kind, list[OpenBlock]] = field(default_factory=dict)
    count: int = 0

    def open(self, block: OpenBlock) -> None:
        """A block begins."""
        self.blocks.append(block)
        self.by_kind.setdefault(block.kind, []).append(block)

    def close(self, element: etree._Element) -> Iterator[OpenBlock]:
        """An element ends: the blocks that began with it, the innermost first."""
        while self.blocks and self.blocks[-1].element is element:
            block = self.blocks.pop()
            self.by_kind[block.kind].pop()
            yield block

    def _last(self, kind: Kind) -> OpenBlock | None:
        found = self.by_kind.get(kind)
        return found[-1] if found else None

    @property
    def note(self) -> OpenBlock | None:
        """The open note."""
        return self._last("note")

    @property
    def heading(self) -> OpenBlock | None:
        """The open heading."""
        return self._last("heading")

    @property
    def figure(self) -> OpenBlock | None:
        """The innermost open figure."""
        return self._last("figure")

    @property
    def quotation(self) -> OpenBlock | None:
        """The innermost open quotation."""
        return self._last("quotation")

    @property
    def item(self) -> OpenBlock | None:
        """The innermost open item of a list."""
        return self._last("item")

    @property
    def office_item(self) -> OpenBlock | None:
        """The open paragraph that Word says is an item."""
        return self._last("office item")

    @property
    def list(self) -> OpenBlock | None:
        """The innermost open list."""
        return self._last("list")

    @property
    def contents(self) -> OpenBlock | None:
        """The open list of contents."""
        return self._last("contents")

    @property
    def deciding(self) -> Kind | None:
        """The kind of the innermost block that says what a text is."""
        return next((block.kind for block in reversed(self.blocks) if block.kind in _DECIDING), None)

    @property
    def is_flat(self) -> bool:
        """Whether texts here are parts of one text, in which there are no tables."""
        return bool(self.note or self.heading)

    @property
    def figure_within_quotation(self) -> bool:
        """Whether the innermost figure began inside the innermost quotation."""
        figure, quotation = self.figure, self.quotation
        if figure is None or quotation is None:
            return False
        return self.blocks.index(figure) > self.blocks.index(quotation)

    def open_list(self, element: etree._Element, pieces: int, office: OfficeList | None) -> None:
        """A list begins."""
        self.count += 1
        list_id = f"list {self.count}" if office is None else f"{office.name}-{office.depth}"
        block = OpenBlock("list", element, list_id=list_id, first_piece=pieces, markers=ListMarkers.of(element))
        block.depth = -1 if office is None else office.depth
        self.open(block)

    def open_item(self, element: etree._Element, name: str) -> None:
        """An item begins; `dd` goes on with what its term has begun."""
        around = self.list
        if around is None or around.markers is None:
            self.open_list(element, 0, None)
            around = self.list
            assert around is not None
            assert around.markers is not None
        block = OpenBlock("item", element, list_id=around.list_id, depth=around.depth, is_awaiting=True)
        if name == "tr":
            cell = next(iter(element))
            block.marker = text_within(cell)
        elif name == "dd":
            block.is_awaiting, block.has_words = not around.has_words, around.has_words
        else:
            block.marker = around.markers.next(element)
            around.has_words |= name == "dt"
        self.open(block)

    def end_item_for_heading(self) -> None:
        """A heading begins in an item, which is then no item but a place for a section."""
        if (item := self.item) is not None and item.is_awaiting:
            item.is_awaiting = False

    def depth_of(self, item: OpenBlock) -> int:
        """In how many items that have words an item is."""
        if item.depth >= 0:
            return item.depth
        return sum(one.has_words for one in self.by_kind["item"] if one is not item and one.list_id != item.list_id)

    def is_row_of_list(self, row: etree._Element) -> bool:
        """Whether a row is one of a table that is a list."""
        around = self.list
        if around is None or name_of(around.element) != "table":
            return False
        parent = row.getparent()
        return parent is around.element or (parent is not None and parent.getparent() is around.element)

    def is_marker(self, cell: etree._Element) -> bool:
        """Whether a cell holds the marker of the open item."""
        item, row = self.item, cell.getparent()
        is_first = item is not None and item.element is row and cell.getprevious() is None
        return is_first and row is not None and name_of(row) == "tr"

    @staticmethod
    def is_list(table: etree._Element) -> bool:
        """Whether each row of a table has a marker, and one cell with a text behind it."""
        has_rows = False
        for child in table:
            rows = [child] if name_of(child) == "tr" else list(child) if name_of(child) in ("tbody", "thead") else []
            for row in rows:
                if name_of(row) != "tr":
                    continue
                has_rows = True
                if len(row) != 2 or any(name_of(cell) != "td" for cell in row):
                    return False
                marker = text_within(row[0])
                if len(marker) > _LONGEST_MARKER or not _MARKER.fullmatch(marker):
                    return False
        return has_rows
