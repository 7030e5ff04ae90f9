from __future__ import annotations

from briefs.model.limits import MOST_MISTAKES
from briefs.report.plain_text.leftovers.finding import leftovers
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


def test_of_very_many_the_first_are_told_and_how_many_there_are() -> None:
    lines = [line for head in range(MOST_MISTAKES + 7) for line in [f"Forum {chr(0x4E00 + head)} Minutes"] * 3]
    found = leftovers(lines, (), "report.md")
    assert len(found) == MOST_MISTAKES + 1
    assert {one.code for one in found} == {"report-page-furniture"}
    assert found[-1].message == (
        "207 places of the report seem not to belong to its text; this is the last that is told"
    )
