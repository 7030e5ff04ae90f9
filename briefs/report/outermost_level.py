"""Levels of headings that begin with 1: many pages and files have no heading of the first level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefs.report.pieces import HeadingPiece, Piece


def from_first_level(pieces: Sequence[Piece]) -> list[Piece]:
    """The `pieces` that a reader recognised, in which the outermost headings are of level 1, and others as much below
    them as they were."""
    levels = [piece.hint.level for piece in pieces if isinstance(piece, HeadingPiece)]
    above = min(levels, default=1) - 1
    return [_raised(piece, above) for piece in pieces] if above else list(pieces)


def _raised(piece: Piece, above: int) -> Piece:
    if not isinstance(piece, HeadingPiece):
        return piece
    return replace(piece, hint=piece.hint.model_copy(update={"level": piece.hint.level - above}))
