"""The geometry of a page: measure, height and margins in mm, small type in points, and what fits in a footer."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefs.model.addressing import joined_lines
from briefs.model.sheet import POINTS_PER_MM, Paper, Sheet, TypeSize
from briefs.render.fonts.widths import TextMeasure

_MEASURES: Mapping[TypeSize, float] = MappingProxyType({11: 156.0, 18: 170.0})
"""The same on every paper: some 90 characters, and 60 in large print (editorial guide A5)."""

_SMALL_TYPE: Mapping[TypeSize, float] = MappingProxyType({11: 9, 18: 16})
"""The same as in Word."""

_WIDTHS: Mapping[Paper, float] = MappingProxyType({"A4": 210.0, "letter": 215.9})
_HEIGHTS: Mapping[Paper, float] = MappingProxyType({"A4": 297.0, "letter": 279.4})
_ABOVE_AND_BELOW: Mapping[Paper, tuple[float, float]] = MappingProxyType({"A4": (24.0, 22.0), "letter": (17.0, 15.6)})
_LARGE = (27.0, 25.0)
"""Above and below in large print, on any paper: its running header may take two lines, and its footer too."""
"""The text is 251 mm high on A4 and 246.8 mm on Letter, so a brief with a line of slack holds its pages on both."""
_FOOTER = 0.76
"""The share of the measure that the footer has beside the page number."""


def measure(sheet: Sheet) -> float:
    """The width of the text in mm."""
    return _MEASURES[sheet.size]


def small_type(sheet: Sheet) -> float:
    """The size in points of masthead, tags, notes and end matter."""
    return _SMALL_TYPE[sheet.size]


def margins(sheet: Sheet) -> tuple[float, float, float]:
    """The margins of the page in mm: top, sides, bottom."""
    top, bottom = _LARGE if sheet.is_large_print else _ABOVE_AND_BELOW[sheet.paper]
    return top, (_WIDTHS[sheet.paper] - measure(sheet)) / 2, bottom


def text_height(sheet: Sheet) -> float:
    """The height in mm of what a page has for text, between its running header and footer."""
    top, _, bottom = margins(sheet)
    return _HEIGHTS[sheet.paper] - top - bottom


def masthead_width(sheet: Sheet) -> float:
    """The width in points of a line of the masthead."""
    return measure(sheet) * POINTS_PER_MM


def footer_copy_width(sheet: Sheet) -> float:
    """The width in points of what a footer has beside the page number."""
    return measure(sheet) * POINTS_PER_MM * _FOOTER


def footer_copy_line(lines: tuple[str, ...], sheet: Sheet, letters: TextMeasure) -> str:
    """The line of the footer that says which copy it is; only its number, if the name would take a second line.

    `lines` are the parts of the line, `letters` those of the layout.
    """
    line = joined_lines(lines)
    is_short = letters(line, False) * small_type(sheet) <= footer_copy_width(sheet)
    return line if is_short else lines[-1]
