from __future__ import annotations

from dataclasses import replace

import pytest

from briefs.model.diagnostics import Place
from briefs.model.report import Page, Report
from briefs.model.report_places import line_or_page, page_label, place_in_report
from tests.report.builders import report

TEXT = report("One.\n\nTwo.\n")
WORD = replace(TEXT, path="report.docx", text="", rendition="One.\nTwo.")
PDF = replace(WORD, path="report.pdf", pages=(Page("i", 1), Page("1", 2)))


@pytest.mark.parametrize(
    ("found", "page", "where", "place"),
    [
        (TEXT, "", "line 2, 3", "report.txt:2"),
        (WORD, "", "", "report.docx, I ¶ 2"),
        (PDF, "p. 1", "p. 1", "report.pdf, p. 1, I ¶ 2"),
    ],
    ids=["text", "word", "pdf"],
)
def test_people_find_a_place_by_line_or_by_page_and_address(found: Report, page: str, where: str, place: str) -> None:
    assert page_label(found, (2, 3)) == page
    assert line_or_page(found, (2, 3)) == where
    made = place_in_report(found, (2, 3), "I ¶ 2")
    assert (str(made), made.line) == (place, 2)


def test_what_has_no_lines_is_somewhere_in_the_file() -> None:
    assert (line_or_page(TEXT, ()), page_label(PDF, ())) == ("", "")
    assert place_in_report(TEXT, (), "I") == Place("report.txt")


def test_pages_are_counted_from_one() -> None:
    assert [PDF.page_number_of((line,)) for line in (1, 2, 9)] == [1, 2, 2]
    assert (TEXT.page_number_of((1,)), PDF.page_number_of(())) == (0, 0)
