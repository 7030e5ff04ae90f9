"""Rows that the end of a page splits are whole."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_line_setting import SetLine
from briefs.report.pdf.pdf_lines import PdfLine, PdfRun
from briefs.report.pdf.pdf_split_rows import TableRow, join_split_rows


def line(page: int, text: str, x0: float = 50) -> SetLine:
    run = PdfRun(text, "Serif", 10, False, False, x0, x0 + 80)
    return SetLine(PdfLine(page, 0, text, (run,), x0, x0 + 80, 300, 307))


ABOVE = [TableRow((0,), ("Ada", "keeper")), TableRow((1,), ("Bo", "bell"))]
BELOW = [TableRow((3,), ("", "ringer")), TableRow((4,), ("Cai", "pilot"))]


def joined(between: SetLine, roles: Sequence[int] = (), below: Sequence[TableRow] = BELOW) -> list[list[TableRow]]:
    lines = [line(0, "Ada keeper"), line(0, "Bo bell"), between, line(1, "ringer"), line(1, "Cai pilot")]
    return join_split_rows([list(ABOVE), list(below)], lines, dict.fromkeys(roles, "page number"))


def test_the_rest_of_a_row_is_in_its_cells() -> None:
    assert joined(line(0, "12"), roles=[2]) == [
        [ABOVE[0], TableRow((1, 3), ("Bo", "bell\nringer"))],
        [TableRow((4,), ("Cai", "pilot"))],
    ]


def test_a_first_cell_alone_at_the_end_of_its_page_is_that_of_the_rest() -> None:
    (above, _) = joined(line(0, "Dai"))
    assert above == [*ABOVE, TableRow((2, 3), ("Dai", "ringer"))]


def test_other_text_between_and_tables_with_empty_first_cells_keep_tables_as_they_are() -> None:
    assert joined(line(0, "Dai", x0=90)) == [ABOVE, BELOW]
    assert joined(line(1, "Dai")) == [ABOVE, BELOW]
    empty = [*BELOW, TableRow((4,), ("", "mate"))]
    assert joined(line(0, "12"), roles=[2], below=empty) == [ABOVE, empty]
