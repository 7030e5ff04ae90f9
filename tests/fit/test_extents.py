"""What is known of a brief that is laid out."""

from __future__ import annotations

from briefs.fit.extents import heights_of, room_on, used_height, white_space
from briefs.fit.heights import LINE
from briefs.model.fit import Room
from tests.fit.builders import Brief, Extent, Laid, document, items, section


def test_the_used_height_is_that_of_whole_pages_and_the_used_part_of_the_last() -> None:
    assert used_height(Laid(3, 0.25, 100, {})) == 225


def test_room_is_told_in_lines_of_the_last_page_and_of_the_budget() -> None:
    assert room_on("A4", Laid(2, 0.75, 20 * LINE, {}), -22 * LINE) == Room("A4", 2, 0.75, 5.0, 22.0)


def test_white_space_is_between_the_last_unit_of_a_page_and_its_notes() -> None:
    make = Brief()
    first, second = make.unit(), make.unit()
    make.note("A note.")
    places = {"u1": (Extent(1, 0, 70), Extent(2, 0, 20)), "u2": (Extent(2, 20, 95),), "u3": (Extent(1, 90, 100),)}
    brief = document(section(items(first, second)), notes=tuple(make.notes))

    assert white_space(brief, Laid(2, 0.95, 100, places)) == (20.0, 5.0)


def test_the_height_of_a_unit_is_that_of_all_its_parts_and_of_units_not_laid_out_unknown() -> None:
    make = Brief()
    first, second = make.unit(), make.unit()
    laid_out = Laid(2, 0.5, 100, {"u1": (Extent(1, 90, 100), Extent(2, 0, 20.04))})

    assert heights_of(document(section(items(first, second))), laid_out) == {("u1", first.forms): 30.0}
