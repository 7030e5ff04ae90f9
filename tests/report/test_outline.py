from __future__ import annotations

from briefs.report.outline import outline_lines
from tests.report.builders import report

HINTS = (
    "outline:\n"
    "  - {text: I. One, level: 1, label: I}\n"
    "  - {text: Two versus three, level: 2, label: Two}\n"
    "  - {text: Annex, level: 1, label: Annex}\n"
    "quotations: [{text: Quoted, role: epigraph, attribution: Somebody}]\n"
    "tables: [{section: Annex, columns: [name, place]}]\n"
)
TEXT = """Title

Quoted words
- Somebody

I. One

Text.¹

Two *versus* three

1. First

More.

2. Second

¹ A note.

Annex

A\tRome
"""


def test_the_outline_shows_lines_label_heading_and_what_is_under_it() -> None:
    assert outline_lines(report(TEXT, HINTS)) == [
        "A report: report.txt, 22 lines",
        "     6–18  I      I. One (1 paragraph)",
        "    10–18  I Two    Two versus three (1 paragraph, 2 list items, 1 footnote)",
        "    20–22  Annex  Annex (1 row)",
        "3 headings, 2 paragraphs, 2 list items, 1 footnote, 1 quotation, 1 row",
    ]


def test_a_report_without_headings_has_its_counts() -> None:
    assert outline_lines(report("Text.\n")) == ["A report: report.txt, 1 line", "0 headings, 1 paragraph"]
