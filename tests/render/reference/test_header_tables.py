"""Tables in headers and footers have room for the words of the brief, in large print."""

from __future__ import annotations

from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx.render import render_docx
from briefs.render.reference.header_tables import widen_tables
from briefs.word.controls import text_control
from briefs.word.elements import Element, paragraph, qn, run, w
from tests.render.docx.corporate import with_parts
from tests.render.docx.samples import BRIEF, part, starter

LARGE = Sheet(size=18)


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
    widen_tables(w("hdr", made), {}, LARGE)
    assert widths(made) == [[880, 3720]] * 3


def test_columns_that_have_room_and_words_that_may_break_are_left_alone() -> None:
    made = table((900, 4000), ("Held", "For"), ("on-off", ""))
    widen_tables(w("hdr", made), {}, LARGE)
    assert widths(made) == [[900, 4000]] * 3


def test_where_nothing_can_be_spared_nothing_changes() -> None:
    made = table((600, 700), ("Held", "Migrants"))
    widen_tables(w("hdr", made), {}, LARGE)
    assert widths(made) == [[600, 700]] * 2


def test_a_table_with_joined_cells_is_left_alone() -> None:
    made = table((600, 4000), ("Held", "For"))
    made[-1].remove(made[-1][1])
    widen_tables(w("hdr", made), {}, LARGE)
    assert widths(made) == [[600, 4000], [600]]


def test_a_table_without_rows_is_left_alone() -> None:
    made = w("tbl", w("tblGrid", w("gridCol", w=100)))
    widen_tables(w("hdr", made), {}, LARGE)
    assert widths(made) == [[100]]


def test_there_is_room_for_words_that_are_not_there_yet() -> None:
    made = table((600, 4000), ("x", "For"))
    made[1][0][1].append(text_control("footer", "y", 1))
    for sheet, expected in ((USUAL, 600), (LARGE, 4 * 180 + 160)):
        widen_tables(w("hdr", made), {"footer": "Two\nHeld"}, sheet)
        assert widths(made)[0][0] == expected


def test_words_are_put_into_tables_that_have_room_for_them() -> None:
    def with_table(header: bytes) -> bytes:
        cells = (f'<w:tc><w:tcPr><w:tcW w:w="{width}"/></w:tcPr>{{}}</w:tc>' for width in (600, 8000))
        start, end = header.index(b"<w:p"), header.index(b"</w:hdr>")
        first, second = cells
        grid = '<w:tblGrid><w:gridCol w:w="600"/><w:gridCol w:w="8000"/></w:tblGrid>'
        row = first.format(header[start:end].decode()) + second.format("<w:p/>")
        made = f"<w:tbl><w:tblPr/>{grid}<w:tr>{row}</w:tr></w:tbl><w:p/>"
        return header[:start] + made.encode() + header[end:]

    reference = with_parts(starter(), {"word/header1.xml": with_table})
    made = part(render_docx(BRIEF, reference, sheet=LARGE), "word/header1.xml")
    assert widths(made)[0] == widths(made)[1] == [1780, 6820]
