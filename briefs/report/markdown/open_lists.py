"""The lists of a Markdown text that are open at one place, and the markers of their items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefs.report.pieces import ItemPiece, MatterPiece, Piece

_FEWEST_ENTRIES = 3
"""The fewest links to places in the file that make a list one of contents."""


@dataclass(slots=True)
class _OpenList:
    """A list: its name, how deep it lies among all blocks, where among the pieces it begins, and the number of its next
    item if it has numbers.

    `within` are the indices of items that are nothing but a link to another place in the file.
    """

    name: str
    level: int
    first_piece: int
    number: int | None
    has_items: bool = False
    within: set[int] = field(default_factory=set)


@dataclass(slots=True)
class _OpenItem:
    """An item whose words have not come yet."""

    line: int
    marker: str
    indent: int


@dataclass(slots=True)
class OpenLists:
    """The open lists, the outermost first, and the items in them; None for an item whose words have come."""

    lists: list[_OpenList] = field(default_factory=list)
    items: list[_OpenItem | None] = field(default_factory=list)
    count: int = 0

    def __bool__(self) -> bool:
        return bool(self.lists)

    @property
    def name(self) -> str:
        """The name of the innermost list; empty if there is none."""
        return self.lists[-1].name if self.lists else ""

    @property
    def level(self) -> int:
        """How deep the innermost list lies among all blocks; -1 if there is none."""
        return self.lists[-1].level if self.lists else -1

    @property
    def awaits_words(self) -> bool:
        """Whether the next words are the first of an item."""
        return bool(self.items) and self.items[-1] is not None

    def open(self, token: Token, pieces: int) -> Sequence[Piece]:
        """Begin a list when there are so many `pieces`. Returns the item around it, if this has no words of its own."""
        empty: Sequence[Piece] = ()
        around = self.items[-1] if self.items else None
        if around and token.map and around.line != token.map[0] + 1:
            empty = self.without_words()
        self.count += 1
        number = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
        self.lists.append(_OpenList(f"list {self.count}", token.level, pieces + len(empty), number))
        return empty

    def close(self, pieces: list[Piece]) -> None:
        """End the innermost list; if it is a list of contents, change its items among the `pieces` to entries."""
        closed = self.lists.pop()
        if self.lists:
            self.lists[-1].within |= closed.within
            return
        items = range(closed.first_piece, len(pieces))
        if len(items) >= _FEWEST_ENTRIES and all(index in closed.within for index in items):
            for index in items:
                item = pieces[index]
                assert isinstance(item, ItemPiece)
                marker = f"{item.marker} " if item.marker[:1].isalnum() else ""
                pieces[index] = MatterPiece(item.lines, f"{marker}{item.text}", "contents")

    def open_item(self, token: Token, indent: int) -> None:
        """Begin an item of the innermost list."""
        current = self.lists[-1]
        marker = token.markup
        if current.number is not None:
            written = int(token.info) if token.info.isdecimal() else current.number
            current.number = max(current.number, written)  # numbers go up, as in what others make of the text
            marker = f"{current.number}{token.markup}"
            current.number += 1
        line = (token.map or [0])[0] + 1
        around = self.items[-1] if self.items else None
        if around and around.line == line:
            marker, indent = f"{around.marker} {marker}", around.indent
            self.items[-1] = None
        self.items.append(_OpenItem(line, marker, indent))

    def close_item(self) -> Sequence[Piece]:
        """End an item. Returns it if it has no words at all."""
        empty = self.without_words()
        self.items.pop()
        return empty

    def item(self, text: str, lines: tuple[int, ...], leads_within: bool, pieces: Sequence[Piece]) -> ItemPiece:
        """The item with its first words, which will be the next of `pieces`."""
        item = self.items[-1]
        assert item is not None
        self.items[-1] = None
        if leads_within:
            self.lists[-1].within.add(len(pieces))
        numbers = lines if item.line in lines else (item.line, *lines)
        return ItemPiece(numbers, text, item.marker, item.indent, self.name, self._depth())

    def without_words(self) -> Sequence[Piece]:
        """The open item, if its words have not come and are not going to."""
        item = self.items[-1] if self.items else None
        if item is None:
            return ()
        self.items[-1] = None
        return (ItemPiece((item.line,), "", item.marker, item.indent, self.name, self._depth()),)

    def _depth(self) -> int:
        """In how many items the next one is nested; an item without words on the same line is none."""
        self.lists[-1].has_items = True
        return sum(one.has_items for one in self.lists[:-1])
