"""Pillars side by side on a base, as wide as their words need; if there is no room, bands one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.model.figure import Pillar, Pillars
from briefs.render.figure_look import FEWEST, FigureLook
from briefs.render.figures.lettering import CAPITALS, Lettering
from briefs.render.figures.shapes import Rectangle, Shape, Sketch
from briefs.render.fonts.widths import TextMeasure

EDGE = 3
"""Points: the thickness of a pillar's head and foot, and of a band's edge."""
BASE = 4
BAND_GAP = 3
_BEAM_FOOT = 5 / (12 - CAPITALS * 9.5)
"""What share of the room above the capitals of a beam is below its words."""
_DESCENT = 0.22
"""Ems: how far letters reach below their line."""


def draw_pillars(graphic: Pillars, width: float, look: FigureLook, measure: TextMeasure) -> Sketch:
    """`graphic` on a width in points."""
    beam, top = _beam(graphic.beams, width, look, measure)
    is_row = len(graphic.pillars) * look.pillar <= width and _has_room(graphic.pillars, width, look, measure)
    shapes, bottom = (_row if is_row else _bands)(graphic.pillars, width, top, look, measure)
    return Sketch((*beam, *shapes), bottom)


def _beam(
    beams: Sequence[str], width: float, look: FigureLook, measure: TextMeasure
) -> tuple[tuple[Shape, ...], float]:
    """The beams on the pillars, and the height at which the pillars begin."""
    head, leading = Lettering(measure, look.head, is_bold=True), look.line + 1
    lines = [line for beam in beams for line in head.lines(beam, width - 2 * look.pillar_padding)]
    if not lines:
        return (), 0.0
    top = len(lines) * leading + look.pillar_padding + 5.5
    ground = Rectangle(0, 0, width, top - 2.5, look.beam_tint)
    edge = Rectangle(0, top - 2.5, width, 1)
    foot = _BEAM_FOOT * (leading - CAPITALS * look.head)
    words = head.labels(lines, look.pillar_padding, look.pillar_padding + leading - foot, leading)
    return (ground, edge, *words), top


def _has_room(pillars: Sequence[Pillar], width: float, look: FigureLook, measure: TextMeasure) -> bool:
    """Whether pillars side by side have room for some letters and for their numbers."""
    _, number = _letterings(look, measure)
    least = max(FEWEST * look.type, *(number.width(str(pillar.number)) for pillar in pillars))
    return len(pillars) * least <= _room(len(pillars), width, look)


def _room(count: int, width: float, look: FigureLook) -> float:
    """What the words of so many pillars side by side have of the width."""
    return width - look.pillar_gap * (count - 1) - 2 * look.pillar_padding * count


def _row(
    pillars: Sequence[Pillar], width: float, top: float, look: FigureLook, measure: TextMeasure
) -> tuple[tuple[Shape, ...], float]:
    """Pillars side by side from `top` down, and where they end."""
    body, number = _letterings(look, measure)
    around, between = 2 * look.pillar_padding, look.pillar_gap
    room = _room(len(pillars), width, look)
    least = [number.width(str(pillar.number)) for pillar in pillars]
    widths = body.columns([[pillar.text] for pillar in pillars], room, least)
    lines = [body.lines(pillar.text, column) for pillar, column in zip(pillars, widths, strict=True)]
    first = (1 + _DESCENT) * look.pillar_number + 0.86 + look.line
    height = first + (max(map(len, lines)) - 1) * look.line + 6.5 / 9 * look.type + EDGE
    inset = min(2.0, look.pillar_padding)
    shapes: list[Shape] = []
    left = 0.0
    for pillar, column, words in zip(pillars, widths, lines, strict=True):
        outside, inside = column + around, left + look.pillar_padding
        shapes += (
            Rectangle(left, top, outside, EDGE),
            Rectangle(left + inset, top + EDGE, outside - 2 * inset, height - 2 * EDGE, look.pillar_tint),
            Rectangle(left, top + height - EDGE, outside, EDGE),
            number.label(str(pillar.number), inside, top + look.pillar_number + 2.5),
            *body.labels(words, inside, top + first, look.line),
        )
        left += outside + between
    shapes.append(Rectangle(0, top + height + 1.5, left - between, BASE, look.base_tint))
    return tuple(shapes), top + height + 1.5 + BASE


def _bands(
    pillars: Sequence[Pillar], width: float, top: float, look: FigureLook, measure: TextMeasure
) -> tuple[tuple[Shape, ...], float]:
    """Bands one below the other from `top` down, and where they end."""
    body, number = _letterings(look, measure)
    padding = look.pillar_padding
    left = EDGE + 2 * padding + max(number.width(str(pillar.number)) for pillar in pillars)

    def bands() -> Iterator[Shape]:
        nonlocal top
        for pillar in pillars:
            words = body.lines(pillar.text, width - left - padding)
            height = max(look.line * len(words) + 1 + look.type * 2 / 3, look.pillar_number * 1.25 + 3)
            yield Rectangle(0, top, EDGE, height)
            yield Rectangle(EDGE, top, width - EDGE, height, look.pillar_tint)
            yield number.label(str(pillar.number), EDGE + padding, top + look.pillar_number + 0.5)
            yield from body.labels(words, left, top + look.line + 1, look.line)
            top += height + BAND_GAP

    return tuple(bands()), top - BAND_GAP


def _letterings(look: FigureLook, measure: TextMeasure) -> tuple[Lettering, Lettering]:
    """Type of the words and of the number of a pillar."""
    return Lettering(measure, look.type), Lettering(measure, look.pillar_number, is_bold=True, is_accented=True)
