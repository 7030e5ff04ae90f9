"""What one participant said is not given to participants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefs.check.lone_speakers import check_lone_speakers
from briefs.check.subjects import WordingToCheck, edited_wording
from tests.builders import RULES
from tests.check.builders import ANCHOR
from tests.compose.builders import harbour_library

PASSAGE = (
    "Participants differed widely on the pier. One participant would light the quay at night. "
    "Brighter lamps could then guide the bicycles. Several participants asked for bells."
)


def _wording(folder: Path, text: str, more: str = "") -> WordingToCheck:
    blocks = f"kind: fact\nblocks:\n  - id: fact.a\n    {ANCHOR}\n    short: Most keepers agreed.\n{more}"
    (wording,) = edited_wording(harbour_library(folder, {"fact": blocks}), RULES)
    return replace(wording, text=text, passage=PASSAGE)


@pytest.mark.parametrize(
    "text",
    [
        "In the view of participants, the quay needs light at night.",
        "For participants, brighter lamps could guide the bicycles.",
    ],
)
def test_a_view_of_one_given_to_participants_is_doubtful(tmp_path: Path, text: str) -> None:
    (found,) = check_lone_speakers(_wording(tmp_path, text))
    assert found.message == 'short of "fact.a" speaks of participants, but its passage says it of "One participant"'
    settled = _wording(tmp_path / "settled", text, "    says_more: Two more agreed in chapter II.\n")
    assert list(check_lone_speakers(settled)) == []


@pytest.mark.parametrize(
    "text",
    [
        "One participant would light the quay at night.",
        "For participants, the pier is a matter on which they differed widely.",
        "In the view of participants, bells are needed.",
        "Brighter lamps could guide the bicycles.",
    ],
)
def test_a_view_of_one_or_of_several_as_the_passage_has_it_is_not(tmp_path: Path, text: str) -> None:
    assert list(check_lone_speakers(_wording(tmp_path, text))) == []
