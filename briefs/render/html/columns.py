"""Widths of the columns of tables in the PDF: none narrower than its longest word, as in Word.

They follow the style sheet for pages: the size of type in tables, and the room between columns.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

from briefs.model.document import Section, Table
from briefs.model.sheet import POINTS_PER_MM
from briefs.render.fonts.table_columns import least_widths, widened
from briefs.render.layout import Layout
from briefs.render.page_geometry import measure, small_type

Columns: TypeAlias = Callable[[Table, Section], tuple[float, ...]]
"""Returns the widths of the columns of a table in a section, in per cent; none if they are automatic."""

_CELL_TYPE = 0.909
"""The size of type in tables against running text."""
_GAP = 8.0
"""The room between columns in usual type, in points."""
_INDENT = 8 * POINTS_PER_MM
"""Where text with a running number begins in usual type, in points."""
_BOX = 20.0
"""What a box takes of the measure in usual type, at both sides together, in points."""


def declared_columns(table: Table, section: Section) -> tuple[float, ...]:
    """The widths as the block template declares them, for screens, whose width nobody knows."""
    return table.widths


def printed_columns(layout: Layout) -> Columns:
    """A function that gives the widths on the sheet of `layout`. It raises BriefsError for fonts that are missing."""
    letters = cache(lambda: layout.letters)

    def columns(table: Table, section: Section) -> tuple[float, ...]:
        if not table.widths:
            return ()
        is_small, is_boxed = section.style == "end", section.style in ("decision", "box")
        size = small_type(layout.sheet) if is_small else layout.sheet.size * _CELL_TYPE
        larger = layout.sheet.enlargement
        width = measure(layout.sheet) * POINTS_PER_MM - (_BOX * larger if is_boxed else 0)
        rooms = [_GAP * larger] * (len(table.columns) - 1) + [0.0]
        least = least_widths(table, letters(), size, rooms, _INDENT * larger)
        points = [width * share / sum(table.widths) for share in table.widths]
        fitted = widened(points, least)
        return table.widths if fitted == points else tuple(round(100 * point / width, 2) for point in fitted)

    return columns
