from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.compose.template.lint import character_faults
from tests.compose.builders import FACT, cases, harbour_composer, linted, template


@pytest.mark.parametrize(("body", "expected"), cases("lint"))
def test_a_statement_or_character_that_a_template_cannot_have_is_reported_with_its_line(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert linted(tmp_path, body + "\n") == expected


@pytest.mark.parametrize("character", ["\ue000", "\ue001", "\x07", "\ufffe"])
def test_a_character_that_a_brief_cannot_hold_is_reported(tmp_path: Path, character: str) -> None:
    assert linted(tmp_path, f"\n{FACT}\n{character}\n") == (
        f"templates/captains.md:15: error: the character U+{ord(character):04X} is not allowed in a template "
        "[template-syntax]"
    )


def test_every_mistake_of_a_template_is_reported_in_one_run(tmp_path: Path) -> None:
    body = (
        '\n{{ paragraph("fact.a",\n             frm="x") }}\n\n{% if status == "draft" %}\n## B {.bx}\n{% endif %}\n'
        '{# a comment\n   of two lines with {{ braces }} #}\n{{ block("fact.bicycles").short }} "}}" here\n'
        "\n{%- if nme %}\n\n\n<i>\n{% endif %}\n"
    )
    reported = [line for line in linted(tmp_path, body).splitlines() if ".md:" in line]
    assert [(line.split(":")[1], line.rpartition("[")[2]) for line in reported] == [
        ("14", "block-unknown]"),
        ("14", "template-name]"),
        ("18", "template-syntax]"),
        ("22", "template-syntax]"),
        ("22", "form-missing]"),
        ("24", "template-name]"),
        ("27", "raw-html]"),
    ]


def test_a_mistake_that_shows_in_two_ways_is_reported_once(tmp_path: Path) -> None:
    assert linted(tmp_path, '{{ paragraph("zzz", "zzz") }}\n').count("there is no block") == 1


def test_problems_stand_in_the_order_of_their_lines(tmp_path: Path) -> None:
    composer, _ = harbour_composer(tmp_path)
    found = composer.lint(template(tmp_path, "<b>\n\n## A\n\n{{ nme }}\n{% set x = 1 %}\n"))
    assert [problem.place.line for problem in found] == sorted(problem.place.line for problem in found)


def test_a_call_in_the_front_matter_is_reported_at_its_field(tmp_path: Path) -> None:
    made = template(tmp_path, f"## Issue\n\n{FACT}\n")
    front = made.front.model_copy(update={"title": 'What {{ block("fact.timetable") }}'})
    assert [str(found) for found in harbour_composer(tmp_path)[0].lint(replace(made, front=front))] == [
        'templates/captains.md:5: error: `title` has "{{", and calls in the front matter are not run [front-matter]\n'
        "  hint: write the words themselves"
    ]


def test_a_block_that_is_repeated_but_does_not_exist_is_reported_at_the_front_matter(tmp_path: Path) -> None:
    made = template(tmp_path, f"## Issue\n\n{FACT}\n")
    front = made.front.model_copy(update={"repeats": ("fact.timetabel", "fact.timetable")})
    made = replace(made, front=front, lines={"repeats": 9})
    assert [str(found) for found in harbour_composer(tmp_path)[0].lint(made)] == [
        'templates/captains.md:9: error: `repeats` names "fact.timetabel", which does not exist [block-unknown]\n'
        '  hint: did you mean "fact.timetable"?'
    ]


def test_what_has_too_many_digits_is_no_number_of_a_character() -> None:
    assert [*character_faults("&#" + "9" * 5000 + "; &#x" + "0" * 5000 + "e000;")] == []
    ((line, fault),) = character_faults("a\n&#xe000;")
    assert (line, fault.code) == (2, "template-syntax")
