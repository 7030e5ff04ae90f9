"""Widths of columns in Word: shares of the measure, none narrower than its longest word."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from briefs.model.document import Table
from briefs.render.fonts.table_columns import least_widths, widened
from briefs.render.fonts.widths import TextMeasure
from briefs.render.reference.longest_words import in_whole
from briefs.render.reference.look import Look
from briefs.render.reference.starter_measures import INDENT
from briefs.word.elements import qn
from briefs.word.measures import twips

_TWIPS = 20
"""Twips in a point."""
_SIDES = (("left", "start"), ("right", "end"))
"""The names that either side has in margins of cells."""
_MARGIN = 108
"""The margin of cells at either side if nothing sets one, in twips (ISO/IEC 29500-1, 17.4.34 and 17.4.11)."""


def column_widths(table: Table, width: int, letters: TextMeasure, size: float, rooms: Sequence[int]) -> list[int]:
    """Widths of the columns of a table in twips, which add up to `width`.

    `letters` measures words, `size` is that of the table's type in points, `rooms` are the margins of the cells in each
    column, in twips.
    """
    shares = table.widths or (1,) * len(table.columns)
    edges = [0, *(round(width * reached / sum(shares)) for reached in accumulate(shares))]
    widths = [right - left for left, right in pairwise(edges)]
    beside = [room / _TWIPS for room in rooms]
    least = least_widths(table, letters, size, beside, INDENT / _TWIPS)
    return in_whole(widened(widths, [needed * _TWIPS for needed in least]))


def cell_margins(look: Look, table_style: str) -> tuple[int, int]:
    """The margins of cells at the left and at the right, in twips, in a style of tables (its id)."""
    found: list[int] = []
    for names in _SIDES:
        margins = (look.styles.own_or_inherited(table_style, "tblPr", "tblCellMar"),)
        sides = (each.find(qn(f"w:{name}")) for each in margins if each is not None for name in names)
        side = next((each for each in sides if each is not None), None)
        found.append(_MARGIN if side is None else twips(side, "w"))
    return found[0], found[1]
