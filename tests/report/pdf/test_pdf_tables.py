"""Tables have heads, and go on on the next page."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_layout import lay_out
from briefs.report.pdf.pdf_tables import table_pieces
from briefs.report.pdf.pdf_text import WordsOfReport
from briefs.report.pieces import RowPiece
from tests.report.pdf.builders import drawn_pdf, file_of, text_at

HEAD = ("Harbour", "Boats", "Keepers")
ROWS = [("Low Quay", "12", "2"), ("North Steps", "7", "1"), ("Well Yard", "3", "1")]


def pieces_of(*pages: Sequence[Sequence[str]], head_font: str = "F") -> list[RowPiece]:
    drawn = [
        "".join(
            text_at(50 + 110 * column, 350 - 14 * row, cell, 10, head_font if cells is HEAD else "F")
            for row, cells in enumerate(rows)
            for column, cell in enumerate(cells)
        )
        for rows in pages
    ]
    return table_pieces(lay_out(file_of(drawn_pdf(*drawn))), WordsOfReport([]))


def test_a_row_without_numbers_over_rows_with_numbers_names_the_columns() -> None:
    rows = pieces_of([HEAD, *ROWS])
    assert [row.is_head for row in rows] == [True, False, False, False]
    assert {row.table.columns for row in rows} == {HEAD}


def test_a_bold_row_names_the_columns() -> None:
    names = [("Low Quay", "A", "B"), ("North Steps", "C", "D"), ("Well Yard", "E", "F")]
    assert pieces_of([HEAD, *names], head_font="B")[0].is_head
    assert not pieces_of([HEAD, *names])[0].is_head


def test_a_table_goes_on_on_the_next_page_with_or_without_its_head() -> None:
    for second in (ROWS, [HEAD, *ROWS]):
        assert len({id(row.table) for row in pieces_of([HEAD, *ROWS], second)}) == 1


def test_a_table_with_other_columns_is_another() -> None:
    other = [("Tide", "Low", "High"), ("March", "2", "9"), ("April", "1", "8")]
    assert len({id(row.table) for row in pieces_of([HEAD, *ROWS], other)}) == 2


def test_words_that_the_lines_of_a_cell_divide_are_whole() -> None:
    rules = "".join(f"50 {y} m 290 {y} l S " for y in (370, 340, 310)) + "".join(
        f"{x} 370 m {x} 310 l S " for x in (50, 170, 290)
    )
    words = (
        text_at(55, 357, "the har-") + text_at(55, 345, "bours") + text_at(175, 357, "A") + text_at(175, 345, "quay")
    )
    more = text_at(55, 327, "the wells") + text_at(175, 327, "B")
    pieces = table_pieces(lay_out(file_of(drawn_pdf(rules + words + more))), WordsOfReport(["the harbours"]))
    assert [piece.cells for piece in pieces] == [("the harbours", "A quay"), ("the wells", "B")]
