"""Remarks that drafts print for clearing officers name nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.clearing_remarks import check_clearing_remarks
from briefs.check.subjects import RemarksToCheck
from tests.builders import BLOCKS
from tests.check.test_people import WITH_PEOPLE
from tests.compose.builders import harbour_library


def wrong_remarks(folder: Path, remark: str) -> list[tuple[str, str]]:
    """What is found in a conflict and a reason that say so: place and code."""
    conflict = "kind: conflict\nblocks:\n  - id: x.a\n    anchor: Ferries that share a timetable\n"
    conflict += f"    point: {remark}\n    printed: The latter\n"
    blocks = {"conflict": conflict, "fact": f"{BLOCKS['fact']}    says_more: {remark}\n"}
    library = harbour_library(folder, blocks)
    found = (
        problem
        for drawn in library.blocks.values()
        for problem in check_clearing_remarks(RemarksToCheck(drawn, WITH_PEOPLE))
    )
    return [(str(one.place), one.code) for one in found]


@pytest.mark.parametrize(
    ("remark", "code"),
    [
        ("Mr Quill was there", "name-printed"),
        ("What small boats say", "name-printed"),
        ("A PG official said so", "affiliation-printed"),
    ],
)
def test_a_remark_that_shows_somebody_is_an_error_at_its_field(remark: str, code: str, tmp_path: Path) -> None:
    assert sorted(wrong_remarks(tmp_path, remark)) == [
        ("seeds/harbour/blocks/conflict.yaml:5", code),
        ("seeds/harbour/blocks/fact.yaml:10", code),
    ]


def test_other_remarks_are_right(tmp_path: Path) -> None:
    assert wrong_remarks(tmp_path, "The report counts the PG twice") == []
