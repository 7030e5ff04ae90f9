"""Bar charts: a bar for each number, with its name beside it (above it on narrow screens) and the number at its end.

The light part of a bar is its portions. With accents of 9:1 on white, a tint of 60 % has 3:1 on white, and also on dark
screens; since neither has as much on the rest of the bar, a gap parts them.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.figure import Bar, Bars
from briefs.render.figure_look import NARROW, FigureLook
from briefs.render.figures.lettering import Lettering
from briefs.render.figures.shapes import Line, Rectangle, Shape, Sketch
from briefs.render.fonts.widths import TextMeasure

BESIDE = 8 / 9
"""Ems between a name and its bar, and by which portions are indented."""
KEY, KEY_LIFT = 5 / 9, 0.5 / 9
"""Ems: the side of the square that shows what a portion looks like, and how far it is above the line."""
FOOT = 2 / 9
"""Ems below a line of words."""
END = 5
"""Points between a bar and its number."""
PARTING = 1
"""Points between the parts of a bar."""
WIDER = 1.1
"""How much wider than measured letters may be in a font that a screen or Word uses instead of ours."""


def draw_bars(graphic: Bars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    """`graphic`, drawn `width` points wide."""
    least = width * (1 - look.bar_names) - 2 * BESIDE * look.type - _numbers(graphic, look, measure)
    is_narrow = width < NARROW or least < width / 10
    return (_above if is_narrow else _beside)(graphic, width, look, measure)


def _beside(graphic: Bars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    body = Lettering(measure, look.type)
    beside = BESIDE * look.type
    names = [_names(bar, width * look.bar_names - beside, body) for bar in graphic.bars]
    widest = max(body.width(line) for bar in names for lines in bar for line in lines)
    start = widest * WIDER + 2 * beside
    scale = _scale(graphic, width - start, look, measure)
    shapes: list[Shape] = []
    top = 0.0
    for bar, texts in zip(graphic.bars, names, strict=True):
        first = top
        for index, lines in enumerate(texts):
            right = start - (2 * beside if index else beside)
            for line_index, line in enumerate(lines):
                shapes.append(body.label(line, right, _baseline(top, look), right_aligned=True))
                if index and not line_index:
                    shapes.append(_key(start - beside - KEY * look.type, top, look))
                top += look.bar_line
        shapes += _bar(bar, start, (first + top) / 2, scale, look, measure)
        top += look.bar_gap
    height = top - look.bar_gap + max(1.0, 0.1 * look.head)
    return Sketch((Line(start, 0, start, height, 0.75), *shapes), height)


def _above(graphic: Bars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    body = Lettering(measure, look.type)
    beside, thickness = BESIDE * look.type, max(look.bar, 0.9 * look.head)
    scale = _scale(graphic, width, look, measure)
    shapes: list[Shape] = []
    top = 0.0
    for bar in graphic.bars:
        for index, lines in enumerate(_names(bar, width - beside, body)):
            if index:
                shapes.append(_key(0, top, look))
            shapes += body.labels(lines, beside if index else 0, _baseline(top, look), look.bar_line)
            top += look.bar_line * len(lines)
        shapes += _bar(bar, 0, top + 1 + thickness / 2, scale, look, measure)
        top += 1 + thickness + 1.5 / 9.5 * look.head + look.bar_gap
    return Sketch(tuple(shapes), top - look.bar_gap + 1)


def _names(bar: Bar, room: float, body: Lettering) -> list[list[str]]:
    """The lines of the name of `bar` and of its portions."""
    return [body.lines(text, room) for text in (bar.name, *(portion.text for portion in bar.portions))]


def _scale(graphic: Bars, room: float, look: FigureLook, measure: TextMeasure) -> float:
    """Points for each unit counted, if bars and the numbers at their ends have `room`, in points."""
    return (room - _numbers(graphic, look, measure)) / max(bar.value for bar in graphic.bars)


def _numbers(graphic: Bars, look: FigureLook, measure: TextMeasure) -> float:
    """Points of the width that the numbers at the ends of bars take."""
    numbers = Lettering(measure, look.head, is_bold=True)
    return max(numbers.width(str(bar.value)) for bar in graphic.bars) * WIDER + END


def _baseline(top: float, look: FigureLook) -> float:
    """The baseline of words in a line that begins at `top`, in points."""
    return top + look.bar_line - FOOT * look.type


def _key(left: float, top: float, look: FigureLook) -> Rectangle:
    """The square beside the name of a portion."""
    side = KEY * look.type
    return Rectangle(left, _baseline(top, look) - KEY_LIFT * look.type - side, side, side, look.portion_tint)


def _bar(bar: Bar, left: float, middle: float, scale: float, look: FigureLook, measure: TextMeasure) -> Iterator[Shape]:
    """`bar` around the height `middle`: its portions, the rest, its number."""
    top, end = middle - look.bar / 2, left + bar.value * scale
    for portion in bar.portions:
        length = portion.value * scale
        is_last = left + length > end - PARTING
        yield Rectangle(
            left, top, length if is_last else max(length - PARTING, length / 2), look.bar, look.portion_tint
        )
        left += length
    yield Rectangle(left, top, end - left, look.bar)
    number = Lettering(measure, look.head, is_bold=True)
    yield number.label(str(bar.value), end + 4, middle + look.head * 0.34)
