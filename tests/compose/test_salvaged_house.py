"""What stands for a house that cannot be read."""

from __future__ import annotations

from pathlib import Path

from briefs.compose.salvaged_house import salvaged_house
from tests.builders import HOUSE


def test_good_fields_are_kept_and_something_stands_for_the_others(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE.replace("2010-05-04", "today").replace("offices: [Policy]", "offices: [Policy"))
    found = salvaged_house(path, tmp_path / "own.yaml", None, tmp_path)
    house = found.layered.house
    assert (house.issuer, house.language, house.offices) == ("Harbour Board", "en-GB", ())
    assert "date" in found.lacks
    assert house.date.year == 2000
    assert str(found.layered.place("issuer")) == "house.yaml:1"


def test_the_house_of_the_report_counts_over_the_general_one(tmp_path: Path) -> None:
    general, own = tmp_path / "a.yaml", tmp_path / "b.yaml"
    general.write_text(HOUSE)
    own.write_text("issuer: Quay Board\n")
    found = salvaged_house(general, own, None, tmp_path)
    assert (found.layered.house.issuer, found.lacks) == ("Quay Board", frozenset())


def test_without_a_file_everything_stands_in(tmp_path: Path) -> None:
    found = salvaged_house(tmp_path / "house.yaml", tmp_path / "own.yaml", None, tmp_path)
    assert {"language", "version", "date"} <= found.lacks
