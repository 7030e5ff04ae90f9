"""Tables with rules between their cells are read cell by cell."""

from __future__ import annotations

from briefs.report.pdf.pdf_ruled_tables import RuledTable, ruled_tables
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at

LEVEL = "".join(f"50 {y} m 350 {y} l S\n" for y in (340, 310, 280, 250))
UPRIGHT = "".join(f"{x} 250 m {x} 340 l S\n" for x in (50, 150, 250, 350))
CELLS = "".join(
    text_at(60 + 100 * column, 325 - 30 * row, f"{column}.{row}", 9) for column in range(3) for row in range(3)
)


def tables_of(content: str) -> list[RuledTable]:
    page = file_of(drawn_pdf(content)).pages[0]
    return ruled_tables(page.rules, page.chunks[0])


def cells_of(table: RuledTable) -> list[list[str]]:
    return [[" ".join(chunk.text for chunk in cell) for cell in row] for row in table.rows]


def test_each_text_is_in_the_cell_that_rules_are_around() -> None:
    (table,) = tables_of(LEVEL + UPRIGHT + CELLS)
    assert cells_of(table) == [["0.0", "1.0", "2.0"], ["0.1", "1.1", "2.1"], ["0.2", "1.2", "2.2"]]


def test_outer_rules_may_be_missing() -> None:
    inner = "".join(f"{x} 250 m {x} 340 l S\n" for x in (150, 250))
    assert len(tables_of(LEVEL + inner + CELLS)) == 1


def test_a_cell_that_goes_over_two_columns_leaves_the_second_empty() -> None:
    wide = text_at(60, 355, "Boats at both of the quays", 9)
    extra = "50 370 m 350 370 l S\n50 340 m 50 370 l S\n250 340 m 250 370 l S\n350 340 m 350 370 l S\n"
    (table,) = tables_of(LEVEL + UPRIGHT + CELLS + wide + extra)
    assert cells_of(table)[0] == ["Boats at both of the quays", "", ""]


def test_frames_around_running_text_are_no_table() -> None:
    lines = column_at(60, 330, ["running text that goes through the frames, on and on"] * 6)
    assert tables_of(LEVEL + UPRIGHT + lines) == []


def test_the_lines_of_an_empty_chart_are_no_table() -> None:
    assert tables_of(LEVEL + UPRIGHT + text_at(60, 200, "Tides")) == []
