"""Blocks by audience, with their fate; points that reach nobody; gaps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefs.audit.audit import BlockRow, FittedBrief, Gap
from briefs.audit.block_fates import block_rows, gaps, unreached_points
from briefs.model.brief_key import BriefKey
from briefs.model.document import Unit
from briefs.model.fit import Fate
from briefs.model.library import Library
from tests.builders import BLOCKS, forms, write_project
from tests.projects import inputs_of
from tests.render.builders import document, paragraph, section

POINT = """kind: summary_point
blocks:
  - id: es.1
    number: "1"
    group: Findings
    anchor: Some keepers asked whether … tides & currents
  - id: es.2
    number: "2"
    group: Findings
    anchor: Ferries that share … carry more bicycles
"""


def library(tmp_path: Path) -> Library:
    return inputs_of(write_project(tmp_path, blocks={**BLOCKS, "summary_point": POINT})).library


def brief(
    *names: str, audience: str = "captains", left_out: tuple[str, ...] = (), product: str = "brief"
) -> FittedBrief:
    """A brief that prints the forms called so, each as a unit."""
    units = [
        paragraph("Words.", Unit(f"u{at}", f"u{at}", (form.block,), at, forms=(form,)))
        for at, form in enumerate(forms(*names), 1)
    ]
    made = replace(document(section(*units)), audience=audience)
    fates = tuple(
        Fate(f"x/{name}", "u9", (name,), (), "Issue", 2.0, "could", "left out", "could, cut 3") for name in left_out
    )
    return FittedBrief(BriefKey(audience, product), made, fates, 1, 1, "templates/captains.md")


def fates(row: BlockRow) -> list[tuple[str, str]]:
    return [(one.audience, one.fate) for one in row.fates]


def test_each_block_has_its_fate_for_each_audience(tmp_path: Path) -> None:
    briefs = [
        brief("fact.timetable/short", left_out=("fact.bicycles",)),
        brief("fact.timetable/verbatim", product="checklist"),
        brief("fact.bicycles/verbatim", audience="clerks"),
    ]
    rows = {row.block: row for row in block_rows(library(tmp_path), briefs, ("captains", "clerks"))}
    assert fates(rows["fact.timetable"]) == [("captains", "printed"), ("clerks", "not asked for")]
    assert [(one.product, one.forms, one.number) for one in rows["fact.timetable"].fates[0].printings] == [
        ("brief", ("short",), 1),
        ("checklist", ("verbatim",), 1),
    ]
    assert fates(rows["fact.bicycles"]) == [("captains", "left out"), ("clerks", "printed")]
    assert rows["fact.bicycles"].fates[0].reason == "left out for lack of room (could, cut 3)"
    assert fates(rows["rec.tides"]) == [("captains", "not asked for"), ("clerks", "excluded")]
    assert rows["fact.timetable"].text == "Most keepers agreed that a shared timetable would reduce waiting."
    assert rows["fact.timetable"].place == "seeds/harbour/blocks/fact.yaml:3"


def test_points_that_reach_nobody_say_which_blocks_carry_their_passage(tmp_path: Path) -> None:
    drawn = library(tmp_path)
    rows = block_rows(drawn, [brief("fact.bicycles/verbatim")], ("captains",))
    assert [(one.row.block, one.carried_by) for one in unreached_points(rows, drawn)] == [
        ("rec.tides", ()),
        ("es.1", ()),
        ("es.2", ("fact.bicycles",)),
    ]
    rows = block_rows(drawn, [brief("es.1/verbatim", "es.2/verbatim", "rec.tides/ask")], ("captains",))
    assert unreached_points(rows, drawn) == ()


def test_gaps_are_musts_that_are_not_printed_and_kinds_that_only_others_have(tmp_path: Path) -> None:
    briefs = [brief("fact.bicycles/verbatim"), brief("rec.tides/ask", audience="clerks")]
    rows = block_rows(library(tmp_path), briefs, ("captains", "clerks"))
    assert gaps(rows, ("captains", "clerks")) == (
        Gap("captains", "must", "fact.timetable", "not asked for"),
        Gap("captains", "kind", "recommendation", "printed for clerks"),
        Gap("clerks", "kind", "fact", "printed for captains"),
    )
