"""Bar charts: a bar for each number, with its name beside it (above it on narrow screens) and the number at its end.

The light part of a bar is its portions. With accents of 9:1 on white, a tint of 60 % has 3:1 on white and 2.5:1 on the
rest of the bar.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.figure import Bar, Bars
from briefs.render.figure_look import FigureLook
from briefs.render.figures.lettering import Lettering
from briefs.render.figures.shapes import Line, Rectangle, Shape, Sketch
from briefs.render.fonts.widths import TextMeasure

NARROW = 250
"""Points: on a narrower drawing, names are above their bars."""
BESIDE = 8
"""Points between a name and its bar; portions are indented by the same."""
KEY = 5
"""Points: the side of the square that shows what a portion looks like."""
WIDER = 1.05
"""How much wider than measured letters may be in a font that a screen or Word uses instead of ours."""


def draw_bars(graphic: Bars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    """`graphic`, drawn `width` points wide."""
    return _above(graphic, width, look, measure) if width < NARROW else _beside(graphic, width, look, measure)


def _beside(graphic: Bars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    body = Lettering(measure, look.type)
    names = [_names(bar, width * look.bar_names - BESIDE, body) for bar in graphic.bars]
    widest = max(body.width(line) for bar in names for lines in bar for line in lines)
    start = widest * WIDER + 2 * BESIDE
    scale = _scale(graphic, width - start, look, measure)
    shapes: list[Shape] = []
    top = 0.0
    for bar, texts in zip(graphic.bars, names, strict=True):
        first = top
        for index, lines in enumerate(texts):
            right = start - (2 * BESIDE if index else BESIDE)
            for line_index, line in enumerate(lines):
                shapes.append(body.label(line, right, top + look.bar_line - 2, right_aligned=True))
                if index and not line_index:
                    shapes.append(_key(start - BESIDE - KEY, top, look))
                top += look.bar_line
        shapes += _bar(bar, start, (first + top) / 2, scale, look, measure)
        top += look.bar_gap
    height = top - look.bar_gap + 1
    return Sketch((Line(start, 0, start, height, 0.75), *shapes), height)


def _above(graphic: Bars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    body = Lettering(measure, look.type)
    scale = _scale(graphic, width, look, measure)
    shapes: list[Shape] = []
    top = 0.0
    for bar in graphic.bars:
        for index, lines in enumerate(_names(bar, width - BESIDE, body)):
            if index:
                shapes.append(_key(0, top, look))
            shapes += body.labels(lines, BESIDE if index else 0, top + look.bar_line - 2, look.bar_line)
            top += look.bar_line * len(lines)
        shapes += _bar(bar, 0, top + 1 + look.bar / 2, scale, look, measure)
        top += look.bar + 2.5 + look.bar_gap
    return Sketch(tuple(shapes), top - look.bar_gap + 1)


def _names(bar: Bar, room: float, body: Lettering) -> list[list[str]]:
    """The lines of the name of `bar` and of its portions."""
    return [body.lines(text, room) for text in (bar.name, *(portion.text for portion in bar.portions))]


def _scale(graphic: Bars, room: float, look: FigureLook, measure: TextMeasure) -> float:
    """Points for each unit counted, if bars and the numbers at their ends have `room`, in points."""
    numbers = Lettering(measure, look.head, is_bold=True)
    widest = max(numbers.width(str(bar.value)) for bar in graphic.bars)
    return (room - widest * WIDER - KEY) / max(bar.value for bar in graphic.bars)


def _key(left: float, top: float, look: FigureLook) -> Rectangle:
    """The square beside the name of a portion."""
    return Rectangle(left, top + look.bar_line - 7.5, KEY, KEY, look.portion_tint)


def _bar(bar: Bar, left: float, middle: float, scale: float, look: FigureLook, measure: TextMeasure) -> Iterator[Shape]:
    """`bar` around the height `middle`: its portions, the rest, its number."""
    top, end = middle - look.bar / 2, left + bar.value * scale
    for portion in bar.portions:
        yield Rectangle(left, top, portion.value * scale, look.bar, look.portion_tint)
        left += portion.value * scale
    yield Rectangle(left, top, end - left, look.bar)
    number = Lettering(measure, look.head, is_bold=True)
    yield number.label(str(bar.value), end + 4, middle + look.head * 0.34)
