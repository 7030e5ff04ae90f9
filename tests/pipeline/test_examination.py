"""What the briefs of one report are made from, with everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline import Project
from briefs.pipeline.examination import examine, prepare
from tests.builders import HINTS, HOUSE, write_project


def test_it_goes_on_without_a_house_and_preparing_does_not(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path, house=HOUSE.replace("2010-05-04", "today")))
    examined = examine(project)
    assert [problem.code for problem in examined.problems] == ["field-invalid"]
    assert examined.value.found == examined.problems
    assert (examined.value.is_complete, set(examined.value.lacks.of_house)) == (False, {"date"})
    with pytest.raises(DocumentError):
        prepare(project)


def test_a_heading_that_the_report_lacks_is_the_only_mistake_although_anchors_are_below_it(tmp_path: Path) -> None:
    root = write_project(tmp_path, hints=HINTS.replace("text: Steps", "text: Stairs"))
    block = root / "seeds/harbour/blocks/recommendation.yaml"
    anchor = "anchor: {text: The board should publish the tides each week, in: II}"
    text = block.read_text(encoding="utf-8").replace("anchor: The board should publish the tides each week", anchor)
    block.write_text(text, encoding="utf-8")
    assert [problem.code for problem in examine(Project(root)).problems] == ["hint-not-found"]
