"""No column is narrower than its longest word, as far as the others have room."""

from __future__ import annotations

from briefs.model.document import Cell, Row, Table
from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx.columns import cell_margins, column_widths
from briefs.render.docx.render import render_docx
from briefs.render.reference.look import read_look
from briefs.word.elements import Element, qn
from tests.render.docx.samples import document, part, section, starter, text, unit
from tests.render.reference.houses import reference


def widths(made: Element) -> list[list[int]]:
    """The widths of the grid, and of the cells of each row."""
    grid = [int(column.get(qn("w:w"), "")) for column in made.iter(qn("w:gridCol"))]
    rows = [[int(cell.get(qn("w:w"), "")) for cell in row.iter(qn("w:tcW"))] for row in made.iter(qn("w:tr"))]
    return [grid, *rows]


def letters(words: str, bold: bool) -> float:
    return len(words) * 0.5


ROWS = (Row((Cell(text("x")), Cell(text("States"))), unit("u1")),)
TABLE = Table(text("Caption"), (text("Held"), text("For")), ROWS, widths=(4, 96), number=1)


def test_a_column_gets_room_for_its_longest_word_in_usual_and_in_large_type() -> None:
    for sheet in (USUAL, Sheet.of("A4", large_print=True)):
        made = render_docx(document(section(TABLE)), starter(), sheet=sheet, letters=letters)
        grid, *rows = widths(next(part(made, "word/document.xml").iter(qn("w:tbl"))))
        look = read_look(starter(), sheet, "#1F3A5F", "en")
        size = look.styles.size(look.style("TableText")) / 2
        assert grid[0] == round(4 * 0.5 * size * 20 + sheet.enlarged(160) + 10)
        assert rows == [grid] * 2


def test_words_in_a_wider_font_get_more_room() -> None:
    grids = []
    for font in ("Calibri", "Garamond", "Verdana"):
        house = reference(text=f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
        made = render_docx(document(section(TABLE)), house, letters=letters)
        grids.append(widths(next(part(made, "word/document.xml").iter(qn("w:tbl"))))[0][0])
    assert grids[0] == grids[1] < grids[2]


def test_widths_add_up_and_stay_as_declared_where_there_is_room() -> None:
    assert column_widths(TABLE, 8844, letters, 1.0, (0, 0)) == [354, 8490]
    three = Table((), (text("a"), text("b"), text("c")), ())
    assert column_widths(three, 1000, letters, 10.0, (0, 0, 0)) == [333, 334, 333]


def test_margins_are_those_of_the_style_of_tables() -> None:
    look = read_look(starter(), Sheet(), "#1F3A5F", "en")
    assert cell_margins(look, look.style("BriefTable")) == (0, 160)
    assert cell_margins(look, look.style("BriefAskTable")) == (180, 60)
    assert cell_margins(look, "None") == (108, 108)
