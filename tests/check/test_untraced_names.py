"""Names of edited wording are in the passage that it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.check.untraced_names import untraced_names
from tests.check.builders import IN_BLOCK, wrong_wording

PASSAGE = "Some 40 keepers of twelve harbours met in the Port Authority (PA) of Old-Haven."


@pytest.mark.parametrize(
    ("text", "untraced"),
    [
        ("Keepers of the port authority met.", []),
        ("The keepers met in Old Haven.", []),
        ("The keepers met in New Haven.", ["New"]),
        ("The keepers\u2019 Authority met Mr Smith.", ["Mr", "Smith"]),
        ("They met. Nobody spoke: Silence (Always).", []),
        ("The Pilot Association met.", []),
        ("The Board met.", []),
        ("The Harbour Union met.", ["Union"]),
        ("They paid US$12 to the US.", ["US"]),
        ("It was 2.5 degrees Celsius at 5 MWh.", []),
    ],
)
def test_a_name_is_in_the_passage_or_is_known(text: str, untraced: list[str]) -> None:
    assert untraced_names(text, PASSAGE, {"PA": "Pilot Association", "HU": "Harbour Union"}, ("Board",)) == untraced


def test_a_name_that_the_passage_does_not_have_is_reported(tmp_path: Path) -> None:
    assert wrong_wording(tmp_path, "short: Keepers in Norway agreed.") == (
        f'{IN_BLOCK} short of "fact.a" has the name "Norway", which is not in its passage [name-untraced]\n'
        "  hint: add an anchor for the passage that has it, or add it to `known_names` in report.yaml"
    )
