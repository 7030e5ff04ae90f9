"""Audiences that no block names."""

from __future__ import annotations

from collections.abc import Set
from pathlib import Path

import pytest

from briefs.check.subjects import AudienceToCheck
from briefs.check.unmentioned_audiences import check_mentioned
from briefs.model.edition import Template
from tests.builders import BLOCKS, TEMPLATES, front, write_project
from tests.check.builders import TEMPLATE
from tests.compose.builders import harbour_library
from tests.projects import problems

BOTH = frozenset({"captains", "clerks"})


def said(folder: Path, facts: str, audiences: Set[str] = BOTH, template: Template = TEMPLATE) -> list[str]:
    """What is wrong with what these blocks say of captains."""
    subject = AudienceToCheck(template, harbour_library(folder, {"fact": facts}), audiences)
    return [str(found) for found in check_mentioned(subject)]


def test_an_audience_that_no_block_names_is_told_so_once(tmp_path: Path) -> None:
    mates = {"mates": front("mates") + '## Issue\n\n{{ statements("fact.timetable") }}\n'}
    lists = {"lists": front("mates", product="list", code="LST") + '## Issue\n\n{{ statements("fact.timetable") }}\n'}
    root = write_project(tmp_path, templates={**TEMPLATES, **mates, **lists})
    assert problems(root) == [
        'templates/lists.md:2: warning: no block says how much "mates" needs it, so all of them are `could` '
        "[audience-unmentioned]\n"
        "  hint: say in the blocks that matter most what they are for it: must, should, could or never\n"
        "    audiences: {mates: must}"
    ]


@pytest.mark.parametrize("audiences", ["{clerks: never, captains: could}", "{captains: must}"])
def test_one_block_is_enough(tmp_path: Path, audiences: str) -> None:
    assert said(tmp_path, BLOCKS["fact"].replace("{captains: must}", audiences)) == []


def test_blocks_that_name_no_audience_at_all_are_all_alike_on_purpose(tmp_path: Path) -> None:
    assert said(tmp_path, BLOCKS["fact"].replace("    audiences: {captains: must}\n", "")) == []


def test_a_misspelt_audience_is_not_also_one_that_is_never_named(tmp_path: Path) -> None:
    other = BLOCKS["fact"].replace("{captains: must}", "{clerks: must}")
    assert len(said(tmp_path, other)) == 1
    assert said(tmp_path, other, {"captains"}) == []


def test_blocks_that_cannot_be_read_may_name_it(tmp_path: Path) -> None:
    wrong = BLOCKS["fact"].replace("audiences: {captains", "audience: {captains")
    root = write_project(tmp_path, blocks={**BLOCKS, "fact": wrong})
    assert [line for one in problems(root) if "audience-unmentioned" in (line := one)] == []
