"""The title page and the list of contents are known by where they are and what they say."""

from __future__ import annotations

from briefs.report.pdf.pdf_front_matter import contents_lines, title_lines
from briefs.report.pdf.pdf_layout import Layout, lay_out
from tests.report.pdf.builders import column_at, drawn_pdf, file_of, text_at

BODY = [f"the keepers of the old harbour in line {index}, and so on" for index in range(8)]
TITLE = text_at(50, 300, "Small Harbours", 24) + text_at(50, 270, "A report")


def layout_of(*pages: str) -> Layout:
    return lay_out(file_of(drawn_pdf(*pages)))


def texts(layout: Layout, indices: set[int]) -> list[str]:
    return [layout.lines[index].line.text for index in sorted(indices)]


def test_entries_with_leaders_or_numbers_at_the_right_are_contents_with_their_title() -> None:
    led = text_at(50, 350, "Contents") + column_at(
        50, 330, [f"{name} {'.' * 40} {n}" for n, name in enumerate("abcd", 3)]
    )
    assert len(contents_lines(layout_of(led, column_at(50, 350, BODY)), set())) == 5
    set_apart = "".join(
        text_at(50, 350 - 14 * n, f"The {name}") + text_at(320, 350 - 14 * n, str(3 + n))
        for n, name in enumerate(("tides", "wells", "boats"))
    )
    assert len(contents_lines(layout_of(set_apart, column_at(50, 350, BODY)), set())) == 3


def test_running_text_is_no_list_of_contents() -> None:
    assert contents_lines(layout_of(column_at(50, 350, [f"{line} 12" for line in BODY])), set()) == set()


def test_a_first_page_without_running_text_is_the_title_page() -> None:
    layout = layout_of(TITLE, column_at(50, 350, BODY), column_at(50, 350, BODY))
    assert texts(layout, title_lines(layout, set(), {0})) == ["Small Harbours", "A report"]


def test_on_a_first_page_with_text_the_title_ends_at_the_first_heading_or_paragraph() -> None:
    layout = layout_of(TITLE + column_at(50, 200, BODY), column_at(50, 350, BODY))
    assert texts(layout, title_lines(layout, set(), set())) == ["Small Harbours", "A report"]
    assert texts(layout, title_lines(layout, set(), {1})) == ["Small Harbours"]
