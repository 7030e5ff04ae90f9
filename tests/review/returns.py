"""Simulated returns: files as they come back from reviewers who edit, delete, split, merge, move and write paragraphs.

What became of each paragraph is known, so that what matching finds can be held against it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from briefs.model.marked_file import CellPlace, MarkedFile, MarkedParagraph, Span
from briefs.model.sent_text import SentParagraph

_NEW = re.findall(
    r"\w+",
    "the office would prefer another sentence here since ministers asked about costs of such measures for small states "
    "before last summer and nobody has answered them yet in writing or at any meeting of senior officials",
)
EDITED, DELETED, SPLIT, MERGED, NEW, MOVED = 0.35, 0.04, 0.04, 0.03, 0.04, 0.04
"""Shares of the paragraphs."""


@dataclass(slots=True)
class Return:
    """A returned file; `truth` are, for each of its paragraphs by index, the keys of what was sent that is in it."""

    file: MarkedFile
    truth: dict[int, frozenset[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Piece:
    text: str
    keys: frozenset[str]
    bookmarks: tuple[str, ...] = ()
    story: str = "body"
    row: tuple[int, int] | None = None
    column: int = 0
    style: str = ""
    is_whole: bool = True


def unchanged(sent: Iterable[SentParagraph], *, with_identity: bool = True) -> Return:
    """The file as sent."""
    return _return([piece for row in _rows(sent) for piece in row], with_identity)


def simulated_return(sent: Sequence[SentParagraph], seed: int, words: float, *, with_identity: bool = False) -> Return:
    """A return in which a third of the paragraphs have so many of their words changed, and some another fate."""
    chance = random.Random(seed)
    rows = [_reworded(row, chance, words) for row in _rows(sent)]
    made: list[list[_Piece]] = []
    skip = False
    for number, row in enumerate(rows):
        if skip:
            skip = False
            continue
        piece = row[0]
        following = rows[number + 1] if number + 1 < len(rows) else None
        count = len(piece.text.split())
        can_change = piece.story == "body" and piece.style != "tag" and (piece.row is None or piece.row[1] > 0)
        if not can_change:
            made.append(row)
            continue
        fate = chance.random()
        if (fate := fate - DELETED) < 0:
            continue
        if (fate := fate - SPLIT) < 0 and piece.row is None and count >= 8:
            at = chance.randrange(3, count - 3)
            parts = piece.text.split()
            for half, marks in ((parts[:at], piece.bookmarks), (parts[at:], ())):
                made.append([replace(piece, text=" ".join(half), bookmarks=marks, is_whole=False)])
            continue
        if (fate := fate - MERGED) < 0 and piece.row is None and _can_merge(piece, following):
            assert following is not None
            other = following[0]
            text, keys = f"{piece.text} {other.text}", piece.keys | other.keys
            made.append([replace(piece, text=text, keys=keys, bookmarks=piece.bookmarks + other.bookmarks)])
            skip = True
            continue
        if (fate := fate - NEW) < 0 and piece.row is None:
            made.append([_Piece(" ".join(chance.choices(_NEW, k=chance.randrange(5, 25))), frozenset())])
        made.append(row)
    _move(made, chance)
    return _return([piece for row in made for piece in row], with_identity)


def _is_text(piece: _Piece) -> bool:
    return piece.row is None and piece.story == "body"


def _can_merge(piece: _Piece, following: list[_Piece] | None) -> bool:
    if following is None or not _is_text(following[0]) or following[0].style == "tag":
        return False
    return min(len(one.text.split()) for one in (piece, following[0])) >= 3


def _move(rows: list[list[_Piece]], chance: random.Random) -> None:
    free = [row for row in rows if _is_text(row[0]) and row[0].is_whole and len(row[0].text.split()) >= 3]
    for row in chance.sample(free, round(len(free) * MOVED)):
        rows.remove(row)
        places = [number for number, one in enumerate(rows) if _is_text(one[0])]
        rows.insert(chance.choice(places), row)


def _reworded(row: list[_Piece], chance: random.Random, share: float) -> list[_Piece]:
    return [replace(one, text=_edited(one.text, chance, share)) if chance.random() < EDITED else one for one in row]


def _edited(text: str, chance: random.Random, share: float) -> str:
    words = text.split(" ")
    for _ in range(max(1, round(len(words) * share))) if len(words) > 1 else ():
        at = chance.randrange(len(words))
        match chance.randrange(3):
            case 0:
                words[at] = chance.choice(_NEW)
            case 1 if len(words) > 1:
                del words[at]
            case _:
                words.insert(at, chance.choice(_NEW))
    return " ".join(words)


def _rows(sent: Iterable[SentParagraph]) -> list[list[_Piece]]:
    """The pieces of each paragraph, cells of a row together."""
    rows: list[list[_Piece]] = []
    table = row = -1
    last: SentParagraph | None = None
    for one in sent:
        story = "notes" if one.role == "note" else "body"
        tag = (one.tag,) if one.tag and one.role != "attribution" and one.column in (None, 1) else ()
        text = " ".join((one.text, *one.tags)).strip() if one.role != "tag" else one.text
        if one.column is None:
            rows.append([_Piece(text, frozenset({one.key}), tag, story, style=one.role)])
        else:
            is_first = last is None or last.column is None or one.column <= last.column
            begins = is_first and (last is None or last.column is None or one.role == "column")
            if begins:
                table, row = table + 1, -1
            row += is_first
            if is_first:
                rows.append([])
            rows[-1].append(_Piece(text, frozenset({one.key}), tag, story, (table, row), one.column - 1))
        last = one
    return rows


def _return(pieces: Sequence[_Piece], with_identity: bool) -> Return:
    paragraphs = []
    truth = {}
    for index, piece in enumerate(pieces):
        cell = None if piece.row is None else CellPlace(*piece.row, piece.column)
        paragraphs.append(
            MarkedParagraph(
                index,
                "notes" if piece.story == "notes" else "body",
                (Span(piece.text),) if piece.text else (),
                bookmarks=piece.bookmarks if with_identity else (),
                style=piece.style,
                cell=cell,
                note=str(index) if piece.story == "notes" else "",
            )
        )
        truth[index] = piece.keys
    return Return(MarkedFile("returned.docx", "", paragraphs=tuple(paragraphs)), truth)
