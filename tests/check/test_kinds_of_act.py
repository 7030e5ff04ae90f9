"""Edited wording makes no agreement of a remark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import RULES
from tests.check.builders import wrong_blocks

PLACE = "seeds/harbour/blocks/fact.yaml:5: error:"


def wrong(folder: Path, short: str, language: str = "en") -> str:
    anchor = "anchor: Some keepers asked whether … tides & currents"
    fact = f"kind: fact\nblocks:\n  - id: fact.a\n    {anchor}\n    short: {short}\n"
    return wrong_blocks(folder, {"fact": fact}, replace(RULES, language=language))


def test_a_higher_kind_of_act_is_reported_with_both_verbs_and_the_passage(tmp_path: Path) -> None:
    assert wrong(tmp_path, "Some keepers decided that the board should publish the tides.") == (
        f'{PLACE} short of "fact.a" says "decided", but its passage says "asked": “Some keepers asked whether the '
        "board should publish the tides & currents” [act-raised]\n"
        "  hint: use the report's own verb for what was said or done"
    )


@pytest.mark.parametrize("verb", ["rejected the idea that", "agreed that", "urged that"])
def test_agreements_rejections_and_demands_are_no_questions(tmp_path: Path, verb: str) -> None:
    assert "[act-raised]" in wrong(tmp_path, f"Some keepers {verb} the board should publish the tides.")


def test_an_act_of_the_same_kind_is_right(tmp_path: Path) -> None:
    assert wrong(tmp_path, "Some keepers wondered whether the board should publish the tides.") == ""
    assert wrong(tmp_path, "Some keepers decided that the board should publish the tides.", "xx") == ""
