"""The lines of a report as it was read, with their numbers and pages: where "line 17" of a Word file is."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.model.report import Report
from briefs.report.plain_text.text_lines import split_lines


def numbered_lines(report: Report) -> Iterator[str]:
    """Each line that is not blank, behind its number; before the first line of each page, what it is called."""
    lines = split_lines(report.rendition or report.text)
    width = len(str(len(lines)))
    begins: dict[int, list[str]] = {}
    for page in report.pages:
        begins.setdefault(page.first_line, []).append(page.label)
    for number, line in enumerate(lines, 1):
        for label in begins.get(number, ()):
            yield f"{'':>{width}}  p. {label}"
        if line.strip():
            yield f"{number:>{width}}  {line.strip()}"
