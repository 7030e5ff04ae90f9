"""Paragraphs and rows put on pages, as Word does: what is kept with the next stays with it, and rows are whole.

All lengths are in points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_SEPARATOR = 12.0
"""The height of the rule above notes."""
_TOLERANCE = 0.5
_LEAST = 2
"""The least lines of a paragraph at the foot or the head of a page."""
_SHORT = 4
"""A paragraph of fewer lines is not divided, or so little of it that this does not matter."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a row of a table: its lines are equally high, and a row is one line.

    `borders` are the heights of the rules above and below, which are drawn around all blocks that follow each other in
    one `frame`; `notes` is the height of the notes that it calls.
    """

    lines: int
    height: float
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    keeps_lines: bool = False
    begins_page: bool = False
    style: str = ""
    is_contextual: bool = False
    notes: float = 0.0
    borders: tuple[float, float] = (0.0, 0.0)
    frame: str = ""

    @property
    def whole(self) -> float:
        """The height without the space around it."""
        return self.lines * self.height + sum(self.borders)


def pages_of(blocks: Sequence[Block], rooms: tuple[float, float]) -> float:
    """The pages that `blocks` take, of which the last may be full in part: 1.5 is a page and a half.

    `rooms` are the heights of the text areas of the first page and of all others.
    """
    joined, pages, at = _joined(blocks), _Pages(rooms), 0
    while at < len(joined):
        end = at
        while end + 1 < len(joined) and joined[end].keeps_next:
            end += 1
        spaces = [space_between(joined[n - 1] if n else None, joined[n]) for n in range(at, end + 1)]
        pages.put(joined[at : end + 1], spaces)
        at = end + 1
    return pages.total


def height_of(blocks: Sequence[Block]) -> float:
    """The height of blocks, one below the other, with the space around them."""
    pairs = zip((None, *blocks), blocks, strict=False)
    inside = sum(space_between(former, block) + block.whole for former, block in pairs)
    return inside + (blocks[-1].after if blocks else 0.0)


def space_between(former: Block | None, block: Block) -> float:
    """The space between two blocks, the larger one of theirs; `former` is None at the top."""
    if former is None:
        return block.before
    if former.is_contextual and block.is_contextual and former.style == block.style:
        return 0.0
    return max(former.after, block.before)


def _joined(blocks: Sequence[Block]) -> list[Block]:
    """`blocks` with one border around those that follow each other in one frame."""
    made = []
    for former, block, following in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        above = former is None or former.frame != block.frame
        below = following is None or following.frame != block.frame
        made.append(replace(block, borders=(block.borders[0] * above, block.borders[1] * below)))
    return made


class _Pages:
    """Pages as they fill."""

    def __init__(self, rooms: tuple[float, float]) -> None:
        self._rooms = rooms
        self._number, self._used, self._notes = 1, 0.0, 0.0

    @property
    def total(self) -> float:
        return self._number - 1 + (self._used + self._notes) / self._height

    @property
    def _height(self) -> float:
        return self._rooms[0 if self._number == 1 else 1]

    @property
    def _room(self) -> float:
        return self._height - self._used - self._notes + _TOLERANCE

    def put(self, chain: Sequence[Block], spaces: Sequence[float]) -> None:
        """Put blocks on pages, each of which is kept with the next; `spaces` are those above them."""
        *before, end = chain
        least = end.whole if end.keeps_lines or end.lines < _SHORT else _LEAST * end.height
        notes = sum(block.notes for block in chain)
        needed = sum(spaces) + sum(block.whole for block in before) + least + notes + self._separator(notes)
        is_over = self._room < needed <= max(self._rooms)
        if self._used and (is_over or chain[0].begins_page):
            self._turn()
        for space, block in zip(spaces, chain, strict=True):
            self._put_one(block, space)

    def _put_one(self, block: Block, space: float) -> None:
        self._used += space if self._used else 0.0
        self._notes += block.notes + self._separator(block.notes)
        if block.keeps_lines and block.whole > self._room and self._used:
            self._turn()
        left = block.lines
        while left * block.height > self._room:
            fitting = min(int(max(self._room, 0.0) // block.height), left - _LEAST)
            if fitting < _LEAST:
                if not self._used:
                    break
                fitting = 0
            left -= fitting
            self._turn()
        self._used += left * block.height + sum(block.borders)
        while self._used > self._height + _TOLERANCE:
            self._number, self._used = self._number + 1, self._used - self._height

    def _separator(self, notes: float) -> float:
        """The height of the rule above notes, if they are the first ones of the page."""
        return _SEPARATOR if notes and not self._notes else 0.0

    def _turn(self) -> None:
        self._number, self._used, self._notes = self._number + 1, 0.0, 0.0
