"""Blocks that must be in a brief, and pairs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.check.coverage import check_coverage
from briefs.model.document import FormRef, List, Note
from tests.builders import BLOCKS
from tests.check.builders import AT, brief, to_check, wrong_brief
from tests.check.test_one_sided import BLOCK as IN_DISPUTE
from tests.compose.builders import harbour_library
from tests.render.builders import item, paragraph, text, unit

PAIR = {**BLOCKS, "fact": BLOCKS["fact"] + "    with: rec.tides\n"}


def test_a_block_that_must_be_there_is_missed_unless_there_was_no_room(tmp_path: Path) -> None:
    library = harbour_library(tmp_path)
    assert wrong_brief(brief(), library) == (
        f'{AT} "fact.timetable" is a must for captains but is not in the brief [must-missing]\n'
        "  hint: print it, or change its audiences in seeds/harbour/blocks/fact.yaml:7"
    )
    without_room = replace(to_check(brief(), library), left_out=frozenset({"fact.timetable"}))
    assert list(check_coverage(without_room)) == []


def test_half_of_a_pair_is_reported(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, PAIR)
    both = (item("a", unit("u1", "fact.timetable")), item("b", unit("u2", "fact.bicycles")))
    assert wrong_brief(brief(List(both)), library) == (
        f'{AT} "fact.bicycles" is in the brief without "rec.tides" [pair-broken]\n'
        "  hint: print both or neither; as a note is enough (seeds/harbour/blocks/fact.yaml:10)"
    )
    assert wrong_brief(brief(List((*both, item("c", unit("u3", "rec.tides"))))), library) == ""
    note = Note("rec.tides", unit("u3", "rec.tides"), text("c"))
    assert wrong_brief(brief(List(both), notes=(note,)), library) == ""


def test_what_an_audience_must_have_is_in_its_brief_and_not_in_each_of_its_products(tmp_path: Path) -> None:
    checklist = replace(brief(), product="checklist")
    assert wrong_brief(checklist, harbour_library(tmp_path)) == ""


def test_the_blocks_that_a_figure_is_drawn_from_are_printed_with_it(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, PAIR)
    drawn = replace(unit("u1", "fig.quay"), parts=("fact.timetable", "fact.bicycles"))
    found = check_coverage(to_check(brief(paragraph("a", drawn)), library))
    assert [problem.code for problem in found] == ["pair-broken"]
    whole = replace(drawn, parts=(*drawn.parts, "rec.tides"))
    assert wrong_brief(brief(paragraph("a", whole)), library) == ""


def test_one_side_of_a_dispute_is_not_printed_alone(tmp_path: Path) -> None:
    library = harbour_library(tmp_path, {"contradiction": IN_DISPUTE % "Most agreed; one saw no need."})

    def found(*fields: str) -> list[str]:
        owner = replace(unit("u1", "con.tides"), forms=tuple(FormRef("con.tides", field) for field in fields))
        return [problem.message for problem in check_coverage(to_check(brief(paragraph("a", owner)), library))]

    assert found("one_side.short") == ['one_side of "con.tides" is in the brief without other_side']
    assert found("other_side") == ['other_side of "con.tides" is in the brief without one_side']
    assert found("one_side.short", "other_side") == []
    assert found("one_side.short", "short") == []
