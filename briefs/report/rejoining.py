"""Rejoining paragraphs that a page break, a footnote or a pull-quote has split."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefs.model.note_marks import note_marks
from briefs.model.typesetting import clean
from briefs.report.pieces import FootnotePiece, ParagraphPiece, Piece, QuotationPiece, is_furniture, joined_lines

_CLOSING = frozenset('.?!:;”)"…')
"""Punctuation marks that end a paragraph."""


def rejoin(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with each split paragraph joined into one piece, where it began.

    A paragraph that ends without a final punctuation mark or footnote mark is joined with the next one, if that begins
    with a small letter and only footnotes and pull-quotes are in between.
    """
    notes = frozenset(piece.number for piece in pieces if isinstance(piece, FootnotePiece))
    joined: list[Piece] = []
    parts: dict[int, list[ParagraphPiece]] = {}  # of each paragraph, by its index in `joined`
    open_at: int | None = None  # the index of the paragraph that may continue
    for piece in pieces:
        if isinstance(piece, ParagraphPiece):
            if open_at is None or piece.is_whole or not clean(piece.text, notes)[:1].islower():
                open_at = len(joined)
                joined.append(piece)
            parts.setdefault(open_at, []).append(piece)
            if piece.is_whole or _is_closed(piece.text.rstrip("* "), notes):
                open_at = None
            continue
        joined.append(piece)
        is_pull = isinstance(piece, QuotationPiece) and piece.role == "pull"
        if not (isinstance(piece, FootnotePiece) or is_pull or is_furniture(piece)):
            open_at = None
    for index, of_one in parts.items():
        if len(of_one) > 1:
            joined[index] = _as_one(of_one)
    return joined


def _is_closed(text: str, notes: frozenset[int]) -> bool:
    """Whether `text` ends with a final punctuation mark or the mark of a note."""
    return text[-1:] in _CLOSING or any(mark.end == len(text) for mark in note_marks(text, notes))


def _as_one(parts: Sequence[ParagraphPiece]) -> ParagraphPiece:
    numbers = tuple(line for part in parts for line in part.lines)
    return replace(parts[0], lines=numbers, text=joined_lines([part.text for part in parts]))
