from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import FACT, linted

SLIPS = [
    (
        '    {{ block("fact.timetable") }}',
        "a brief cannot hold indented text: four spaces or more, or a tab, at the beginning of a line make it code",
        '{{ block("fact.timetable") }}',
        "not-representable",
    ),
    (
        '\t{{ block("fact.timetable") }}',
        "a brief cannot hold indented text: four spaces or more, or a tab, at the beginning of a line make it code",
        '{{ block("fact.timetable") }}',
        "not-representable",
    ),
    (
        '- ** One: ** {{ block("fact.timetable") }}',
        '"**" has a space where the bold words begin or end',
        '- **One:** {{ block("fact.timetable") }}',
        "not-representable",
    ),
    (
        '- **One: ** {{ block("fact.timetable") }} and **two**',
        '"**" has a space where the bold words begin or end',
        '- **One:** {{ block("fact.timetable") }} and **two**',
        "not-representable",
    ),
    (
        '* *One * {{ block("fact.timetable") }}',
        '"*" has a space where the italic words begin or end',
        '* *One* {{ block("fact.timetable") }}',
        "not-representable",
    ),
    (
        '`{{ block("fact.timetable") }}`',
        "a call between backticks (`) would be code",
        '{{ block("fact.timetable") }}',
        "not-representable",
    ),
    ("Timing\n======", 'a line of "===" makes a heading of the words above it', "## Timing", "not-representable"),
    ("Timing\n---", 'a line of "---" makes a heading of the words above it', "## Timing", "not-representable"),
    ("**Timing**", "**Timing** is a bold line, not a heading", "## Timing", "untraced-prose"),
    (
        "# Title",
        "a heading of level 1",
        "## Title; sections are ## and ###, and the title is in the front matter",
        "not-representable",
    ),
    ("####Timing", 'a space is missing after "####"', "### Timing", "not-representable"),
    (
        "#### Timing {.box}",
        "a heading of level 4",
        "### Timing {.box}; sections are ## and ###, and the title is in the front matter",
        "not-representable",
    ),
    (
        "## Timing [.box cut=2]",
        "the attributes of a heading stand in braces",
        "## Timing {.box cut=2}",
        "template-syntax",
    ),
    ("## Timing {decision}", '"decision" is not an attribute of a section', ".decision", "template-syntax"),
    ("## Timing {.Decision}", '".Decision" is not an attribute of a section', ".decision", "template-syntax"),
    ("## Timing {cut=5, keep=2}", '"cut=5," is not an attribute of a section', "cut=5", "template-syntax"),
    ("## Timing {cut: 5}", '"cut:5" is not an attribute of a section', "cut=5", "template-syntax"),
    ("## Timing {.box,.page}", '".box,.page" is not an attribute of a section', ".box .page", "template-syntax"),
    ("## Timing {cut:5}", '"cut:5" is not an attribute of a section', "cut=5", "template-syntax"),
    ("<!-- a comment -->", "an HTML comment in a template", "{# a comment #}", "raw-html"),
]
"""What is typed, what is wrong with it, the line as it should be, and the code."""


@pytest.mark.parametrize(("typed", "what", "should", "code"), SLIPS)
def test_markdown_that_is_not_what_was_meant_is_said_once_as_it_should_be(
    tmp_path: Path, typed: str, what: str, should: str, code: str
) -> None:
    assert linted(tmp_path, f"\n{typed}\n") == (
        f"templates/captains.md:14: error: {what} [{code}]\n  hint: write: {should}"
    )


@pytest.mark.parametrize(
    ("typed", "line", "what", "hint"),
    [
        (
            f"{FACT}\n-----\n",
            14,
            'the line of "---" makes a heading of the text above it [not-representable]',
            "take the line out, or leave an empty line above it",
        ),
        (
            f"{FACT}\nand so\\\non\n",
            14,
            "a brief cannot hold a line break within a paragraph [not-representable]",
            "delete the spaces, or the backslash, at the end of the line",
        ),
        (
            f"**One {FACT}\n",
            13,
            '"**" is not closed, and would be printed [not-representable]',
            "write ** right before and right after the bold words",
        ),
        (
            f"See }} and {FACT}\n",
            13,
            '"}" belongs to no call [template-syntax]',
            'a call has two braces on either side: {{ block("…") }}; an attribute ends a heading: {.box}',
        ),
        (
            "## Why .box}\n",
            13,
            '"}" belongs to no call [template-syntax]',
            'a call has two braces on either side: {{ block("…") }}; an attribute ends a heading: {.box}',
        ),
        (
            "## Why {.box\n",
            13,
            '"}" is missing after the attributes of a heading [template-syntax]',
            "known: id=NAME, .decision, .box, .end, .page, cut=N, keep=N",
        ),
        (
            f"| a | b |\n| {FACT} | c |\n",
            13,
            "a brief cannot hold a table that does not come from a block template [not-representable]",
            "print blocks with a call that makes a table, such as {{ terms(…) }}",
        ),
        (
            '{{ note("fact.timetable") }}\n',
            13,
            "the mark of a note stands alone [untraced-prose]",
            "put it behind the words that it belongs to, or take it out",
        ),
        (":\n", 13, '":" stands alone [untraced-prose]', "put it behind the words that it belongs to, or take it out"),
    ],
)
def test_what_the_line_as_it_should_be_would_not_explain_has_a_hint(
    tmp_path: Path, typed: str, line: int, what: str, hint: str
) -> None:
    assert linted(tmp_path, typed) == f"templates/captains.md:{line}: error: {what}\n  hint: {hint}"


@pytest.mark.parametrize(
    "line", ["*italic* {}, *more*", "**bold** {} **and** so", "3 * 4 {}", "{} \\*", "## Why? {{ .box  cut = 2 }}\n\n{}"]
)
def test_markdown_that_says_what_it_means_is_left_alone(tmp_path: Path, line: str) -> None:
    assert linted(tmp_path, line.format(FACT) + "\n") == ""
