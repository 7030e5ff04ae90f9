"""Kinds of block that a brief must contain."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from pathlib import Path

from briefs.check.required_kinds import check_required_kinds
from tests.builders import BLOCKS
from tests.check.builders import TEMPLATE, brief, to_check
from tests.compose.builders import harbour_library
from tests.render.builders import paragraph, unit

AT = "templates/captains.md:10: error:"


def said(folder: Path, *contains: str, left_out: Set[str] = frozenset(), is_fitted: bool = True) -> list[str]:
    """What is wrong with a brief that prints a fact and should contain these kinds."""
    front = TEMPLATE.front.model_copy(update={"contains": contains})
    template = replace(TEMPLATE, front=front, lines={"contains": 10})
    made = brief(paragraph("Keepers wait.", unit("u1", "fact.timetable")))
    subject = to_check(made, harbour_library(folder, BLOCKS), template=template)
    subject = replace(subject, left_out=left_out, is_fitted=is_fitted)
    return [str(found) for found in check_required_kinds(subject)]


def test_a_kind_that_no_call_prints_is_reported_with_blocks_that_could_be(tmp_path: Path) -> None:
    assert said(tmp_path, "fact", "recommendation") == [
        f"{AT} the brief prints no block of the kind recommendation, which its front matter says it contains "
        "[contents-missing]\n"
        '  hint: no call in the template prints one: print "rec.tides", or take recommendation out of `contains`'
    ]


def test_a_kind_that_was_left_out_for_lack_of_room_is_reported_with_its_blocks(tmp_path: Path) -> None:
    assert said(tmp_path, "recommendation", left_out={"rec.tides"}) == [
        f"{AT} the brief prints no block of the kind recommendation, which its front matter says it contains "
        "[contents-missing]\n"
        '  hint: no room was left for "rec.tides": give it more weight, such as weight="must", or raise the budget'
    ]


def test_a_kind_that_the_report_does_not_have_is_reported(tmp_path: Path) -> None:
    assert said(tmp_path, "benefit") == [
        f"{AT} the brief prints no block of the kind benefit, which its front matter says it contains "
        "[contents-missing]\n"
        "  hint: the report has no block of this kind for captains: take benefit out of `contains`"
    ]


def test_a_brief_that_has_them_or_is_over_its_budget_is_left_alone(tmp_path: Path) -> None:
    assert said(tmp_path, "fact", left_out={"fact.bicycles"}) == []
    assert said(tmp_path, "recommendation", is_fitted=False) == []


def test_a_hint_names_three_blocks_at_most(tmp_path: Path) -> None:
    recommendations = "".join(
        f"  - {{id: rec.a{number}, number: '{number}', theme: Tides, addressees: [the board], "
        "anchor: The board should publish the tides}\n"
        for number in range(4)
    )
    blocks = {**BLOCKS, "recommendation": f"kind: recommendation\nblocks:\n{recommendations}"}
    front = TEMPLATE.front.model_copy(update={"contains": ("recommendation",)})
    subject = to_check(brief(), harbour_library(tmp_path, blocks), template=replace(TEMPLATE, front=front))
    [found] = check_required_kinds(subject)
    assert found.hint == (
        'no call in the template prints one: print "rec.a0", "rec.a1" or "rec.a2", '
        "or take recommendation out of `contains`"
    )
