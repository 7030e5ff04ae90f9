"""The wording that checks look at, with the passages that it rests on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.subjects import edited_wording
from briefs.model.library import Library
from tests.builders import RULES
from tests.check.builders import wrong_blocks
from tests.compose.builders import harbour_library

BENEFIT = """kind: benefit
blocks:
  - id: ben.a
    sort: direct
    beneficiary: All
    anchor: The board should publish the tides each week
    basis: {anchor: should count the bicycles in 2011, short: It should count 2011 bicycles.}
    short: {text: In 2012., anchor: again in the spring of 2012}
    lead: In 2011
"""


def test_each_wording_rests_on_its_own_anchors_or_on_those_of_its_block(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"benefit": BENEFIT})
    assert [(wording.field, wording.text, wording.passage) for wording in edited_wording(library, RULES)] == [
        ("lead", "In 2011", "The board should publish the tides each week"),
        ("short", "In 2012.", "again in the spring of 2012"),
        ("basis.short", "It should count 2011 bicycles.", "should count the bicycles in 2011"),
    ]


def test_wording_is_held_against_its_own_passage_and_no_other(tmp_path: Path) -> None:
    assert wrong_blocks(tmp_path, {"benefit": BENEFIT}) == (
        'seeds/harbour/blocks/benefit.yaml:9: error: lead of "ben.a" says 2011, but its passage does not '
        "[number-untraced]\n  hint: add an anchor for the passage that says it"
    )


def test_wording_without_a_passage_is_left_out(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    drawn = replace(library.blocks["fact.timetable"], extracts={"anchor": ()})
    assert list(edited_wording(Library(library.report, {drawn.id: drawn}), RULES)) == []


def test_conflicts_are_left_out_since_they_are_not_printed(tmp_path: Path) -> None:
    conflict = """kind: conflict
blocks:
  - {id: cfl.a, point: Whether to share, printed: both, short: In 1999., anchor: Most keepers agreed that a shared}
"""
    assert list(edited_wording(harbour_library(tmp_path, {"conflict": conflict}), RULES)) == []


def test_wrong_wording_is_reported_on_the_line_of_its_field(tmp_path: Path) -> None:
    text = """kind: contradiction
blocks:
  - id: con.a
    question: Whether to share
    headed: false
    anchor: Most keepers agreed … at the quay
    one_side:
      anchor: Most keepers agreed … at the quay
      short:
        text: >-
          Most of twelve
          keepers agreed.
    other_side: {anchor: One keeper saw no need,
                 short: Nine saw none.}
    short: {anchor: One keeper saw no need, text: Next spring.}
"""
    assert wrong_blocks(tmp_path, {"contradiction": text}).splitlines()[::2] == [
        'seeds/harbour/blocks/contradiction.yaml:15: warning: short of "con.a" speaks of one side only, but its block '
        "has two that differ [sense-doubtful]",
        'seeds/harbour/blocks/contradiction.yaml:15: error: short of "con.a" has the relative date "next spring" '
        "[relative-date]",
        'seeds/harbour/blocks/contradiction.yaml:10: error: one_side.short of "con.a" says twelve, '
        "but its passage does not [number-untraced]",
        'seeds/harbour/blocks/contradiction.yaml:14: error: other_side.short of "con.a" says Nine, '
        "but its passage does not [number-untraced]",
    ]
