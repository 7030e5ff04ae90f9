"""What briefs of one report are made from, and what keeps it from being read at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import DocumentError
from briefs.pipeline import Project, read_inputs
from tests.builders import HINTS, write_project
from tests.projects import inputs_of


def codes(root: Path) -> list[str]:
    with pytest.raises(DocumentError) as raised:
        read_inputs(Project(root))
    return [problem.code for problem in raised.value.diagnostics]


def test_a_project_without_mistakes_is_read_without_problems(tmp_path: Path) -> None:
    read = read_inputs(Project(write_project(tmp_path)))
    assert read.problems == ()
    assert read.value.name == "harbour"
    assert sorted(read.value.templates) == ["captains", "clerks"]
    assert read.value.is_composable


def test_what_the_report_says_it_covers_comes_before_what_the_house_says(tmp_path: Path) -> None:
    root = write_project(tmp_path, hints=HINTS + "as_at: Covers the winter of 2010.\n")
    assert inputs_of(root).house.as_at == "Covers the winter of 2010."


def test_without_a_report_all_else_that_is_wrong_is_told_too(tmp_path: Path) -> None:
    root = write_project(tmp_path, report=None, house="issuer: x\n", blocks={"fact": "kind: fish\nblocks: []\n"})
    found = codes(root)
    assert {"report-missing", "field-missing", "kind-unknown"} <= set(found)


def test_without_a_house_the_wording_of_blocks_is_checked_all_the_same(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates" / "house.yaml").unlink()
    facts = root / "seeds/harbour/blocks/fact.yaml"
    facts.write_text(facts.read_text().replace("Most keepers agreed that a shared", "All keepers agreed that 9 shared"))
    assert {"file-missing", "number-untraced", "strength-upgraded"} <= set(codes(root))


def test_a_block_template_that_cannot_be_read_makes_no_call_of_it_wrong(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates/blocks/asks.html").write_text("no front matter")
    read = read_inputs(Project(root))
    assert [problem.code for problem in read.problems] == ["front-matter"]
    assert not read.value.is_composable
