"""Drawing figures: for a page in solid colours, for a screen in the colours of its style sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias, assert_never

from briefs.model.brief_key import BriefKey
from briefs.model.document import Figure
from briefs.model.document_text import alternative_text
from briefs.model.figure import Bars, Graphic, Pillars, Timeline
from briefs.model.inline import inline_text
from briefs.model.phrases import ENGLISH, Phrases
from briefs.model.sheet import POINTS_PER_MM
from briefs.render.figure_look import FigureLook, figure_look
from briefs.render.figures.bars import draw_bars
from briefs.render.figures.pillars import draw_pillars
from briefs.render.figures.shapes import Colours, Sketch, svg_of
from briefs.render.figures.timeline import draw_timeline
from briefs.render.fonts.widths import TextMeasure, text_measure
from briefs.render.layout import Layout
from briefs.render.page_geometry import measure, small_type

SCREENS: Mapping[str, int] = MappingProxyType({"wide": 442, "narrow": 186})
"""Widths for screens, in points, by the classes of drawings.

Labels of 9 points on 186 are at least 12 pixels on a phone 320 pixels wide."""
WIDER = 1.1
"""How much wider letters may be on a screen that has neither Carlito nor Calibri."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure as SVG, with its text alternative as title (SVG 2, 5.7); width and height in points."""

    svg: str
    width: float
    height: float


DrawFigure: TypeAlias = Callable[[Figure], tuple[Drawing, ...]]
"""A function that draws a figure for one kind of rendition: one drawing, or one for each width of screen."""


def draw(
    figure: Figure,
    width: float,
    layout: Layout,
    accent: str | None = None,
    scale: float = 1.0,
    phrases: Phrases = ENGLISH,
    name: str = "",
) -> Drawing:
    """`figure` drawn `width` points wide, then enlarged by `scale`; its text alternative is made with `phrases`.

    `name` is its class, for style sheets. With `accent` (`#RRGGBB`) it is in solid colours. Without, it has the colours
    and the font of the text around it, and room for wider letters.
    """
    look = figure_look(layout.print_css)
    letters = (_screen_measure if accent is None else text_measure)(layout.fonts, look.font)
    drawn = sketch(figure.graphic, width, look, letters)
    colours = None if accent is None else Colours(look.ink, accent, look.font)
    size = round(width * scale, 2), round(drawn.height * scale, 2)
    return Drawing(svg_of(drawn, width, alternative_text(figure, phrases), colours, size, name), *size)


@lru_cache(maxsize=64)  # a brief is laid out several times, and a figure is the same in PDF and Word
def sketch(graphic: Graphic, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    """`graphic` drawn on a width in points, in `look`; `measure` gives the widths of its letters."""
    match graphic:
        case Timeline():
            return draw_timeline(graphic, width, look, measure)
        case Pillars():
            return draw_pillars(graphic, width, look, measure)
        case Bars():
            return draw_bars(graphic, width, look, measure)
        case _:
            assert_never(graphic)


@lru_cache(maxsize=4)
def _screen_measure(fonts: Path, families: tuple[str, ...]) -> TextMeasure:
    letters = text_measure(fonts, families)
    return lambda text, bold: WIDER * letters(text, bold)


def for_page(brief: BriefKey, layout: Layout, phrases: Phrases = ENGLISH) -> DrawFigure:
    """A function that draws figures as wide as the text; in large print, labels are as large as other small type."""
    text_width, accent = measure(layout.sheet) * POINTS_PER_MM, layout.accent(brief)
    if not layout.sheet.is_large_print:
        return lambda figure: (draw(figure, int(text_width), layout, accent, phrases=phrases),)
    width = round(text_width * figure_look(layout.print_css).type / small_type(layout.sheet))
    return lambda figure: (draw(figure, width, layout, accent, text_width / width, phrases),)


def for_screens(layout: Layout, phrases: Phrases = ENGLISH) -> DrawFigure:
    """A function that draws each figure twice, for wide and for narrow screens; the style sheet shows one of them."""
    return lambda figure: tuple(
        draw(figure, width, layout, phrases=phrases, name=name) for name, width in SCREENS.items()
    )


def no_drawings(figure: Figure) -> tuple[Drawing, ...]:
    """The default if no function that draws figures is given: it raises an error."""
    raise AssertionError(f"nothing draws the figure {inline_text(figure.caption)!r}")
