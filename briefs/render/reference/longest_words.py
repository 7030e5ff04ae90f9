"""Columns that have room for their longest words: in larger type Word and LibreOffice would break these.

The layout of the PDF keeps them whole by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.sheet import Sheet

_LETTER = 0.55
"""The width of a letter in ems, a little more than the average in bold type."""
_ROOM = 160
"""Twips between columns."""
_CELL_TYPE = 10 / 11
"""The size of type in tables against running text."""


def widened(widths: Sequence[int], longest: Sequence[int], sheet: Sheet) -> list[int]:
    """`widths` in twips, with room for the longest words, given in letters.

    What one column gains the others lose, as far as they have room to spare; if they do not, nothing changes.
    """
    letter = _LETTER * sheet.size * 20 * _CELL_TYPE
    least = [round(letters * letter) + _ROOM for letters in longest]
    lacking = [max(0, needed - width) for width, needed in zip(widths, least, strict=True)]
    spare = [max(0, width - needed) for width, needed in zip(widths, least, strict=True)]
    if not sum(lacking) or sum(lacking) > sum(spare):
        return list(widths)
    given = [room * sum(lacking) // sum(spare) for room in spare]
    given[spare.index(max(spare))] += sum(lacking) - sum(given)
    return [width + gain - loss for width, gain, loss in zip(widths, lacking, given, strict=True)]


def longest_word(text: str) -> int:
    """The letters of the longest word; one with a hyphen may be broken there."""
    return max((len(word) for word in text.replace("-", "- ").split()), default=0)
