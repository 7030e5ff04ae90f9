"""Tables of tagged files have the cells that the file says."""

from __future__ import annotations

from briefs.report.pdf.pdf_chunks import Chunk
from briefs.report.pdf.pdf_glyphs import Around, Cell, GlyphStyle
from briefs.report.pdf.pdf_tagged_tables import tagged_tables


def chunk(text: str, x: float, y: float, cell: Cell | None) -> Chunk:
    style = GlyphStyle("Times", 10, False, False, around=Around(("Table", "TR", "TD"), 1, cell))
    return Chunk(text, x, x + 40, y, style, 0, False)


def cells_of(*chunks: Chunk) -> list[list[list[str]]]:
    return [
        [[" ".join(one.text for one in cell) for cell in row] for row in table.rows] for table in tagged_tables(chunks)
    ]


def test_rows_and_cells_are_those_of_the_structure() -> None:
    found = cells_of(
        chunk("Harbour", 50, 300, (1, 2, 3)),
        chunk("Boats", 150, 300, (1, 2, 4)),
        chunk("Low", 50, 280, (1, 5, 6)),
        chunk("Quay", 50, 268, (1, 5, 6)),
        chunk("12", 150, 280, (1, 5, 7)),
    )
    assert found == [[["Harbour", "Boats"], ["Low Quay", "12"]]]


def test_in_a_row_with_fewer_cells_each_is_in_the_column_below_which_it_stands() -> None:
    found = cells_of(
        *(chunk(text, x, 300, (1, 2, index)) for index, (text, x) in enumerate([("a", 50), ("b", 150), ("c", 250)])),
        *(chunk(text, x, 280, (1, 3, 10 + index)) for index, (text, x) in enumerate([("d", 50), ("e", 250)])),
    )
    assert found == [[["a", "b", "c"], ["d", "", "e"]]]


def test_tables_that_only_arrange_a_page_are_none() -> None:
    assert cells_of(chunk("left", 50, 300, (1, 2, 3)), chunk("right", 150, 300, (1, 2, 4))) == []
    assert cells_of(chunk("text", 50, 300, None)) == []
