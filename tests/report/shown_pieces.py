"""Pieces of a report as lines of text, so that tests can be read."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from briefs.report.pieces import (
    FootnotePiece,
    HeadingPiece,
    ItemPiece,
    MatterPiece,
    ParagraphPiece,
    PicturePiece,
    Piece,
    QuotationPiece,
    RowPiece,
)


def shown(pieces: Iterable[Piece]) -> list[str]:
    """One line for each piece: its lines, what it is, and what it says."""
    return [f"{numbers(piece.lines)} {said(piece)}" for piece in pieces]


def numbers(lines: Iterable[int]) -> str:
    """Line numbers as ranges: "3–5, 7"."""
    runs = [[number for _, number in run] for _, run in groupby(enumerate(lines), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def said(piece: Piece) -> str:
    """What a piece is and says."""
    match piece:
        case HeadingPiece():
            return f"h{piece.hint.level}: {piece.text}"
        case ParagraphPiece():
            return f"p{f' in {piece.in_list}' if piece.in_list else ''}: {piece.text}"
        case ItemPiece():
            return f"{piece.list_id} depth {piece.depth}: {piece.marker} | {piece.text}"
        case FootnotePiece():
            return f"note {piece.number}{f' ({piece.cited_as})' if piece.cited_as else ''}: {piece.text}"
        case QuotationPiece():
            return f"{piece.role} quotation: {piece.text}{f' | {piece.attribution}' if piece.attribution else ''}"
        case RowPiece():
            return f"{'head' if piece.is_head else 'row'} of table {piece.table.number}: {' | '.join(piece.cells)}"  # type: ignore[union-attr]
        case PicturePiece():
            return f"picture: {piece.text} | {piece.alternative}"
        case MatterPiece():
            return f"{piece.role}: {piece.text}"
