from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import cases, linted


@pytest.mark.parametrize(("body", "expected"), cases("names_in_scope"))
def test_a_name_or_filter_that_does_not_exist_is_reported_with_its_line(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert linted(tmp_path, body + "\n") == expected


def test_the_names_of_a_loop_exist_in_its_body_and_in_loops_in_it(tmp_path: Path) -> None:
    body = (
        '{% for x in ["fact.timetable"] if x %}{% for y in [x] %}\n\n{{ paragraph(y) }}\n{% if loop.first %}{% endif %}'
        "{% endfor %}{% else %}{% endfor %}\n"
    )
    assert linted(tmp_path, body) == ""


def test_the_names_of_a_loop_do_not_exist_in_its_else(tmp_path: Path) -> None:
    assert linted(tmp_path, '{% for x in ["a"] %}{% else %}{{ paragraph(x) }}{% endfor %}\n').startswith(
        'templates/captains.md:13: error: unknown name "x" [template-name]'
    )
