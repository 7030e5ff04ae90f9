from __future__ import annotations

from briefs.model.diagnostics import Checked
from briefs.report.plain_text.hint_matching import match_hints
from briefs.report.plain_text.hinted_lines import HintedLines
from briefs.report.plain_text.text_lines import TextLines
from tests.report.builders import ONE, hints


def matched(text: str, hint_text: str) -> Checked[HintedLines]:
    file = hints(hint_text)
    return match_hints(TextLines.comparable_with(file.hints, text.split("\n")), file)


def test_each_thing_is_found_on_a_line_of_its_own() -> None:
    hint_text = (
        ONE + "quotations: [{text: One day, role: pull}]\nsignatures: [One day]\n"
        "tables: [{section: One, columns: [a, b]}]\n"
    )
    found = matched("One\nOne day\nOne\n\nOne day", hint_text)
    assert found.problems == ()
    assert set(found.value.headings) == {1}
    assert [piece.lines for piece in found.value.quotations.values()] == [(2, 3)]
    assert found.value.signatures == {5}
    assert set(found.value.tables) == {"One"}


def test_signatures_and_tables_that_are_not_there_are_reported_with_what_is_nearest() -> None:
    hint_text = ONE + "signatures: [Mr. Johann]\ntables: [{section: Ones, columns: [a, b]}]\n"
    assert [str(problem) for problem in matched("One\n\nMr. Johan", hint_text).problems] == [
        'report.yaml:6: error: no line begins with "Mr. Johann" [hint-not-found]\n'
        '  hint: nearest is line 3, "Mr. Johan"',
        'report.yaml:7: error: the outline has no heading "Ones" [hint-not-found]\n  hint: did you mean "One"?',
    ]


def test_a_table_under_a_heading_that_the_outline_lacks_or_misspells_is_one_mistake() -> None:
    tables = "tables:\n  - {section: Two, columns: [a, b]}\n"
    assert [str(problem) for problem in matched("One\n\nTwo\n", ONE + tables).problems] == [
        'report.yaml:7: error: the outline has no heading "Two" [hint-not-found]\n'
        "  hint: it is on line 3 of the report: add it to `outline`"
    ]
    misspelt = ONE + "  - {text: Twoo, level: 1, label: II}\n"
    assert [problem.message for problem in matched("One\n\nTwo\n", misspelt + tables).problems] == [
        'the report has no heading "Twoo"'
    ]
