"""Where characters of a unit were written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.wording_origins import origin_in_blocks
from tests.builders import BLOCKS, forms
from tests.compose.builders import harbour_library
from tests.render.builders import unit


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("fact.timetable/short", "seeds/harbour/blocks/fact.yaml:5"),
        ("fact.timetable/verbatim", "report.txt:3"),
        ("rec.tides/theme", None),
        ("fact.gone/short", None),
    ],
)
def test_the_first_form_that_has_a_character_is_meant(tmp_path: Path, form: str, expected: str | None) -> None:
    owner = replace(unit("u1"), forms=forms(form, "fact.gone/short"))
    found = origin_in_blocks("w", owner, harbour_library(tmp_path, BLOCKS))
    assert (None if found is None else str(found[0])) == expected
