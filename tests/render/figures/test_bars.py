"""Bar charts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from briefs.model.figure import Bar, Bars, Portion
from briefs.render.figure_look import FigureLook
from briefs.render.figures.bars import PARTING, draw_bars
from briefs.render.figures.shapes import Label, Line, Rectangle, svg_of
from tests.render.drawn import MEASURE, canvas, rectangles, texts
from tests.render.figures.strategies import BARS, LOOKS, WIDTHS

GOVERNMENTS, ACADEMIA = Bar("Governments", 11), Bar("Academia", 6)
FOUNDATIONS = Bar("Foundations", 8, (Portion("four of them hosts", 4),))


def drawn(*bars: Bar, width: float = 442) -> tuple[list[Rectangle], list[Label], list[Line]]:
    shapes = draw_bars(Bars(bars), width, FigureLook(), MEASURE).shapes
    return (
        [shape for shape in shapes if isinstance(shape, Rectangle)],
        [shape for shape in shapes if isinstance(shape, Label)],
        [shape for shape in shapes if isinstance(shape, Line)],
    )


def test_bars_are_as_long_as_their_numbers_which_stand_at_their_ends() -> None:
    (first, other), labels, (axis,) = drawn(GOVERNMENTS, ACADEMIA)
    assert other.width == pytest.approx(first.width * 6 / 11)
    assert [label.text for label in labels] == ["Governments", "11", "Academia", "6"]
    assert labels[1].x == first.left + first.width + 4
    assert first.left == other.left == axis.left == labels[0].x + 8
    assert labels[0].right_aligned


def test_a_portion_is_the_light_part_of_its_bar_with_a_key_under_the_name() -> None:
    (key, light, dark), labels, _ = drawn(FOUNDATIONS)
    assert key.share == light.share == 0.6
    assert (key.width, key.height) == (5, 5)
    assert light.width + PARTING == pytest.approx(dark.width)
    assert light.left + light.width + PARTING == pytest.approx(dark.left)
    assert [label.text for label in labels] == ["Foundations", "four of them hosts", "8"]


def test_on_a_narrow_screen_names_stand_above_their_bars() -> None:
    (key, light, _), labels, lines = drawn(FOUNDATIONS, width=186)
    assert lines == []
    assert key.left == light.left == 0
    assert [(label.x, label.right_aligned) for label in labels[:2]] == [(0, False), (8, False)]
    assert labels[1].baseline < light.top


@given(BARS, WIDTHS, LOOKS)
@settings(max_examples=25, deadline=None)
def test_bars_stay_in_the_picture_and_keep_clear_of_words(graphic: Bars, width: int, look: FigureLook) -> None:
    svg = svg_of(draw_bars(graphic, width, look, MEASURE), width, "")
    shapes = rectangles(svg)
    assert len(shapes) == len(graphic.bars) + 2 * sum(len(bar.portions) for bar in graphic.bars)
    assert all(shape.is_within(canvas(svg)) for shape in shapes)
    assert not any(text.overlaps(shape) for text in texts(svg) for shape in shapes)


def test_the_last_of_large_names_stays_in_the_picture() -> None:
    look = FigureLook(type=18, head=19, line=22, bar_line=19)
    sketch = draw_bars(Bars((FOUNDATIONS,)), 442, look, MEASURE)
    lowest = max(shape.baseline + 0.25 * shape.size for shape in sketch.shapes if isinstance(shape, Label))
    assert lowest <= sketch.height
