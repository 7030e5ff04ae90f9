"""The parts of a page are read in the order in which readers read them."""

from __future__ import annotations

import pytest

from briefs.report.pdf.pdf_columns import reading_order
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at

LEFT = [f"left {index} of the keepers of the old" for index in range(10)]
RIGHT = [f"right {index} that the boats had come in" for index in range(10)]
BOX = (0, 0, 500, 400)


def parts_of(content: str) -> list[list[str]]:
    page = file_of(drawn_pdf(content, box=BOX)).pages[0]
    return [[chunk.text for chunk in part] for part in reading_order(page.chunks[0], page.rules.level)]


def test_columns_are_read_one_after_the_other() -> None:
    assert parts_of(column_at(50, 350, RIGHT and LEFT) + column_at(260, 350, RIGHT)) == [LEFT, RIGHT]


def test_three_columns_are_read_one_after_the_other() -> None:
    lines = [[f"{name}{index} the lamps at night" for index in range(9)] for name in "abc"]
    drawn = "".join(column_at(40 + 150 * index, 350, column) for index, column in enumerate(lines))
    assert parts_of(drawn) == lines


def test_what_goes_over_all_columns_is_read_before_and_after_them() -> None:
    wide = "a heading that goes over both of the columns of the page, from the left to the right edge of it"
    drawn = text_at(50, 370, wide) + column_at(50, 350, LEFT) + column_at(260, 350, RIGHT) + text_at(50, 220, wide)
    assert parts_of(drawn) == [[wide], LEFT, RIGHT, [wide]]


def test_a_note_in_the_margin_is_a_part_of_its_own() -> None:
    assert parts_of(column_at(50, 320, ["See page", "twelve"]) + column_at(150, 350, RIGHT)) == [
        ["See page", "twelve"],
        RIGHT,
    ]


def test_words_in_a_figure_are_apart_from_the_text_beside_it() -> None:
    labels = text_at(320, 343, "North", 8) + text_at(350, 317, "South", 8) + text_at(390, 279, "Quay", 8)
    assert parts_of(labels + column_at(50, 350, LEFT)) == [LEFT, ["North", "South", "Quay"]]


@pytest.mark.parametrize("markers", [["1."] * 10, ["•"] * 10, ["a)"] * 10])
def test_markers_of_items_are_no_column(markers: list[str]) -> None:
    (part,) = parts_of(column_at(50, 350, markers) + column_at(75, 350, RIGHT))
    assert len(part) == 20


def test_cells_of_a_table_are_no_columns() -> None:
    names = "".join(text_at(50, 350 - 40 * row, f"Keeper of quay number {row}") for row in range(5))
    tasks = "".join(
        column_at(220, 350 - 40 * row, ["lights the lamps at the harbour", "and rings the bell in fog"])
        for row in range(5)
    )
    assert len(parts_of(names + tasks)) == 1


def test_rules_that_cross_white_space_show_a_table() -> None:
    rules = "".join(f"40 {y} m 460 {y} l S\n" for y in (345, 320, 285, 250))
    assert len(parts_of(rules + column_at(50, 350, LEFT) + column_at(260, 350, RIGHT))) == 1
