"""Drawing figures: for a page in solid colours, for a screen in the colours of its style sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from briefs.model.document import Figure
from briefs.model.figure import Bars, Graphic, Pillars, Timeline
from briefs.render.figure_look import FigureLook, figure_look
from briefs.render.figures.bars import draw_bars
from briefs.render.figures.pillars import draw_pillars
from briefs.render.figures.shapes import Colours, Sketch, svg_of
from briefs.render.figures.timeline import draw_timeline
from briefs.render.fonts.widths import TextMeasure, text_measure
from briefs.render.layout import Layout
from briefs.render.page_geometry import measure

DRAWN: Mapping[type[Graphic], Callable[[Any, float, FigureLook, TextMeasure], Sketch]] = MappingProxyType(
    {Timeline: draw_timeline, Pillars: draw_pillars, Bars: draw_bars}
)
"""The function that draws each kind of graphic: takes the graphic, a width in points, the look, and a text measure."""

WIDE_SCREEN, NARROW_SCREEN = 442, 186
"""Widths for screens, in points. Labels of 9 points on 186 are at least 12 pixels on a phone 320 pixels wide."""
WIDER = 1.1
"""How much wider letters may be on a screen that has neither Carlito nor Calibri."""
_POINTS = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as SVG, with its text alternative as title (SVG 2, 5.7); width and height in points."""

    svg: str
    width: float
    height: float


DrawFigure: TypeAlias = Callable[[Figure], tuple[Drawing, ...]]
"""A function that draws a figure for one kind of rendition: one drawing, or one for each width of screen."""


def draw(figure: Figure, width: float, layout: Layout, accent: str | None = None, scale: float = 1.0) -> Drawing:
    """`figure` drawn `width` points wide, then enlarged by `scale`.

    With `accent` (`#RRGGBB`) it is in solid colours. Without, it has the colours and the font of the text around it,
    and room for wider letters.
    """
    look = figure_look(layout.print_css)
    letters = _screen_measure(layout.fonts) if accent is None else text_measure(layout.fonts)
    sketch = _sketch(figure.graphic, width, look, letters)
    colours = None if accent is None else Colours(look.ink, accent)
    size = round(width * scale, 2), round(sketch.height * scale, 2)
    return Drawing(svg_of(sketch, width, figure.alternative, colours, size), *size)


@lru_cache(maxsize=64)  # a brief is laid out several times, and its figures are the same in PDF and Word
def _sketch(graphic: Graphic, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    return DRAWN[type(graphic)](graphic, width, look, measure)


@lru_cache(maxsize=4)
def _screen_measure(fonts: Path) -> TextMeasure:
    letters = text_measure(fonts)
    return lambda text, bold: WIDER * letters(text, bold)


def for_page(audience: str, layout: Layout) -> DrawFigure:
    """A function that draws figures as wide as the text; in large print, labels are as large as running text."""
    text_width, accent = measure(layout.sheet) * _POINTS, layout.accent(audience)
    if not layout.sheet.is_large_print:
        return lambda figure: (draw(figure, int(text_width), layout, accent),)
    width = round(text_width * figure_look(layout.print_css).type / layout.sheet.size)
    return lambda figure: (draw(figure, width, layout, accent, text_width / width),)


def for_screens(layout: Layout) -> DrawFigure:
    """A function that draws each figure twice: for wide and for narrow screens."""
    return lambda figure: (draw(figure, WIDE_SCREEN, layout), draw(figure, NARROW_SCREEN, layout))


def no_drawings(figure: Figure) -> tuple[Drawing, ...]:
    """The default if no function that draws figures is given: it raises an error."""
    raise AssertionError(f"nothing draws the figure {figure.alternative!r}")
