"""Tables without rules are known by texts that stand below each other."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.report.pdf.pdf_aligned_tables import aligned_tables
from briefs.report.pdf.pdf_line_setting import set_lines
from tests.report.pdf.builders import drawn_pdf, file_of, text_at


def cells_of(
    rows: Sequence[Sequence[str]], xs: Sequence[int] = (50, 160, 260), lead: int = 14
) -> list[tuple[str, ...]]:
    """The cells that are found in rows of texts at these places."""
    drawn = "".join(
        text_at(x, 350 - lead * row, cell)
        for row, cells in enumerate(rows)
        for x, cell in zip(xs, cells, strict=False)
        if cell
    )
    lines = set_lines(file_of(drawn_pdf(drawn)).pages[0].chunks[0], 0, 0)
    return [row.cells for table in aligned_tables(lines, 0, len(lines)) for row in table]


def test_texts_below_each_other_are_cells() -> None:
    rows = [
        ("Harbour", "Boats", "Keepers"),
        ("Low Quay", "12", "2"),
        ("North Steps", "7", "1"),
        ("Well Yard", "3", "1"),
    ]
    assert cells_of(rows) == rows


def test_a_line_without_a_first_cell_goes_on_in_the_row_before() -> None:
    rows = [
        ("Harbour", "Task", "Keeper"),
        ("Low Quay", "lights the", "A"),
        ("", "lamps", ""),
        ("Well Yard", "rings", "B"),
    ]
    assert cells_of(rows, lead=12)[1] == ("Low Quay", "lights the\nlamps", "A")


def test_items_and_contents_are_no_tables() -> None:
    assert cells_of([("1.", "tides"), ("2.", "wells"), ("3.", "boats")], (50, 80)) == []
    assert cells_of([("Tides", "3"), ("Wells", "7"), ("Boats", "12")], (50, 300)) == []


def test_items_within_an_item_are_no_table() -> None:
    rows = [("14.", "On wells:", ""), ("", "•", "Deeper"), ("", "•", "Wider"), ("", "•", "Older")]
    assert cells_of(rows) == []


def test_text_beside_a_side_heading_is_no_table() -> None:
    line = "the keepers of the harbours met in the old customs house"
    assert cells_of([("Tides", line), ("Wells", line), ("Boats", line)], (50, 120)) == []
