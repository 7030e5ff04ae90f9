"""The lines of a file are in reading order, with what its pages show about them."""

from __future__ import annotations

from itertools import pairwise

from briefs.report.pdf.pdf_layout import lay_out
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, set_pdf, text_at


def test_each_chunk_is_in_the_lines() -> None:
    file = file_of(set_pdf())
    chunks = "".join(chunk.text for page in file.pages for group in page.chunks for chunk in group)
    lines = "".join(line.line.text for line in lay_out(file).lines)
    assert sorted(lines.replace(" ", "")) == sorted(chunks.replace(" ", ""))


def test_lines_are_page_by_page_and_pages_know_their_first_line() -> None:
    layout = lay_out(file_of(set_pdf()))
    pages = [line.line.page for line in layout.lines]
    assert all(before <= after for before, after in pairwise(pages))
    assert [pages[start] for start in layout.starts] == [0, 1, 2, 3, 4]


def test_a_table_is_one_part_between_the_text_above_and_below_it() -> None:
    rules = "".join(f"50 {y} m 350 {y} l S\n" for y in (300, 280, 260)) + "".join(
        f"{x} 260 m {x} 300 l S\n" for x in (50, 200, 350)
    )
    cells = text_at(60, 286, "a") + text_at(210, 286, "b") + text_at(60, 266, "c") + text_at(210, 266, "d")
    layout = lay_out(file_of(drawn_pdf(rules + text_at(50, 230, "below") + cells + column_at(50, 330, ["above"]))))
    assert [line.line.text for line in layout.lines] == ["above", "a b", "c d", "below"]
    assert [[row.cells for row in table] for table in layout.tables] == [[("a", "b"), ("c", "d")]]
    assert [row.lines for row in layout.tables[0]] == [(1,), (2,)]


def test_the_size_of_the_text_is_that_of_most_letters() -> None:
    content = text_at(50, 350, "Tides", 20) + column_at(50, 320, ["the keepers met in the old house"] * 3, 9)
    assert lay_out(file_of(drawn_pdf(content))).body_size == 9
