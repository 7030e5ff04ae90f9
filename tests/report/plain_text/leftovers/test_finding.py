from __future__ import annotations

from tests.report.builders import ONE, parsed, report

TEXT = """Contents <i>
One\t1

One

The har-
bour board met.12 It said &amp; left.

12 Minutes of the board.

7

The board wrote on the plan

8
"""


def test_every_leftover_is_a_warning_with_its_line() -> None:
    problems = parsed(TEXT, ONE).problems
    assert [(one.place.line, one.code, one.severity) for one in problems] == [
        (6, "report-word-divided", "warning"),
        (7, "report-note-mark", "warning"),
        (7, "report-markup", "warning"),
        (11, "report-page-furniture", "warning"),
    ]


def test_a_clean_report_has_none() -> None:
    assert report("One\n\nThe board met.¹ It left 12 km² behind.\n\n¹ Minutes.\n", ONE).line_count == 5
