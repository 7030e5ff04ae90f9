"""The title of a text that is written as its one main heading, above all others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefs.report.heading_numbers import heading_number
from briefs.report.pieces import HeadingPiece, MatterPiece, ParagraphPiece, Piece

_LONGEST_BEFORE = 400
"""The most characters of a paragraph above a title, such as a date or an issuer."""


def with_sole_title(pieces: Sequence[Piece], fewest: int = 2) -> tuple[list[Piece], str]:
    """The pieces and the title. The first heading is the title if it is the only one of its level, others are below
    it, none is above, and it has no number; these others then go up by one level. Otherwise, or if there are fewer than
    the `fewest` headings, the title is empty."""
    headings = [(at, piece) for at, piece in enumerate(pieces) if isinstance(piece, HeadingPiece)]
    if len(headings) < fewest or heading_number(headings[0][1].text) is not None:
        return list(pieces), ""
    first, title = headings[0]
    level = title.hint.level
    others = [piece.hint.level for _, piece in headings[1:]]
    before = (piece for piece in pieces[:first] if isinstance(piece, ParagraphPiece))
    if min(others) <= level or any(len(piece.text) > _LONGEST_BEFORE for piece in before):
        return list(pieces), ""
    changed: list[Piece] = list(pieces)
    changed[first] = MatterPiece(title.lines, title.text, "title")
    for at, piece in headings[1:]:
        changed[at] = replace(piece, hint=piece.hint.model_copy(update={"level": piece.hint.level - level}))
    return changed, title.text
