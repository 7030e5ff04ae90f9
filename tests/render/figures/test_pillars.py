"""Rows of pillars."""

from __future__ import annotations

from hypothesis import given, settings

from briefs.model.figure import Pillar, Pillars
from briefs.render.figure_look import FigureLook
from briefs.render.figures.pillars import draw_pillars
from briefs.render.figures.shapes import Label, Rectangle, svg_of
from tests.render.drawn import MEASURE, rectangles, texts
from tests.render.figures.strategies import LOOKS, PILLARS, WIDTHS

FIVE = tuple(Pillar(number, f"Pillar of a number {number}") for number in range(1, 6))


def drawn(graphic: Pillars, width: float = 442) -> tuple[list[Rectangle], list[Label], float]:
    sketch = draw_pillars(graphic, width, FigureLook(), MEASURE)
    return (
        [shape for shape in sketch.shapes if isinstance(shape, Rectangle)],
        [shape for shape in sketch.shapes if isinstance(shape, Label)],
        sketch.height,
    )


def test_pillars_stand_side_by_side_on_a_base_that_is_as_wide_as_all() -> None:
    (*parts, base), _, height = drawn(Pillars(FIVE))
    heads, shafts, feet = parts[::3], parts[1::3], parts[2::3]
    assert {head.top for head in heads} == {0}
    assert [(shaft.top, shaft.share) for shaft in shafts] == [(3, 0.08)] * 5
    assert {foot.top + foot.height for foot in feet} == {base.top - 1.5}
    assert (base.left, round(base.width, 2), base.top + base.height) == (0, 442, height)


def test_the_beam_lies_on_all_of_them() -> None:
    (beam, edge, head, *_), (words, *_), _ = drawn(Pillars(FIVE, ("They do not add up.",)))
    assert (beam.width, beam.share, edge.width) == (442, 0.16, 442)
    assert edge.top + edge.height < head.top
    assert (words.text, words.is_bold) == ("They do not add up.", True)
    assert words.baseline < edge.top


def test_several_beams_lie_one_under_the_other() -> None:
    _, labels, _ = drawn(Pillars(FIVE, ("One.", "Two.")))
    assert [label.text for label in labels[:2]] == ["One.", "Two."]
    assert labels[1].baseline == labels[0].baseline + 12


def test_where_there_is_no_room_pillars_are_bands() -> None:
    bands, labels, height = drawn(Pillars(FIVE), 310)
    edges, grounds = bands[::2], bands[1::2]
    assert {(edge.left, edge.width) for edge in edges} == {(0, 3)}
    assert {(ground.left, ground.width) for ground in grounds} == {(3, 307)}
    assert [(edge.top, edge.height) for edge in edges] == [(ground.top, ground.height) for ground in grounds]
    assert grounds[-1].top + grounds[-1].height == height
    numbers = [label for label in labels if label.is_accented]
    assert [label.text for label in numbers] == ["1", "2", "3", "4", "5"]


@given(PILLARS, WIDTHS, LOOKS)
@settings(max_examples=25, deadline=None)
def test_words_keep_within_their_pillars(graphic: Pillars, width: int, look: FigureLook) -> None:
    svg = svg_of(draw_pillars(graphic, width, look, MEASURE), width, "")
    grounds = rectangles(svg)
    assert all(any(text.is_within(ground) for ground in grounds) for text in texts(svg))
