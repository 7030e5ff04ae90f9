"""Numbered lines in bold type go on with a list of text, or are headings."""

from __future__ import annotations

from briefs.report.pdf.pdf_headings import find_headings
from tests.report.pdf.heading_lines import SetPages


def headings(pages: SetPages) -> list[str]:
    found = find_headings(pages.lines, [], 1)
    return [" ".join(pages.lines[index].text for index in one.lines) for one in found]


def test_a_bold_item_of_a_list_of_text_is_no_heading() -> None:
    pages = SetPages().text().heading("Wells").text()
    pages.line("1. Deeper wells in every village, and pumps that last for years", gap=2, width=440)
    pages.line("2. Advocacy", bold=True, gap=2).line("3. Training", bold=True, gap=2).text()
    assert headings(pages) == ["Wells"]
    first = SetPages().text().heading("Wells").text().line("1. Advocacy", bold=True, gap=2)
    first.line("2. Deeper wells in every village, and pumps that last for years", gap=2, width=440).text()
    assert headings(first) == ["Wells"]


def test_bold_numbered_headings_stay_headings() -> None:
    pages = SetPages().text()
    for title in ("1. Wells", "2. Pumps", "3. Money"):
        pages.line(title, bold=True, gap=2).text()
    assert headings(pages) == ["1. Wells", "2. Pumps", "3. Money"]
