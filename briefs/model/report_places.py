"""Places in a report as people find them: a line if its file is one of text, otherwise its page and its address."""

from __future__ import annotations

from collections.abc import Sequence

from briefs.model.diagnostics import Place
from briefs.model.report import Report


def page_label(report: Report, lines: Sequence[int]) -> str:
    """The page on which text in these `lines` begins, as in "p. 12"; empty if the report has no pages."""
    page = report.page_of(lines)
    return f"p. {page}" if page else ""


def line_or_page(report: Report, lines: Sequence[int]) -> str:
    """Where text in these `lines` stands: "line 17", "p. 12", or nothing if its file has neither."""
    if page := page_label(report, lines):
        return page
    return f"line {', '.join(map(str, lines))}" if lines and not report.rendition else ""


def place_in_report(report: Report, lines: Sequence[int], address: str) -> Place:
    """The place of what is called `address` in a report, for diagnostics."""
    line = lines[0] if lines else 0
    if not report.rendition:
        return Place(report.path, line)
    return Place(report.path, line, ", ".join(filter(None, (page_label(report, lines), address))))
