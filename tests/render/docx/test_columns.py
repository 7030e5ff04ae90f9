"""In large print no column is narrower than its longest word, as far as the others have room."""

from __future__ import annotations

from briefs.model.document import Cell, Row, Table
from briefs.model.sheet import Sheet
from briefs.render.docx.render import render_docx
from briefs.word.elements import Element, qn
from tests.render.docx.samples import document, part, section, starter, text, unit


def widths(made: Element) -> list[list[int]]:
    """The widths of the grid, and of the cells of each row."""
    grid = [int(column.get(qn("w:w"), "")) for column in made.iter(qn("w:gridCol"))]
    rows = [[int(cell.get(qn("w:w"), "")) for cell in row.iter(qn("w:tcW"))] for row in made.iter(qn("w:tr"))]
    return [grid, *rows]


def test_only_large_print_has_wider_columns() -> None:
    rows = (Row((Cell(text("x")), Cell(text("States"))), unit("u1")),)
    brief = document(section(Table(text("Caption"), (text("Held"), text("For")), rows, widths=(7, 93), number=1)))
    normal, large = (
        widths(next(part(render_docx(brief, starter(), sheet=Sheet(size=size)), "word/document.xml").iter(qn("w:tbl"))))
        for size in (11, 18)
    )
    assert (normal[0][0], large[0][0]) == (round(0.07 * sum(normal[0])), 880)
    assert sum(large[0]) - sum(normal[0]) == 2 * 397
