"""Editions are kept in the build and beside reviews: a lost build takes none of the latter with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefs.model.answer import Answers
from briefs.model.archive import read_edition
from briefs.pipeline.kept_library import kept_library
from briefs.pipeline.redline_editions import ANY, named_edition
from briefs.review.kept_answers import returned_file
from tests.reviewed import keep_answers_to

OLD, NEW = "HB/CAP 1.0 cleared", "HB/CAP 1.1 cleared"


@pytest.fixture
def project(cleared_harbour: Path, tmp_path: Path) -> Path:
    """A project that has cleared two editions for captains, and has had a copy of the first one back."""
    root = Path(shutil.copytree(cleared_harbour, tmp_path / "project", symlinks=True))
    seen = read_edition((root / "build" / "editions" / "HB-CAP_1.0_cleared.json.gz").read_bytes()).document
    keep_answers_to(root, "harbour", seen, [returned_file(Answers("a.docx", "a" * 64))])
    return root


def identifiers(build: Path | None, root: Path | None) -> set[str]:
    return {one.identifier for one, _ in kept_library(build, root).all()}


def test_an_edition_beside_a_review_survives_the_build(project: Path) -> None:
    build = project / "build"
    listed = kept_library(build, project)
    assert identifiers(build, project) >= {OLD, NEW}
    assert len(listed.editions) == len(kept_library(build, None).editions)
    shutil.rmtree(build / "editions")
    assert identifiers(build, project) == {OLD}
    shutil.rmtree(build)
    assert identifiers(build, project) == {OLD}
    assert identifiers(None, None) == set()
    assert named_edition("1.0", build, ANY, project).document.properties.identifier == OLD


def test_what_is_damaged_or_has_another_name_is_no_edition(project: Path) -> None:
    (kept,) = (project / "reviews").glob("*/edition-*")
    shutil.rmtree(project / "build")
    kept.with_name("edition-00000000.json.gz").write_bytes(kept.read_bytes())
    assert len(kept_library(None, project).editions) == 1
    kept.write_bytes(kept.read_bytes()[:50])
    assert kept_library(None, project).editions == []
