"""Gathering list items into lists: which item continues which list, and which list is nested in which item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.report.pieces import FootnotePiece, ItemPiece, ParagraphPiece, Piece, QuotationPiece, is_furniture
from briefs.text.roman_numbers import roman_value

MOST_NESTED = 30
"""How deep lists can be nested; a deeper one is treated as being on the deepest level."""
_ORDINAL = re.compile(r"((?:[-•]\s+)?)\(?(?:(\d{1,9})|([a-z]|[ivxl]{2,8}))([.)\]]?)$")


@dataclass(slots=True)
class ItemDraft:
    """An item while its list is being gathered."""

    piece: ItemPiece
    children: list[ParagraphPiece | ListDraft] = field(default_factory=list)


@dataclass(slots=True)
class ListDraft:
    """A list while it is being gathered."""

    items: list[ItemDraft]

    @property
    def last(self) -> ItemPiece:
        """The piece of the last item so far."""
        return self.items[-1].piece


Draft: TypeAlias = Piece | ListDraft
"""What is under a heading once its items are gathered: lists, and all pieces that are not in a list."""


def ordinal(marker: str) -> int | None:
    """The number in a list marker: 2 for "2.", "b)", "(ii)" and "- 2]"; None for a bullet. "i" is the letter, 9."""
    return next(iter(_numbers(marker)), None)


def _numbers(marker: str) -> tuple[int, ...]:
    """The numbers that a list marker may have: that of a letter, and that of a Roman number."""
    match = _ORDINAL.match(marker)
    if not match:
        return ()
    if match[2]:
        return (int(match[2]),)
    letter, roman = (ord(match[3]) - ord("a") + 1 if len(match[3]) == 1 else None), roman_value(match[3])
    return tuple(one for one in (letter, roman) if one is not None)


def gather_lists(pieces: Sequence[Piece], is_numbered: bool = False) -> list[Draft]:
    """The pieces under one heading, with list items gathered into lists and everything else in its order.

    An item continues the open list that has the same sort of markers. Bullets do so across blank lines, page breaks,
    footnotes and quotations, even if they have lost their indent. Ordinals do so if they follow the last one; then the
    paragraphs in between belong to the item before. Where numbers run through a part (`is_numbered`), all text after a
    number belongs to it.

    Where the format says which list an item is in (`list_id`), that and its depth decide. There, too, what is
    between two numbers that follow each other belongs to the item before.
    """
    gathered: list[Draft] = []
    open_lists: list[ListDraft] = []  # outermost first
    waiting: list[Piece] = []  # what followed the last item, until it is known whether the list continues
    has_waiting_text = False  # whether a paragraph is among it
    for piece in pieces:
        if isinstance(piece, ItemPiece):
            continued = _continued(open_lists, piece)
            if between := [one for one in waiting if isinstance(one, ParagraphPiece)]:
                if continued and _takes_between(continued.last, piece):
                    continued.items[-1].children += between
                    waiting = [one for one in waiting if not isinstance(one, ParagraphPiece)]
                else:
                    continued, open_lists = None, []
            gathered += waiting
            waiting, has_waiting_text = [], False
            if continued:
                del open_lists[open_lists.index(continued) + 1 :]
                continued.items.append(ItemDraft(piece))
                continue
            new = ListDraft([ItemDraft(piece)])
            open_lists = _around(open_lists, piece, is_numbered)[:MOST_NESTED]
            (open_lists[-1].items[-1].children if open_lists else gathered).append(new)
            open_lists.append(new)
        elif isinstance(piece, ParagraphPiece) and open_lists:
            at = _holding(open_lists, piece, is_numbered)
            if at is None or has_waiting_text:
                waiting.append(piece)
                has_waiting_text = True
                continue
            gathered += waiting
            waiting, has_waiting_text = [], False
            open_lists[at].items[-1].children.append(piece)
            del open_lists[at + 1 :]
        elif isinstance(piece, FootnotePiece | QuotationPiece) or is_furniture(piece):
            waiting.append(piece)
        else:
            gathered += [*waiting, piece]
            waiting, open_lists, has_waiting_text = [], [], False
    return gathered + waiting


def _open_at(open_lists: Sequence[ListDraft], list_id: str, depth: int | None) -> int | None:
    """The index of the open list with this id, on this depth or else the deepest; None if there is none."""
    alike = [at for at, one in enumerate(open_lists) if one.last.list_id == list_id]
    if depth is not None:
        alike = [at for at in alike if open_lists[at].last.depth == depth]
    return alike[-1] if alike else None


def _holding(open_lists: Sequence[ListDraft], piece: ParagraphPiece, is_numbered: bool) -> int | None:
    """The index of the open list whose last item a paragraph belongs to; None as long as that is not known."""
    at = _open_at(open_lists, piece.in_list, piece.depth) if piece.in_list else None
    return 0 if at is None and is_numbered and _is_plain_ordinal(open_lists[0].last.marker) else at


def _takes_between(last: ItemPiece, piece: ItemPiece) -> bool:
    """Whether paragraphs between two items of one list belong to the first: between numbers that follow each other."""
    return _is_next_number(last, piece) if piece.list_id else ordinal(piece.marker) is not None


def _is_next_number(last: ItemPiece, piece: ItemPiece) -> bool:
    return any(one + 1 in _numbers(piece.marker) for one in _numbers(last.marker))


def _continued(open_lists: list[ListDraft], piece: ItemPiece) -> ListDraft | None:
    """The open list that `piece` continues: the one that it names, or preferably one with its indent, else one with an
    indent that was lost.

    A bullet that is indented more begins a list of its own; an ordinal that follows the last one never does.
    """
    if piece.list_id:
        at = _open_at(open_lists, piece.list_id, piece.depth)
        return None if at is None else open_lists[at]
    alike = [draft for draft in reversed(open_lists) if _follows(draft.last, piece)]
    at_indent = [draft for draft in alike if draft.items[0].piece.indent == piece.indent]
    is_ordinal = ordinal(piece.marker) is not None
    lost = [draft for draft in alike if is_ordinal or draft.items[0].piece.indent > piece.indent]
    return next(iter(at_indent or lost), None)


def _follows(last: ItemPiece, piece: ItemPiece) -> bool:
    if ordinal(last.marker) is None or ordinal(piece.marker) is None:
        return last.marker == piece.marker
    return _sort(last.marker) == _sort(piece.marker) and _is_next_number(last, piece)


def _sort(marker: str) -> tuple[str, bool, str] | str:
    match = _ORDINAL.match(marker)
    return (match[1].strip(), match[2] is None, match[4]) if match else marker


def _is_plain_ordinal(marker: str) -> bool:
    return marker[:1].isalnum()


def _around(open_lists: list[ListDraft], piece: ItemPiece, is_numbered: bool) -> list[ListDraft]:
    """The open lists around a new list that begins with `piece`; none if it is not nested.

    If the format names the list, its depth decides, but bullets under a number that runs through a part are nested in
    it. Otherwise a list is nested in the item before it if it is indented more, if it has bullets under a number, or if
    that item ends with a colon.
    """
    if piece.list_id:
        is_under_number = (
            is_numbered
            and any(_is_plain_ordinal(one.last.marker) for one in open_lists[:1])
            and not _is_plain_ordinal(piece.marker)
        )
        return open_lists[: max(piece.depth, int(is_under_number))]
    around = list(open_lists)
    while around:
        last, indent = around[-1].last, around[-1].items[0].piece.indent
        is_bullet_under_number = _is_plain_ordinal(last.marker) and not _is_plain_ordinal(piece.marker)
        is_introduced = is_bullet_under_number or last.text.rstrip("* ").endswith(":")
        if piece.indent > indent or (piece.indent == indent and is_introduced):
            break
        around.pop()
    return around
