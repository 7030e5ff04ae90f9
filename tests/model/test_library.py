"""Blocks as drawn, and what of the report each form rests on."""

from __future__ import annotations

from briefs.model.block import Benefit
from briefs.model.diagnostics import Place
from briefs.model.library import Drawn, Extract

ANCHOR, SECOND, BASIS = (Extract("I ¶ 1", "I ¶1", (1,), at, at + 4, f"Words {at}.") for at in (0, 10, 20))

BLOCK = Benefit.model_validate(
    {
        "kind": "benefit",
        "id": "ben.states",
        "anchor": ["first words of it", "second words of it"],
        "short": "Words.",
        "beneficiary": "States",
        "sort": "direct",
        "basis": {"anchor": "what it rests on"},
    }
)
DRAWN = Drawn(BLOCK, Place("benefit.yaml", 3), {"anchor": (ANCHOR, SECOND), "basis": (BASIS, ANCHOR)}, {"short": 5})


def test_a_form_without_anchors_rests_on_those_of_its_passage_or_block() -> None:
    assert DRAWN.id == "ben.states"
    assert DRAWN.resting_on("short") == (ANCHOR, SECOND)
    assert DRAWN.resting_on("basis.short") == (BASIS, ANCHOR)


def test_each_place_counts_once() -> None:
    assert tuple(DRAWN.all_extracts()) == (ANCHOR, SECOND, BASIS)


def test_the_reports_own_words_stand_side_by_side() -> None:
    assert DRAWN.verbatim() == "Words 0. Words 10."
    assert DRAWN.verbatim("basis") == "Words 20. Words 0."
    assert DRAWN.verbatim("outcome") == ""


def test_a_field_is_found_by_its_line_and_else_by_that_of_the_block() -> None:
    assert DRAWN.place_of("short") == Place("benefit.yaml", 5)
    assert DRAWN.place_of("ask") == Place("benefit.yaml", 3)
