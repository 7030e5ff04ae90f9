"""Room for the longest words of headers and footers: in larger type Word and LibreOffice would break these."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.sheet import Sheet
from briefs.model.typesetting import parted_at_whole_words
from briefs.render.fonts.table_columns import estimated, widened

_ROOM = 160
"""Twips between columns."""
_CELL_TYPE = 10 / 11
"""The size of type in tables against running text."""


def with_room(widths: Sequence[int], longest: Sequence[str], sheet: Sheet) -> list[int]:
    """`widths` in twips, as far as possible with room for the longest words."""
    size = sheet.size * 20 * _CELL_TYPE
    return in_whole(widened(widths, [round(estimated(word, True) * size) + _ROOM for word in longest]))


def in_whole(widths: Sequence[float]) -> list[int]:
    """`widths` rounded, with the same sum; what rounding takes or adds, the widest column gets."""
    rounded = [round(width) for width in widths]
    if rounded:
        rounded[rounded.index(max(rounded))] += round(sum(widths)) - sum(rounded)
    return rounded


def longest_word(text: str) -> str:
    """The longest word; one with a hyphen may be broken there, but not if it is a name or a code."""
    pieces = (
        piece.replace("-", "\N{NON-BREAKING HYPHEN}" if whole else "- ") for piece, whole in parted_at_whole_words(text)
    )
    return max("".join(pieces).split(), key=len, default="").replace("\N{NON-BREAKING HYPHEN}", "-")
