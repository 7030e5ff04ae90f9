from __future__ import annotations

from pathlib import Path

import pytest

from tests.compose.builders import FACT, cases, linted


@pytest.mark.parametrize(("body", "expected"), cases("printed_wording"))
def test_what_does_not_come_from_a_block_is_reported_with_its_line(tmp_path: Path, body: str, expected: str) -> None:
    assert linted(tmp_path, body + "\n") == expected


@pytest.mark.parametrize(
    "printed",
    [
        'block("fact.timetable")',
        'block("fact.timetable").short',
        'block("fact.timetable").lead or block("fact.timetable").verbatim',
        'block("fact.timetable") if status == "draft" else block("fact.bicycles")',
    ],
)
def test_wording_of_a_block_can_be_printed_and_chosen(tmp_path: Path, printed: str) -> None:
    assert linted(tmp_path, f"{{{{ {printed} }}}}{FACT}\n") == ""
