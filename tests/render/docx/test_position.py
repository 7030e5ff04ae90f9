"""Where headings and elements stand in their section."""

from __future__ import annotations

from briefs.model.document import Figure, Paragraph, Table
from briefs.render.docx.keeping import Keep
from briefs.render.docx.position import Position, positions
from tests.builders import TIMELINE
from tests.render.docx.samples import section, text

WORDS = Paragraph(text("Words"))
ANSWERS = Table((), (text("Invitation"),), (), is_list=True)
FREE = Position(None, False, Keep.FREE, closes_up=False, is_small=False)


def test_the_heading_and_each_element_have_a_position() -> None:
    found = list(positions(section(WORDS, style="end"), (False, False)))
    assert [content for content, _ in found] == [None, WORDS]
    assert [(position.box, position.is_small) for _, position in found] == [(None, True)] * 2


def test_what_stands_on_the_lower_part_of_its_box_closes_up_to_it() -> None:
    boxed = section(WORDS, WORDS, ANSWERS, ANSWERS, style="box")
    assert [position.closes_up for _, position in positions(boxed, (False,) * 5)] == [False, False, True, False, False]
    assert [position.closes_up for _, position in positions(section(ANSWERS, style="decision"), (False,) * 2)] == [
        True,
        False,
    ]
    assert not any(position.closes_up for _, position in positions(section(WORDS, ANSWERS), (False,) * 3))


def test_items_share_the_position_of_their_list() -> None:
    of_list = Position("BriefAsk", True, Keep.TOGETHER, closes_up=True, is_small=False, follows_table=True)
    first, last = (of_list.of_item(place, 2) for place in (1, 2))
    assert (first.keep, first.closes_up, first.follows_table) == (Keep.NEXT, False, True)
    assert (last.keep, last.closes_up, last.follows_table) == (Keep.TOGETHER, True, False)
    assert FREE.of_item(1, 1) == FREE


def test_no_page_begins_or_ends_with_one_item_of_a_list() -> None:
    kept = {count: [FREE.of_item(place, count).keep for place in range(1, count + 1)] for count in (2, 3, 5)}
    assert kept[2] == [Keep.NEXT, Keep.FREE]
    assert kept[3] == [Keep.NEXT, Keep.NEXT, Keep.FREE]
    assert kept[5] == [Keep.NEXT, Keep.FREE, Keep.FREE, Keep.NEXT, Keep.FREE]
    assert FREE.of_item(1, 2, has_room=True).keep == Keep.FREE, "it takes too much of a page"


def test_a_figure_has_one_too() -> None:
    figure = Figure(TIMELINE, text("Caption"))
    assert [content for content, _ in positions(section(figure), (False, False))] == [None, figure]
