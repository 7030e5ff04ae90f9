"""An excluded block under another id is found; one that only rests on the same passage is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.excluded_copies import check_excluded_copies
from tests.builders import BLOCKS, forms
from tests.check.builders import brief, to_check
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit

ORIGINAL = """  - id: fact.never
    anchor: "Most keepers agreed that … waiting at the quay"
    short: Most keepers agreed that a shared timetable would reduce waiting.
    audiences: {captains: never, clerks: could}
"""
"""A block on the passage of `fact.timetable`, with an anchor of its own: with the same, drawing would find the copy."""


def copies(folder: Path, form: str, audience: str = "captains") -> list[str]:
    """The blocks that are found to be copies in a brief that prints `form`."""
    library = harbour_library(folder, {**BLOCKS, "fact": BLOCKS["fact"] + ORIGINAL})
    owner = replace(unit("u1", "fact.timetable"), forms=forms(form, form))
    made = replace(brief(paragraph("Words", owner)), audience=audience)
    found = list(check_excluded_copies(to_check(made, library)))
    assert {one.code for one in found} <= {"excluded-copied"}
    return [f"{one.place.line} {one.message}" for one in found]


@pytest.mark.parametrize("form", ["fact.timetable/short", "fact.timetable/verbatim"])
def test_a_copy_is_found_at_its_block(form: str, tmp_path: Path) -> None:
    assert copies(tmp_path, form) == [
        '3 "fact.timetable" says in the same words what "fact.never" says, which is never for captains'
    ]


def test_other_words_and_other_audiences_are_right(tmp_path: Path) -> None:
    assert copies(tmp_path / "a", "fact.bicycles/verbatim") == []
    assert copies(tmp_path / "b", "fact.timetable/short", audience="clerks") == []
