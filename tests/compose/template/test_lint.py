from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import cases, composed, harbour_composer, linted, shown, template

FACT = '{{ block("fact.timetable") }}'


@pytest.mark.parametrize(("body", "expected"), cases("lint"))
def test_a_mistake_in_a_template_is_said_with_its_line_and_a_remedy(tmp_path: Path, body: str, expected: str) -> None:
    assert linted(tmp_path, body + "\n") == expected


@pytest.mark.parametrize("character", ["\ue000", "\ue001", "\x07", "\ufffe"])
def test_a_character_that_a_brief_cannot_hold_is_refused(tmp_path: Path, character: str) -> None:
    assert linted(tmp_path, f"\n{FACT}\n{character}\n") == (
        f"templates/captains.md:15: error: the character U+{ord(character):04X} is not allowed in a template "
        "[template-syntax]"
    )


def test_a_block_that_is_never_for_an_audience_is_refused(tmp_path: Path) -> None:
    assert linted(tmp_path, '{{ list("rec.tides") }}\n', "clerks") == (
        'templates/clerks.md:13: error: "rec.tides" is never printed for clerks '
        "(seeds/harbour/blocks/recommendation.yaml:3) [block-excluded]\n"
        "  hint: take it out, or change its `audiences`"
    )


def test_text_before_the_first_heading_is_refused(tmp_path: Path) -> None:
    composer, _ = harbour_composer(tmp_path)
    assert [str(problem) for problem in composer.lint(template(tmp_path, "{{ list('fact.bicycles') }}\n\n## A\n"))] == [
        "templates/captains.md:12: error: text before the first section [not-representable]\n"
        "  hint: begin with a ## heading"
    ]


def test_every_mistake_of_a_template_is_said_in_one_run(tmp_path: Path) -> None:
    body = (
        '\n{{ paragraph("fact.a",\n             frm="x") }}\n\n{% if status == "draft" %}\n## B {.bx}\n{% endif %}\n'
        '{# a comment\n   of two lines with {{ braces }} #}\n{{ block("fact.bicycles").short }} "}}" here\n'
        "\n{%- if nme %}\n\n\n<i>\n{% endif %}\n"
    )
    said = [line for line in linted(tmp_path, body).splitlines() if ".md:" in line]
    assert [(line.split(":")[1], line.rpartition("[")[2]) for line in said] == [
        ("14", "block-unknown]"),
        ("14", "template-name]"),
        ("18", "template-syntax]"),
        ("22", "form-missing]"),
        ("24", "template-name]"),
        ("27", "raw-html]"),
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


def test_a_sentence_that_an_if_interrupts_is_one_sentence(tmp_path: Path) -> None:
    body = '{{ block("fact.timetable") }}\n{% if status == "draft" %}\nand so on,\n{% endif %}\nsee below\n'
    assert linted(tmp_path, body) == ""


def test_braces_and_quotes_in_an_option_do_not_end_a_call(tmp_path: Path) -> None:
    assert linted(tmp_path, '{{ table("rec.tides", caption="a }} \\" %} b") }}\n') == ""
