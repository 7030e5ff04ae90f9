from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import cases, composed, linted, shown


@pytest.mark.parametrize(("body", "expected"), cases("prose"))
def test_text_that_a_sentence_cannot_have_is_reported_with_its_line(tmp_path: Path, body: str, expected: str) -> None:
    assert linted(tmp_path, body + "\n") == expected


def test_a_sentence_that_an_if_interrupts_is_one_sentence(tmp_path: Path) -> None:
    body = '{{ block("fact.timetable") }}\n{% if status == "draft" %}\nand so on,\n{% endif %}\nsee below\n'
    assert linted(tmp_path, body) == ""


def test_quotation_marks_around_a_call_are_opened_and_closed(tmp_path: Path) -> None:
    document = composed(tmp_path, '## Issue\n\nThey said "{{ block("rec.tides") }}" in 2009-2010.\n')
    assert shown(document)[1] == (
        "body: They said “The board should publish the tides each week” in 2009–2010. [u1 rec.tides/verbatim]"
    )
