from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.compose.builders import harbour_composer, linted, template


@pytest.mark.parametrize(
    ("typed", "line", "should"),
    [
        ('{{ list("fact.timetable", "fact.timetable") }}', 13, '{{ list("fact.timetable") }}'),
        (
            '{{ list("fact.timetable", "fact.bicycles", "fact.timetable", weight="must") }}',
            13,
            '{{ list("fact.timetable", "fact.bicycles", weight="must") }}',
        ),
        ('{{ list("fact.timetable",\n  "fact.bicycles", "fact.timetable") }}', 14, '"fact.bicycles") }}'),
    ],
)
def test_a_block_twice_in_one_call_is_said_with_the_line_as_it_should_be(
    tmp_path: Path, typed: str, line: int, should: str
) -> None:
    assert linted(tmp_path, f"{typed}\n") == (
        f'templates/captains.md:{line}: error: list(…) prints "fact.timetable" twice [block-repeated]\n'
        f"  hint: write: {should}"
    )


def test_a_block_that_begins_a_line_has_another_hint(tmp_path: Path) -> None:
    assert linted(tmp_path, '{{ list("fact.timetable",\n"fact.timetable") }}\n').endswith("hint: name it once")


def test_a_block_that_repeats_names_may_be_said_twice(tmp_path: Path) -> None:
    made = template(tmp_path, '## A\n\n{{ list("fact.timetable", "fact.timetable") }}\n')
    front = made.front.model_copy(update={"repeats": ("fact.timetable",)})
    assert harbour_composer(tmp_path)[0].lint(replace(made, front=front)) == []
