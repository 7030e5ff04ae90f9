"""How briefs would fit, found without building them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.model.unknown_name import UnknownName
from briefs.pipeline import Order, Project, fits
from tests.builders import CAPTAINS, CLERKS, TEMPLATES, front, write_project
from tests.projects import run


def test_each_brief_is_tried_in_the_order_asked_for(tmp_path: Path) -> None:
    project = Project(write_project(tmp_path))
    tried = fits(Order(project, ("clerks", "captains")))
    assert [(one.report, one.fit.audience, one.words) for one in tried.value] == [
        ("harbour", "clerks", None),
        ("harbour", "captains", None),
    ]
    assert tried.problems == ()
    assert not (tmp_path / "build").exists()


def test_other_pages_and_words_may_be_asked_for(tmp_path: Path) -> None:
    templates = {**TEMPLATES, "captains": front("captains", words=900) + CAPTAINS}
    project = Project(write_project(tmp_path, templates=templates))
    assert [one.words for one in fits(Order(project)).value] == [900, None]
    tried = fits(Order(project, ("captains",)), pages=3, words=1)
    assert [(one.fit.budget, one.words) for one in tried.value] == [(3, 1)]
    assert [problem.code for problem in tried.problems] == ["over-words"]


def test_what_is_wrong_with_inputs_is_raised_and_an_unknown_audience_is_named_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path, templates={"clerks": front("clerks") + CLERKS + "Ferries are late.\n"})
    with pytest.raises(DocumentError):
        fits(Order(Project(root)))
    with pytest.raises(UnknownName):
        fits(Order(Project(root), ("pilots",)))
    for command in ("fit", "build"):
        with pytest.raises(SystemExit):
            run(root, command, "--audience", "pilots")
        assert capsys.readouterr().err.endswith('error: unknown audience "pilots"; known audiences: clerks\n')


def test_programs_are_told_how_a_brief_fits_and_what_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path)
    assert run(root, "fit", "--audience", "captains", "--words", "1", "--json") == 1
    printed = json.loads(capsys.readouterr().out)
    assert [brief["audience"] for brief in printed["briefs"]] == ["captains"]
    assert [problem["code"] for problem in printed["diagnostics"]] == ["over-words"]
