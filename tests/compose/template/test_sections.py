from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import cases, composed, harbour_composer, linted, shown, template


@pytest.mark.parametrize(("body", "expected"), cases("sections"))
def test_markdown_that_a_brief_cannot_have_is_reported_with_its_line(tmp_path: Path, body: str, expected: str) -> None:
    assert linted(tmp_path, body + "\n") == expected


def test_text_before_the_first_heading_is_reported(tmp_path: Path) -> None:
    composer, _ = harbour_composer(tmp_path)
    assert [str(problem) for problem in composer.lint(template(tmp_path, "{{ list('fact.bicycles') }}\n\n## A\n"))] == [
        "templates/captains.md:12: error: text before the first section [not-representable]\n"
        "  hint: begin with a ## heading"
    ]


def test_calls_on_lines_that_follow_each_other_and_after_an_introduction_stand_alone(tmp_path: Path) -> None:
    body = (
        '## Issue\n\nKeepers could do this:\n{{ list("rec.tides") }}\n'
        '{% for one in ["fact.timetable", "fact.bicycles"] %}\n'
        "{{ paragraph(one) }}\n{% endfor %}\n"
    )
    assert shown(composed(tmp_path, body)) == [
        "## Issue",
        "intro: Keepers could do this:",
        "numbered item: The board should publish the tides each week [u1 rec.tides/verbatim]",
        "body: Most keepers agreed that a shared timetable would reduce waiting. [u2 fact.timetable/short]",
        "body: Ferries that share a timetable could carry more bicycles in the winter months "
        "[u3 fact.bicycles/verbatim]",
    ]


def test_sections_with_the_same_heading_have_different_ids(tmp_path: Path) -> None:
    assert [section.id for section in composed(tmp_path, "## Why?\n\n## Why\n\n## why!\n").sections] == [
        "why",
        "why-2",
        "why-3",
    ]


def test_ids_of_the_programs_own_sections_stay_free(tmp_path: Path) -> None:
    body = "## Sources\n\n## U1\n\n## Clearance\n\n## Sources\n"
    ids = [section.id for section in composed(tmp_path, body).sections]
    assert ids == ["sources-2", "section-u1", "clearance-2", "sources-3"]


def test_units_and_sections_know_the_lines_of_the_template_that_ask_for_them(tmp_path: Path) -> None:
    body = (
        '## Issue\n\n{% if status == "draft" %}\n{{ list(\n  "fact.timetable", "fact.bicycles") }}\n{% endif %}\n\n'
        '{% for x in ["rec.tides", "fact.bicycles"] %}\nNow {{ block(x) }}\n\n{% endfor %}\n'
        '- {{ block("rec.tides") }}\n- {{ block("fact.bicycles") }}\n\n{# why #}\n## Asked\n'
    )
    document = composed(tmp_path, body)
    assert [section.line for section in document.sections] == [12, 27]
    assert [unit.line for unit in document.units()] == [15, 15, 20, 20, 23, 24]
