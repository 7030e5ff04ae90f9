from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import FACT, linted

BEGINNINGS = [
    ("##Timing", 'a space is missing after "##"', "## Timing"),
    ("##\xa0Timing", 'a space is missing after "##"', "## Timing"),
    ("###Timing", 'a space is missing after "###"', "### Timing"),
    ("#Timing", 'a space is missing after "#"', "## Timing"),
    ("##Timing##", 'a space is missing after "##"', "## Timing"),
    (";## Timing", '";" stands before "##"', "## Timing"),
    ('-{{ block("fact.timetable") }}', 'a space is missing after "-"', '- {{ block("fact.timetable") }}'),
    ('-see {{ block("fact.timetable") }}', 'a space is missing after "-"', '- see {{ block("fact.timetable") }}'),
    ('*{{ block("fact.timetable") }}', 'a space is missing after "*"', '- {{ block("fact.timetable") }}'),
    ('-\xa0{{ block("fact.timetable") }}', 'a space is missing after "-"', '- {{ block("fact.timetable") }}'),
    (
        '• {{ block("fact.timetable") }}',
        'an item of a list begins with "- ", not "•"',
        '- {{ block("fact.timetable") }}',
    ),
    (
        '– {{ block("fact.timetable") }}',
        'an item of a list begins with "- ", not "–"',
        '- {{ block("fact.timetable") }}',
    ),
    (
        'o {{ block("fact.timetable") }}',
        'an item of a list begins with "- ", not "o"',
        '- {{ block("fact.timetable") }}',
    ),
    ('1.{{ block("fact.timetable") }}', 'a space is missing after "1."', '1. {{ block("fact.timetable") }}'),
    ('2)see {{ block("fact.timetable") }}', 'a space is missing after "2)"', '2) see {{ block("fact.timetable") }}'),
    (
        '-{{ list("fact.timetable") }}',
        '"-" stands before a call that prints whole paragraphs, lists or tables',
        '{{ list("fact.timetable") }}',
    ),
    (
        ':{{ list("fact.timetable") }}',
        '":" stands before a call that prints whole paragraphs, lists or tables',
        '{{ list("fact.timetable") }}',
    ),
]
"""What is typed, what is wrong with it, and the line as it should be."""


@pytest.mark.parametrize(("typed", "what", "should"), BEGINNINGS)
def test_a_line_whose_sign_does_not_count_is_said_once_as_it_should_be(
    tmp_path: Path, typed: str, what: str, should: str
) -> None:
    code = "block-in-sentence" if "stands before a call" in what else "not-representable"
    assert linted(tmp_path, f"{typed}\n\n{FACT}\n") == (
        f"templates/captains.md:13: error: {what} [{code}]\n  hint: write: {should}"
    )
    assert linted(tmp_path, f"{should}\n\n{FACT}\n") == ""


def test_a_heading_without_its_space_still_begins_the_first_section(tmp_path: Path) -> None:
    assert linted(tmp_path, f"{FACT}\n\n##Timing {{.box}}\n").count("error") == 1


def test_lettered_items_that_would_run_together_are_said_and_a_single_letter_is_not(tmp_path: Path) -> None:
    said = linted(tmp_path, f"a) {FACT}\nb) {FACT}\n\n(c) {FACT}\n")
    assert [line for line in said.splitlines() if "error" in line] == [
        f'templates/captains.md:{line}: error: an item of a list begins with "- " or "1. ", not "{sign}" '
        "[not-representable]"
        for line, sign in ((13, "a)"), (14, "b)"))
    ]


def test_a_list_that_runs_into_the_line_above_it_is_said(tmp_path: Path) -> None:
    assert linted(tmp_path, f"Keepers want this:\n2. {FACT}\n") == (
        "templates/captains.md:14: error: the list runs into the line above it [not-representable]\n"
        "  hint: leave an empty line above it"
    )


@pytest.mark.parametrize("line", ["*see* ", "**see** ", "- ", "2. ", "-5 and ", "3.5 of ", "#1: ", "* "])
def test_signs_that_mean_what_they_say_are_left_alone(tmp_path: Path, line: str) -> None:
    assert linted(tmp_path, f"{line}{FACT}\n") == ""


def test_lines_of_code_are_code(tmp_path: Path) -> None:
    assert linted(tmp_path, f"{FACT}\n\n```\n##Timing\n```\n").count("error") == 1
