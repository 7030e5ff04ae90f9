"""Both sides of a matter in dispute are heard in its wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.builders import wrong_blocks

KEEPERS = "Most keepers agreed … waiting at the quay."
ONE = "One keeper saw no need for it"
PUBLISH = "Some keepers asked whether … tides & currents."
BLOCK = f"""kind: contradiction
blocks:
  - id: con.tides
    question: A timetable or none?
    headed: true
    anchor: ["{KEEPERS}", "{ONE}"]
    one_side:
      anchor: "{KEEPERS}"
      short: Most keepers agreed that a timetable would reduce waiting
    other_side:
      anchor: "{ONE}"
      short: One keeper saw no need for it
    short: %s
"""


@pytest.mark.parametrize(
    "short", ["Most keepers agreed that a timetable would reduce waiting.", "One keeper saw no need for it."]
)
def test_wording_of_one_side_is_doubtful(tmp_path: Path, short: str) -> None:
    assert (
        'seeds/harbour/blocks/contradiction.yaml:13: warning: short of "con.tides" speaks of one side only'
        in wrong_blocks(tmp_path, {"contradiction": BLOCK % short})
    )


def test_wording_of_both_sides_is_not(tmp_path: Path) -> None:
    short = "Most keepers agreed that a timetable would reduce waiting; one saw no need for it."
    assert "one side" not in wrong_blocks(tmp_path, {"contradiction": BLOCK % short})


def test_a_side_passed_over_for_another_passage_is_missed(tmp_path: Path) -> None:
    block = BLOCK.replace(f'"{ONE}"]', f'"{ONE}", "{PUBLISH}"]')
    short = "Most keepers agreed that it would reduce waiting; some asked whether the board should publish the tides."
    assert "speaks of one side only" in wrong_blocks(tmp_path, {"contradiction": block % short})


def test_a_reason_settles_it(tmp_path: Path) -> None:
    block = BLOCK % "One keeper saw no need for it." + "    says_more: The caption has the other side.\n"
    assert "one side" not in wrong_blocks(tmp_path, {"contradiction": block})
