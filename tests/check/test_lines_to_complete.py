"""The lines that a draft leaves for others to complete."""

from __future__ import annotations

from dataclasses import replace

from briefs.check.lines_to_complete import check_gaps
from briefs.model.edition import Gaps
from tests.check.builders import AT, TEMPLATE, brief, to_check


def test_relative_dates_and_names_in_lines_to_complete_are_reported() -> None:
    gaps = Gaps(heading="To complete next spring", lines=("What small boats say", "When they meet"))
    template = replace(TEMPLATE, front=TEMPLATE.front.model_copy(update={"gaps": gaps}))
    assert [str(found) for found in check_gaps(to_check(brief(), template=template))] == [
        f'{AT} gaps has the relative date "next spring" [relative-date]\n'
        "  hint: give the year, in square brackets if the report only implies it",
        f'{AT} gaps has "small boats", which must not be printed [name-printed]\n'
        "  hint: leave it out: report.yaml says that no brief prints it",
    ]


def test_a_template_without_such_lines_has_nothing_wrong_in_them() -> None:
    assert list(check_gaps(to_check(brief()))) == []
