from __future__ import annotations

from dataclasses import replace

from briefs.model.report import Page
from briefs.report.numbered_lines import numbered_lines
from tests.report.builders import report


def test_each_line_has_its_number() -> None:
    text = "One.\n\n  Two.\n"
    assert list(numbered_lines(replace(report(text), text=text))) == ["1  One.", "3  Two."]


def test_pages_stand_before_their_first_lines() -> None:
    rendition = "\n".join(f"Line {number}" for number in range(1, 11))
    paged = replace(report("a\n"), text="", rendition=rendition, pages=(Page("i", 1), Page("ii", 10), Page("iii", 10)))
    assert list(numbered_lines(paged))[:3] == ["    p. i", " 1  Line 1", " 2  Line 2"]
    assert list(numbered_lines(paged))[-3:] == ["    p. ii", "    p. iii", "10  Line 10"]
