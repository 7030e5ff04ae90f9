"""Rejoining paragraphs that a page break, a footnote or a pull-quote has split."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.typesetting import SUPERSCRIPTS, clean
from briefs.report.pieces import FootnotePiece, ParagraphPiece, Piece, QuotationPiece

_CLOSING = frozenset({*'.?!:;”)"…', *SUPERSCRIPTS})
"""Punctuation marks that end a paragraph."""


def rejoin(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with each split paragraph joined into one piece, where it began.

    A paragraph that ends without a final punctuation mark or footnote mark is joined with the next one, if that begins
    with a small letter and only footnotes and pull-quotes are in between.
    """
    joined: list[Piece] = []
    open_at: int | None = None  # the index in `joined` of the paragraph that may continue
    for piece in pieces:
        if isinstance(piece, ParagraphPiece):
            first = None if open_at is None else joined[open_at]
            if isinstance(first, ParagraphPiece) and open_at is not None and clean(piece.text)[:1].islower():
                joined[open_at] = piece = ParagraphPiece(first.lines + piece.lines, f"{first.text} {piece.text}")
            else:
                open_at = len(joined)
                joined.append(piece)
            if piece.text.rstrip("* ")[-1:] in _CLOSING:
                open_at = None
            continue
        joined.append(piece)
        if not (isinstance(piece, FootnotePiece) or (isinstance(piece, QuotationPiece) and piece.role == "pull")):
            open_at = None
    return joined
