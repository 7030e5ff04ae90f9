"""What a block shows to be absent is not affirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.check.builders import wrong_wording

ABSENT = "absent: {for: [lighthouse]}"


@pytest.mark.parametrize(
    ("short", "said"),
    [("The report names a lighthouse.", "lighthouse"), ("Most keepers agreed; lighthouses are named.", "lighthouses")],
)
def test_wording_that_affirms_what_a_search_shows_to_be_absent_is_an_error(
    tmp_path: Path, short: str, said: str
) -> None:
    found = wrong_wording(tmp_path, f"short: {short}\n    {ABSENT}")
    assert f'short of "fact.a" says "{said}", which a search of its block shows to be absent [absence-unsaid]' in found


@pytest.mark.parametrize("short", ["The report names no lighthouse.", "Most keepers agreed, without a lighthouse."])
def test_wording_that_says_that_it_is_absent_is_right(tmp_path: Path, short: str) -> None:
    assert "to be absent" not in wrong_wording(tmp_path, f"short: {short}\n    {ABSENT}")
