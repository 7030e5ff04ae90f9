"""Figures drawn for pages and screens, of any kind."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefs.model.brief_key import BriefKey
from briefs.model.document import Figure
from briefs.model.figure import GRAPHICS, Graphic
from briefs.model.sheet import TypeSize
from briefs.render.figure_look import FigureLook
from briefs.render.figures.figure_drawing import WIDER, draw, for_page, for_screens, no_drawings, sketch
from briefs.render.figures.shapes import svg_of
from tests.builders import TIMELINE
from tests.render.builders import layout, text
from tests.render.drawn import MEASURE, assert_legible, canvas, folded, texts, words_of
from tests.render.figures.strategies import GRAPHICS as ANY
from tests.render.figures.strategies import LOOKS, WIDTHS

FIGURE = Figure(TIMELINE, text("Dates"))


def test_every_kind_of_graphic_is_tested() -> None:
    assert set(GRAPHICS.values()) == set(get_args(Graphic))
    assert set(ANY) == set(GRAPHICS)


@pytest.mark.parametrize("kind", ANY)
@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_label_overlaps_another_or_leaves_its_picture(kind: str, data: st.DataObject) -> None:
    graphic, look, width = data.draw(ANY[kind]), data.draw(LOOKS), data.draw(WIDTHS)
    svg = svg_of(sketch(graphic, width, look, MEASURE), width, "")
    assert_legible(svg)
    assert canvas(svg).right == width
    printed = folded(words_of(svg))
    assert all(folded(label) in printed for label in graphic.labels)


def test_a_page_has_one_drawing_as_wide_as_the_text_in_solid_colours() -> None:
    (drawing,) = for_page(BriefKey("ministers"), layout())(FIGURE)
    assert (drawing.width, drawing.height) == (442, 36)
    assert 'width="442pt" height="36pt" viewBox="0 0 442 36"' in drawing.svg
    assert "<title>2010: Forum.</title>" in drawing.svg
    assert "#6B1F3A" in drawing.svg
    assert not re.search("currentColor|opacity", drawing.svg)
    (other,) = for_page(BriefKey("others"), layout())(FIGURE)
    assert "#6B1F3A" not in other.svg


@pytest.mark.parametrize(("size", "width", "scale"), [(11, 442, 1), (18, 271, 481.89 / 271)])
def test_in_large_print_labels_are_as_large_as_other_small_type(size: TypeSize, width: float, scale: float) -> None:
    (drawing,) = for_page(BriefKey("ministers"), layout(size=size))(FIGURE)
    assert canvas(drawing.svg).right == width
    assert drawing.width == pytest.approx(width * scale, abs=0.01)
    assert drawing.height == pytest.approx(36 * scale, abs=0.01)
    least = min(float(found) for found in re.findall(r'font-size="([\d.]+)"', drawing.svg))
    assert least * scale == pytest.approx(9 if size == 11 else 16, abs=0.02)


def test_screens_have_a_wide_and_a_narrow_drawing_in_the_colours_of_the_text() -> None:
    wide, narrow = for_screens(layout())(FIGURE)
    assert (wide.width, narrow.width) == (442, 186)
    assert wide.svg.startswith('<svg class="wide" role="img" ')
    assert narrow.svg.startswith('<svg class="narrow" role="img" ')
    for drawing in (wide, narrow):
        assert "currentColor" in drawing.svg
        assert not re.search("font-family|#[0-9A-F]{6}", drawing.svg)


def test_on_screens_there_is_room_for_wider_letters() -> None:
    words = "Initial meeting or retreat of some ministers responsible for migration"
    event = replace(TIMELINE.events[0], text=words)
    figure = replace(FIGURE, graphic=replace(TIMELINE, events=(event,) * 6))
    svg = for_screens(layout())(figure)[0].svg
    lefts = sorted({line.left for line in texts(svg)})
    for line in texts(svg):
        after = min((left for left in lefts if left > line.left), default=442)
        assert line.left + WIDER * (line.right - line.left) <= after + 0.01


def test_the_style_sheet_for_print_decides_on_the_look() -> None:
    css = ":root { --figure-type: 10pt; --figure-bar-line: 11pt; --figure-ink: #102030 }"
    svg = draw(FIGURE, 442, replace(layout(), print_css=css), "#6B1F3A").svg
    assert 'font-size="10"' in svg
    assert 'fill="#102030"' in svg
    assert 'font-size="10"' not in draw(FIGURE, 442, replace(layout(), print_css=""), "#6B1F3A").svg
    assert FigureLook().type == 9


def test_the_style_sheet_decides_on_the_typeface_that_is_measured_and_drawn() -> None:
    words = "Initial meeting or retreat of some ministers responsible for migration"
    figure = replace(FIGURE, graphic=replace(TIMELINE, events=(replace(TIMELINE.events[0], text=words),) * 6))
    usual, other = (
        draw(figure, 442, replace(layout(), print_css=f":root {{ --figure-font: {families} }}"), "#6B1F3A")
        for families in ("Carlito", '"DejaVu Sans", Carlito')
    )
    assert 'font-family="Carlito,Calibri,sans-serif"' in usual.svg
    assert 'font-family="DejaVu Sans,Carlito,Calibri,sans-serif"' in other.svg
    assert other.height > usual.height


def test_without_what_draws_it_a_figure_cannot_be_rendered() -> None:
    with pytest.raises(AssertionError, match=r"^nothing draws the figure 'Dates'$"):
        no_drawings(FIGURE)
