from __future__ import annotations

from dataclasses import replace

from briefs.model.report import Matter, Section
from briefs.report.outline import outline_lines
from tests.report.builders import (
    HINTS_OF_ALL_NODES,
    TEXT_OF_ALL_NODES,
    report,
)


def test_the_outline_shows_lines_label_heading_and_what_is_under_it() -> None:
    assert outline_lines(report(TEXT_OF_ALL_NODES, HINTS_OF_ALL_NODES)) == [
        "A report: report.txt, 22 lines",
        "     6–18  I      I. One (1 paragraph)",
        "    10–18  I Two    Two versus three (1 paragraph, 2 list items, 1 footnote)",
        "    20–22  Annex  Annex (1 row)",
        "3 headings, 2 paragraphs, 2 list items, 1 footnote, 1 quotation, 1 row",
    ]


def test_a_report_without_headings_has_its_counts() -> None:
    assert outline_lines(report("Text.\n")) == ["A report: report.txt, 1 line", "0 headings, 1 paragraph"]


def test_the_lines_of_a_section_are_without_those_that_pages_repeat() -> None:
    read = report(TEXT_OF_ALL_NODES, HINTS_OF_ALL_NODES)
    last = read.children[-1]
    assert isinstance(last, Section)
    head = Matter("Annex › running head 1", "Annex", (1, 9, 22), "running head", "Small Harbours")
    changed = replace(read, children=(*read.children[:-1], replace(last, children=(*last.children, head))))
    assert outline_lines(changed)[3] == "    20–22  Annex  Annex (1 row)"
