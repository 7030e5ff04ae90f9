"""Lines in columns are divided into rows by white space, or by cells that have ended."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefs.report.pdf.pdf_cell_rows import cell_lines, row_starts
from briefs.report.pdf.pdf_chunks import Chunk
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at

CELLS = [
    (["Ada AMON"], ["keeper of the low", "and the high quay"], ["Small Harbours"]),
    (["Bo BERG"], ["pilot"], ["Board of Tides", "and Wells", "in the North"]),
    (["Maria Celestina", "CORDES"], ["keeper"], ["Well Yard"]),
    (["Dai DAVIES"], ["bell ringer at the", "North Steps"], ["Board of Tides", "and Wells"]),
]


def chunks_in(content: str) -> list[Chunk]:
    return file_of(drawn_pdf(content)).pages[0].chunks[0]


def starts_of(cells: Sequence[Sequence[Sequence[str]]], lead: float, white: float, middle: bool = False) -> list[float]:
    """The heights at which rows are found to begin, when `cells` are set with so much white between rows."""
    columns = []
    for number in range(len(cells[0])):
        drawn, top = "", 380.0
        for row in cells:
            tallest = max(map(len, row))
            down = (tallest - len(row[number])) * lead / 2 if middle else 0.0
            drawn += column_at(50, top - down, row[number], lead=lead)
            top -= tallest * lead + white
        columns.append(cell_lines(chunks_in(drawn)))
    return row_starts(columns, takes_spaced=False)


@pytest.mark.parametrize("middle", [False, True])
@pytest.mark.parametrize(("lead", "white"), [(12, 4), (12, 12), (17, 9), (18, 3)])
def test_white_space_through_all_columns_divides_rows(lead: float, white: float, middle: bool) -> None:
    heights = [380 - lead * lines - white * row for row, lines in enumerate((0, 2, 5, 7))]
    assert starts_of(CELLS, lead, white, middle) == pytest.approx(heights, abs=0.5)


def test_rows_without_white_between_them_begin_where_cells_have_ended() -> None:
    assert starts_of(CELLS, 12, 0) == pytest.approx([380, 356, 320, 296], abs=0.5)


def test_running_text_in_two_columns_has_no_rows() -> None:
    lines = [
        "the keepers of all harbours",
        "on that coast came together",
        "and said what they had seen",
        "of tides in the spring",
    ]
    columns = [cell_lines(chunks_in(column_at(50, 380, lines))), cell_lines(chunks_in(column_at(50, 380, lines[::-1])))]
    assert row_starts(columns, takes_spaced=False) == []


def test_lines_far_apart_are_rows_if_wanted() -> None:
    columns = [
        cell_lines(chunks_in(column_at(50, 380, names, lead=20))) for names in (["A", "B", "C"], ["D", "E", "F"])
    ]
    assert row_starts(columns) == pytest.approx([380, 360, 340], abs=0.5)
    assert row_starts(columns, takes_spaced=False) == []


def test_raised_parts_are_with_the_line_beside_them() -> None:
    (line,) = cell_lines(chunks_in(text_at(50, 300, "quay", 10) + text_at(75, 304, "1", 6)))
    assert line.text == "quay 1"
    assert line.y == pytest.approx(300, abs=0.5)
