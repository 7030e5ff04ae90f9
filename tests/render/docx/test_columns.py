"""In large print no column is narrower than its longest word, as far as the others have room."""

from __future__ import annotations

from briefs.model.document import Cell, Row, Table
from briefs.model.sheet import Sheet
from briefs.render.docx.columns import widen_tables
from briefs.render.docx.render import render_docx
from briefs.word.elements import Element, paragraph, qn, run, w
from tests.render.docx.samples import document, part, section, starter, text, unit

LARGE = Sheet(size=14)


def table(widths: tuple[int, ...], *rows: tuple[str, ...]) -> Element:
    cells = [
        [w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph("TableText", run(words)))]
        for row in rows
        for words, width in zip(row, widths, strict=False)
    ]
    made = [w("tr", *(cell[0] for cell in cells[start : start + len(rows[0])])) for start in range(0, len(cells), 2)]
    return w("tbl", w("tblGrid", *(w("gridCol", w=width) for width in widths)), *made)


def widths(made: Element) -> list[list[int]]:
    """The widths of the grid, and of the cells of each row."""
    grid = [int(column.get(qn("w:w"), "")) for column in made.iter(qn("w:gridCol"))]
    rows = [[int(cell.get(qn("w:w"), "")) for cell in row.iter(qn("w:tcW"))] for row in made.iter(qn("w:tr"))]
    return [grid, *rows]


def test_a_column_gains_what_its_longest_word_lacks() -> None:
    made = table((600, 4000), ("Held", "For whom"), ("x", "States"))
    widen_tables(w("hdr", made), LARGE)
    assert widths(made) == [[720, 3880]] * 3


def test_columns_that_have_room_and_words_that_may_break_are_left_alone() -> None:
    made = table((800, 4000), ("Held", "For"), ("a-b-c-d-e", ""))
    widen_tables(w("hdr", made), LARGE)
    assert widths(made) == [[800, 4000]] * 3


def test_where_nothing_can_be_spared_nothing_changes() -> None:
    made = table((600, 700), ("Held", "Migrants"))
    widen_tables(w("hdr", made), LARGE)
    assert widths(made) == [[600, 700]] * 2


def test_a_table_with_joined_cells_is_left_alone() -> None:
    made = table((600, 4000), ("Held", "For"))
    made[-1].remove(made[-1][1])
    widen_tables(w("hdr", made), LARGE)
    assert widths(made) == [[600, 4000], [600]]


def test_only_large_print_has_wider_columns() -> None:
    rows = (Row((Cell(text("x")), Cell(text("States"))), unit("u1")),)
    brief = document(section(Table(text("Caption"), (text("Held"), text("For")), rows, widths=(7, 93), number=1)))
    normal, large = (
        widths(next(part(render_docx(brief, starter(), sheet=Sheet(size=size)), "word/document.xml").iter(qn("w:tbl"))))
        for size in (11, 14)
    )
    assert (normal[0][0], large[0][0]) == (round(0.07 * sum(normal[0])), 720)
    assert sum(large[0]) - sum(normal[0]) == 2 * 397
