"""Copies of projects in which proposals are tried."""

from __future__ import annotations

from pathlib import Path

from briefs.pipeline.order import Project
from briefs.pipeline.project_copy import project_copy
from tests.builders import contents, write_project

FACTS = "seeds/harbour/blocks/fact.yaml"


def test_a_copy_is_changed_and_restored_while_the_project_stays_as_it_is(tmp_path: Path) -> None:
    write_project(tmp_path)
    before = contents(tmp_path)
    with project_copy(Project(tmp_path)) as copy:
        copied = copy.project.root
        assert {path: content for path, content in contents(copied).items() if before[path] != content} == {}
        copy.change({FACTS: b"kind: fact\n"})
        assert (copied / FACTS).read_bytes() == b"kind: fact\n"
        copy.change({"templates/house.yaml": b"issuer: x\n"})
        assert (copied / FACTS).read_bytes() == before[FACTS]
        assert (copied / "templates/house.yaml").read_bytes() == b"issuer: x\n"
    assert not copied.exists()
    assert contents(tmp_path) == before


def test_a_copy_is_of_the_report_that_is_asked_for(tmp_path: Path) -> None:
    write_project(tmp_path)
    other = tmp_path / "seeds" / "other"
    other.mkdir()
    (other / "report.yaml").write_text("title: Other\n", encoding="utf-8")
    with project_copy(Project(tmp_path, "harbour")) as copy:
        assert copy.project.reports() == ["harbour"]
        assert copy.project.copied is not None
        assert copy.project.copied.root == copy.original == tmp_path
