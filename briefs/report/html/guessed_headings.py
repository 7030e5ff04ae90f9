"""Headings of a page that marks none: short paragraphs that are bold, or whose class says that they are titles."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefs.report.hints import recognized_heading
from briefs.report.pieces import HeadingPiece, ParagraphPiece, Piece

_CLASS = re.compile(
    r"(?:^|[-_])s?(?:heading|headline|title|titre|titel|titolo|titulo|ti|head)(?:[-_\d]|$)", re.IGNORECASE
)
_LONGEST = 120
"""The most characters of a heading."""
_MOST = 0.5
"""The largest share of all pieces that can be headings."""
_DEEPEST = 6
_CERTAINTY = 0.5
NO_LABEL = "?"


def says_title(name: str) -> bool:
    """Whether the name of a class says that its paragraphs are titles, as in "oj-ti-art"."""
    return _CLASS.search(name) is not None


def with_guessed_headings(pieces: Sequence[Piece], looks: Mapping[int, str]) -> list[Piece]:
    """The pieces, in which some paragraphs are headings if there is no other. `looks` says of paragraphs that could
    be one, by their indices, how they look ("bold", or a class); each look is a level, in the order in which they
    occur."""
    if any(isinstance(piece, HeadingPiece) for piece in pieces):
        return list(pieces)
    found = {at: look for at, look in looks.items() if _could_be(pieces[at])}
    if len(found) < 2 or len(found) > _MOST * len(pieces):
        return list(pieces)
    levels = {look: min(level, _DEEPEST) for level, look in enumerate(dict.fromkeys(found.values()), 1)}
    changed = list(pieces)
    for at, look in found.items():
        piece = pieces[at]
        if isinstance(piece, ParagraphPiece):
            hint = recognized_heading(piece.text, levels[look], NO_LABEL)
            changed[at] = HeadingPiece(piece.lines, piece.text, hint, look, _CERTAINTY)
    return changed


def _could_be(piece: Piece) -> bool:
    if not isinstance(piece, ParagraphPiece):
        return False
    text = piece.text
    return len(text) <= _LONGEST and text[-1:] not in ".;:,!" and any(map(str.isalpha, text))
