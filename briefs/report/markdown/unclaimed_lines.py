"""Lines of a Markdown text that belong to no block: what references lead to, marks alone, and what lies too deep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefs.report.pieces import MatterPiece, ParagraphPiece, Piece
from briefs.report.running_text import RunningText

_REFERENCE = re.compile(r"[ \t>]*\[[^\]]+\]:")
_REFERENCE_TITLE = re.compile(r"""\s*(?:"[^"]*"|'[^']*'|\([^)]*\)|<[^>]*>|\S+)\s*""")
_QUOTATION_MARKS = re.compile(r"[\s>]+")
_MARKS_ALONE = re.compile(r"[\s>*+\-=_`~:|#.\\]*")
_DIVISION = re.compile(r"\s*:{3,}[^:]*:*\s*")


def with_unclaimed(pieces: Sequence[Piece], lines: Sequence[str], quiet: Sequence[int] = ()) -> list[Piece]:
    """The pieces in order, with pieces for all `lines` that are in none and are not blank. The numbers of lines that
    are known to say nothing to readers are `quiet`. A line within a quotation that has only its mark belongs to what
    stands above."""
    claimed = {number: at for at, piece in enumerate(pieces) for number in piece.lines}
    known = frozenset(quiet)
    grown: dict[int, list[int]] = {}
    more: list[Piece] = []
    is_reference = False
    for number, line in enumerate(lines, 1):
        if number in claimed or not line.strip():
            is_reference = False
            continue
        if number - 1 in claimed and _QUOTATION_MARKS.fullmatch(line):
            claimed[number] = claimed[number - 1]
            grown.setdefault(claimed[number], []).append(number)
            continue
        is_reference = _REFERENCE.match(line) is not None or (
            is_reference and _REFERENCE_TITLE.fullmatch(line) is not None
        )
        if is_reference or number in known or _MARKS_ALONE.fullmatch(line) or _DIVISION.fullmatch(line):
            more.append(MatterPiece((number,), line.strip(), "markup"))
        else:
            running = RunningText()
            running.add(line)
            more.append(ParagraphPiece((number,), running.text(), is_whole=True))
    all_pieces = list(pieces)
    for at, numbers in grown.items():
        all_pieces[at] = replace(pieces[at], lines=tuple(sorted((*pieces[at].lines, *numbers))))
    merged = sorted([*all_pieces, *more], key=lambda piece: piece.lines[0])
    return list(_joined(merged))


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces; lines of markup that follow each other are one piece."""
    open_ones: list[MatterPiece] = []
    for piece in pieces:
        is_markup = isinstance(piece, MatterPiece) and piece.role == "markup"
        if open_ones and not (is_markup and piece.lines[0] == open_ones[-1].lines[-1] + 1):
            yield _as_one(open_ones)
            open_ones = []
        if isinstance(piece, MatterPiece) and is_markup:
            open_ones.append(piece)
        else:
            yield piece
    if open_ones:
        yield _as_one(open_ones)


def _as_one(pieces: Sequence[MatterPiece]) -> MatterPiece:
    numbers = tuple(number for piece in pieces for number in piece.lines)
    return replace(pieces[0], lines=numbers, text="\n".join(piece.text for piece in pieces))
