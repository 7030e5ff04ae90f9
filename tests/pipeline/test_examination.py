"""What the briefs of one report are made from, with everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline import Project
from briefs.pipeline.examination import examine, prepare
from tests.builders import HOUSE, write_project


def test_it_goes_on_without_a_house_and_preparing_does_not(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path, house=HOUSE.replace("2010-05-04", "today")))
    examined = examine(project)
    assert [problem.code for problem in examined.problems] == ["field-invalid"]
    assert examined.value.found == examined.problems
    assert (examined.value.is_complete, set(examined.value.lacks.of_house)) == (False, {"date"})
    with pytest.raises(DocumentError):
        prepare(project)
