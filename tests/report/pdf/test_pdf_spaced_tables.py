"""Tables whose rows white space divides are read cell by cell."""

from __future__ import annotations

from briefs.report.pdf.pdf_spaced_tables import spaced_tables
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at


def cells_of(content: str) -> list[list[str]]:
    chunks = file_of(drawn_pdf(content)).pages[0].chunks[0]
    return [
        [" ".join(one.text for one in cell) for cell in row] for table in spaced_tables(chunks) for row in table.rows
    ]


def test_rows_are_what_more_white_divides_than_lines() -> None:
    content = "".join(
        text_at(50, 344 - 45 * row, f"Keeper {row}")
        + column_at(150, 350 - 45 * row, [f"lights lamp {row}", "at the quay"])
        for row in range(3)
    )
    assert cells_of(content) == [[f"Keeper {row}", f"lights lamp {row} at the quay"] for row in range(3)]


def test_paragraphs_and_items_are_no_tables() -> None:
    assert cells_of(column_at(50, 350, ["low water", "comes early"]) + column_at(50, 300, ["in", "spring"])) == []
    items = "".join(
        text_at(50, 350 - 45 * row, f"{row}.") + column_at(80, 350 - 45 * row, ["lights the", "lamps"])
        for row in range(3)
    )
    assert cells_of(items) == []
