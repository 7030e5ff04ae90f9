"""Timelines."""

from __future__ import annotations

from hypothesis import given, settings

from briefs.model.figure import Event, Timeline
from briefs.render.figure_look import FigureLook
from briefs.render.figures.shapes import Dot, Label, Line
from briefs.render.figures.timeline import draw_timeline
from tests.render.drawn import MEASURE
from tests.render.figures.strategies import LOOKS, TIMELINES, WIDTHS

FORUM, DIALOGUE = Event("[2010]", "Forum, Mexico"), Event("2013", "Dialogue")
TALKS = Event("No date given", "Talks", is_dated=False)


def drawn(*events: Event, width: float = 442) -> tuple[list[Label], list[Dot], list[Line]]:
    shapes = draw_timeline(Timeline(events), width, FigureLook(), MEASURE).shapes
    labels = [shape for shape in shapes if isinstance(shape, Label)]
    return (
        labels,
        [shape for shape in shapes if isinstance(shape, Dot)],
        [shape for shape in shapes if isinstance(shape, Line)],
    )


def test_events_stand_on_one_line_with_their_dates_above_it() -> None:
    labels, dots, lines = drawn(FORUM, DIALOGUE)
    assert [label.text for label in labels] == ["[2010]", "Forum, Mexico", "2013", "Dialogue"]
    (axis,) = {dot.y for dot in dots}
    assert [label.baseline < axis for label in labels] == [True, False, True, False]
    assert lines[0].right == lines[1].left - 6.5, "up to the next dot"
    assert lines[1].right == 442


def test_what_has_no_date_stands_on_a_broken_line_of_its_own_with_open_dots() -> None:
    labels, dots, lines = drawn(FORUM, DIALOGUE, TALKS, TALKS)
    assert [dot.is_open for dot in dots] == [line.is_dashed for line in lines] == [False, False, True, True]
    assert lines[1].right < lines[2].left - 7, "the line stops before it"
    assert [label.text for label in labels].count("No date given") == 1


def test_many_events_stand_in_rows_that_share_their_columns_and_say_again_that_there_is_no_date() -> None:
    labels, dots, _ = drawn(*[TALKS] * 8)
    assert len({dot.y for dot in dots}) == 2
    assert [dot.x for dot in dots[:4]] == [dot.x for dot in dots[4:]]
    assert [label.text for label in labels].count("No date given") == 2


def test_on_a_narrow_screen_time_runs_down() -> None:
    labels, dots, lines = drawn(FORUM, DIALOGUE, TALKS, TALKS, width=186)
    assert {dot.x for dot in dots} == {3.5}
    assert [dot.y for dot in dots] == sorted(dot.y for dot in dots)
    assert [line.is_dashed for line in lines] == [False, False, True], "no line leads on from the last"
    assert lines[1].bottom < dots[2].y - 3.5 <= lines[2].top
    assert {label.x for label in labels} == {14}


@given(TIMELINES, WIDTHS, LOOKS)
@settings(max_examples=25, deadline=None)
def test_dots_and_lines_keep_clear_of_words(timeline: Timeline, width: int, look: FigureLook) -> None:
    sketch = draw_timeline(timeline, width, look, MEASURE)
    labels = [shape for shape in sketch.shapes if isinstance(shape, Label)]
    for shape in sketch.shapes:
        if isinstance(shape, Dot):
            near = [label for label in labels if label.x < shape.x + shape.radius]
            assert not any(
                label.baseline > shape.y - shape.radius and label.baseline - 0.65 * label.size < shape.y + shape.radius
                for label in near
            )


def test_descenders_of_large_dates_keep_clear_of_the_dots() -> None:
    look = FigureLook(type=18, head=19, line=22, bar_line=19)
    shapes = draw_timeline(Timeline((FORUM, DIALOGUE)), 442, look, MEASURE).shapes
    dot = next(shape for shape in shapes if isinstance(shape, Dot))
    date = next(shape for shape in shapes if isinstance(shape, Label))
    assert date.baseline + 0.25 * date.size < dot.y - dot.radius
