"""Where the fields of the house are written."""

from __future__ import annotations

from pathlib import Path

from briefs.pipeline import Project
from briefs.pipeline.house_places import house_place
from tests.builders import HOUSE, write_project


def test_a_field_that_is_not_there_has_the_place_of_the_one_around_it(tmp_path: Path) -> None:
    house = HOUSE.replace("offices: [Policy]", "offices:\n  - Policy")
    project = Project(write_project(tmp_path, house=house))
    assert str(house_place(project, "offices")) == "templates/house.yaml:11"
    assert str(house_place(project, "offices", "more")) == "templates/house.yaml:11"
    assert str(house_place(project, "logo", "file")) == "templates/house.yaml:1"
