"""Heights are guessed from text until they are known."""

from __future__ import annotations

import pytest

from briefs.fit.heights import LINE, ROOM, estimate, unit_height
from briefs.model.document import Cell, Figure, Item, List, Row, Unit
from briefs.model.figure import Bar, Bars, Event, Graphic, Pillar, Pillars, Portion, Timeline
from briefs.model.inline import Text, TextArea
from briefs.render.figures.figure_drawing import draw
from briefs.render.pdf.pages import lay_out
from tests.builders import TIMELINE, forms
from tests.fit.builders import Brief, document, items, paragraph, section, words
from tests.render.builders import document as laid_out_document
from tests.render.builders import layout
from tests.render.builders import section as laid_out_section

FIGURE = Figure(
    TIMELINE,
    (Text("Where they met"),),
    Unit("u1", "u1", ("st.b1",), forms=forms("st.b1/verbatim")),
)


def test_more_text_is_higher_and_what_was_laid_out_counts_as_it_was() -> None:
    make = Brief()
    short, long = make.unit(), make.unit()
    one, other = paragraph("Few words.", short), paragraph(words(3, "Many"), long)

    assert unit_height(one, {}) == LINE
    assert unit_height(other, {}) == 3 * LINE
    assert unit_height(other, {("u2", long.forms): 40.0}) == 40.0


def test_room_to_write_in_counts_with_all_its_lines() -> None:
    asked, area = Text("Why?"), TextArea("Notes", 3)

    assert unit_height(Item((asked, area)), {}) - unit_height(Item((asked,)), {}) == pytest.approx(3 * ROOM + 9)
    one, four = (Row((Cell((asked,)), Cell((TextArea("Evidence", rows),)))) for rows in (1, 4))
    assert unit_height(four, {}) - unit_height(one, {}) == pytest.approx(3 * ROOM)


@pytest.mark.parametrize("rows", [1, 5, 10])
def test_the_guess_for_room_to_write_in_is_what_is_laid_out(rows: int) -> None:
    asked = (Text("Why?"), TextArea("Notes", rows))
    made = (Item(asked, Unit("u1", "u1")), Item(asked, Unit("u2", "u2")))

    first, second = lay_out(laid_out_document(laid_out_section(List(made))), layout()).units.values()
    assert unit_height(made[0], {}) == pytest.approx(second[0].top - first[0].top, abs=1.5)


def test_a_picture_is_higher_than_a_line_and_a_box_than_no_box() -> None:
    line = document(section(items(Brief().unit())))

    assert estimate(document(section(FIGURE)), {}) > estimate(line, {})


def guess(graphic: Graphic) -> float:
    return unit_height(Figure(graphic, (Text("Boats"),), Unit("u1", "u1", ("fig.a",))), {}) - LINE


def test_a_picture_of_more_is_guessed_to_be_higher() -> None:
    event, pillar, bar = Event("2010", "Forum"), Pillar(1, "States"), Bar("Governments", 9)

    assert guess(Timeline((event,) * 7)) > guess(Timeline((event,) * 6)) == guess(Timeline((event,)))
    assert guess(Pillars((pillar,) * 6)) > guess(Pillars((pillar,) * 5)) == guess(Pillars((pillar,)))
    assert guess(Pillars((pillar,), ("They do not add up.",))) > guess(Pillars((pillar,)))
    assert guess(Bars((bar,) * 6)) > guess(Bars((bar,) * 5))
    assert guess(Bars((Bar("Governments", 9, (Portion("four of them hosts", 4),)),))) > guess(Bars((bar,)))


@pytest.mark.parametrize("count", [1, 3, 6])
def test_the_guess_for_a_picture_is_not_far_from_what_is_drawn(count: int) -> None:
    text = "Initial meeting or retreat of some ministers responsible for migration"
    for graphic in (
        Timeline((Event("[2010]", text),) * count),
        Pillars((Pillar(1, text),) * count, ("The sum of the parts is not a whole.",)),
        Bars((Bar(text, 9),) * count),
    ):
        figure = Figure(graphic, ())
        assert guess(graphic) == pytest.approx(draw(figure, 442, layout()).height, abs=12 + 12 * count)
