"""What people have written for the briefs of one report, whatever of it cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from briefs.model.brief_key import BriefKey
from briefs.model.limits import LARGEST_OTHER
from briefs.pipeline import Project
from briefs.pipeline.sources import Sources, read_sources
from tests.builders import HOUSE, write_project


def sources_of(root: Path) -> Sources:
    return read_sources(Project(root)).value


def codes(root: Path) -> list[str]:
    return sorted(problem.code for problem in read_sources(Project(root)).problems)


def test_a_project_without_mistakes_is_read_without_problems(tmp_path: Path) -> None:
    read = read_sources(Project(write_project(tmp_path)))
    assert read.problems == ()
    assert sorted(read.value.templates) == [BriefKey("captains"), BriefKey("clerks")]
    assert (read.value.unreadable, read.value.house_lacks) == (frozenset(), frozenset())


def test_what_cannot_be_read_hides_no_mistakes_in_anything_else(tmp_path: Path) -> None:
    root = write_project(tmp_path, report=None, house="issuer: x\n", templates={"captains": "no front matter"})
    (root / "templates/quay").mkdir()
    (root / "templates/quay/clerks.md").touch()
    sources = sources_of(root)
    assert (sources.report, sources.house.house.issuer, sources.audiences) == (None, "x", frozenset({"captains"}))
    assert {"date", "language"} <= sources.house_lacks
    assert {"report-missing", "field-missing", "front-matter", "report-unknown"} <= set(codes(root))


def test_blocks_are_not_read_yet(tmp_path: Path) -> None:
    assert codes(write_project(tmp_path, blocks={"fact": "kind: fish\nblocks: []\n"})) == []


def test_a_block_template_that_cannot_be_read_is_missed(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates/blocks/asks.html").write_text("no front matter")
    assert codes(root) == ["front-matter"]
    assert sources_of(root).unreadable == {"asks"}


def test_two_briefs_cannot_have_one_reference_number(tmp_path: Path) -> None:
    root = write_project(tmp_path, house=HOUSE.replace("HB/{code}", "HB/{version}"))
    (only,) = read_sources(Project(root)).problems
    assert str(only) == (
        'templates/house.yaml:3: error: "reference": "HB/{version}" is one number for 2 documents [field-invalid]\n'
        "  hint: write\n    reference: HB/{version}/{code}"
    )
    (root / "templates/clerks.md").unlink()
    assert read_sources(Project(root)).problems == ()


def test_a_file_that_is_too_large_is_told_once_with_the_limit_of_its_reader(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    os.truncate(root / "templates/house.yaml", LARGEST_OTHER + 1)
    told = [problem for problem in read_sources(Project(root)).problems if problem.place.path == "templates/house.yaml"]
    assert [problem.message for problem in told] == ["it has 256.0 MB, and no more than 10 MB are read"]


def test_templates_in_a_folder_that_is_not_read_are_not_said_to_be_missing(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (root / "templates/harbour").symlink_to(tmp_path / "elsewhere")
    told = [str(problem.place) for problem in read_sources(Project(root)).problems if problem.code == "file-missing"]
    assert told == []
    assert codes(root) == ["file-unreadable"]
