"""How much room a page has for a figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.document import Figure
from briefs.model.figure import Bar, Bars
from briefs.model.sheet import Paper, TypeSize
from briefs.render.figures.figure_drawing import for_page
from briefs.render.figures.page_room import room_for
from briefs.render.pdf.pages import lay_out
from tests.render.builders import document, layout, section, text, unit

CAPTION = "What comes next, " * 12


def highest(paper: Paper, size: TypeSize) -> Figure:
    """The highest bar chart for which a page has room."""
    look = layout(paper, size)

    def figure(rows: int) -> Figure:
        bars = Bars((Bar("States", 1),) * rows)
        return Figure(bars, text(CAPTION), unit("f1", "fig.a"))

    one, two = (for_page(BriefKey("x"), look)(figure(rows))[0].height for rows in (1, 2))
    return figure(1 + int((room_for(figure(1), look) - one) / (two - one)))


def test_a_long_caption_takes_some_of_it() -> None:
    one = highest("A4", 11)
    more = room_for(replace(one, caption=text("Dates")), layout())
    assert more - room_for(one, layout()) == pytest.approx(15.2 * 2, abs=0.1)


@pytest.mark.parametrize("size", [11, 18])
@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_a_figure_that_has_it_stands_whole_on_a_page_with_heading_and_caption(paper: Paper, size: TypeSize) -> None:
    look = layout(paper, size)
    figure = highest(paper, size)
    heading = "A heading that goes on for so long that it takes two lines of the page on which it stands, at least"
    laid_out = lay_out(document(section(figure, heading=heading)), look)
    (extent,) = laid_out.units["f1"]
    assert extent.page == 2
    assert extent.bottom <= laid_out.height
