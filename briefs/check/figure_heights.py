"""A figure must fit on a page: it is never split, so a higher one would be cut off at the bottom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from briefs.check.subjects import FigureToCheck
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.figure import Bars, Graphic, Pillars, Timeline
from briefs.model.sheet import POINTS_PER_MM, Sheet

_LOWERS: Mapping[type[Graphic], str] = MappingProxyType(
    {Timeline: "--figure-event", Pillars: "--figure-line", Bars: "--figure-bar-line"}
)
"""The property of the layout that makes each kind of graphic lower if it is smaller."""


def check_figure_height(subject: FigureToCheck) -> Iterator[Diagnostic]:
    """An error if the figure is higher than a page, for the sheet on which it is too high by most."""
    sheet, (height, room) = max(subject.extents.items(), key=lambda one: one[1][0] - one[1][1])
    if height > room:
        message = (
            f"{subject.owner} is too high for a page of {_name(sheet)}: "
            f"{_millimetres(height)}, and there is room for {_millimetres(room)} below a heading and the caption"
        )
        lowers = _LOWERS[type(subject.figure.graphic)]
        hint = f"show fewer things in it, split it into two pictures, or make {lowers} in print.css smaller"
        yield Fault("figure-too-high", message, hint).at(subject.place)


def _name(sheet: Sheet) -> str:
    paper = "A4" if sheet.paper == "A4" else "US Letter"
    return f"{paper} in large print" if sheet.is_large_print else paper


def _millimetres(points: float) -> str:
    return f"{points / POINTS_PER_MM:.0f} mm"
