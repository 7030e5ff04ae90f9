from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import cases, linted


@pytest.mark.parametrize(("body", "expected"), cases("call_arguments"))
def test_a_call_with_arguments_that_it_cannot_have_is_reported_with_its_line(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert linted(tmp_path, body + "\n") == expected


def test_braces_and_quotes_in_an_option_do_not_end_a_call(tmp_path: Path) -> None:
    assert linted(tmp_path, '{{ table("rec.tides", caption="a }} \\" %} b") }}\n') == ""
