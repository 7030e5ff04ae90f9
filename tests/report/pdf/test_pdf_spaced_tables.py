"""Tables whose rows white space divides are read cell by cell."""

from __future__ import annotations

from briefs.report.pdf.pdf_layout import lay_out
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


def test_contents_lists_are_no_tables() -> None:
    content = "".join(
        column_at(50, 350 - 40 * row, ["Of the keepers of", "the harbours"])
        + text_at(250, 350 - 40 * row, f"{row + 3}")
        for row in range(4)
    )
    assert cells_of(content) == []


def test_the_head_with_an_empty_corner_and_bullets_in_cells_belong_to_the_table() -> None:
    content = text_at(150, 390, "By day") + text_at(260, 390, "By night")
    for row in range(4):
        content += text_at(50, 350 - 40 * row, f"Quay {row}") + column_at(150, 350 - 40 * row, ["lamps", "and bells"])
        content += text_at(260, 350 - 40 * row, "•") + text_at(272, 350 - 40 * row, f"keeper {row}")
    rows = [["", "By day", "By night"], *([f"Quay {row}", "lamps and bells", f"• keeper {row}"] for row in range(4))]
    assert cells_of(content) == rows


def test_the_names_of_participants_are_in_tables_though_columns_of_text_look_like_theirs() -> None:
    """Lines far apart, as many programs set them, in columns as wide as those of text."""
    people = [
        (
            ["Mr. Ada AMON"],
            ["Director of the great", "harbour in the north", "and its wells"],
            ["Board of all Tides", "and Wells (BATW)"],
        ),
        (["Ms. Bo BERG"], ["Policy specialist"], ["United Harbours for", "the Keepers of Lamps", "(UHKL)"]),
        (["Dr. Maria Celeste", "CORDES"], ["Head of policy in", "the harbours"], ["University of Wells"]),
        (["Mr. Dai DAVIES"], ["Director of works"], ["Board of all Tides", "and Wells (BATW)"]),
        (["Mr. Emil ERNST"], ["Counsellor"], ["Low Quay"]),
    ]
    content, top = "", 380
    for row in people:
        content += "".join(column_at(50 + 115 * at, top, cell, lead=17) for at, cell in enumerate(row))
        top -= 17 * max(map(len, row)) + 9
    layout = lay_out(file_of(drawn_pdf(content)))
    assert [[row.cells[0].replace("\n", " ") for row in table] for table in layout.tables] == [
        [" ".join(row[0]) for row in people]
    ]
