"""The reference document of one brief."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.pipeline.order import Project
from briefs.pipeline.sources import read_sources
from briefs.pipeline.word_references import word_reference
from tests.builders import CAPTAINS, front, write_project


def _reference(root: Path) -> bytes:
    sources = read_sources(Project(root)).value
    return word_reference(sources.project, sources.templates[BriefKey("captains")], sources.house.house)


def test_without_one_it_is_the_starter(tmp_path: Path) -> None:
    root = write_project(tmp_path, templates={"captains": front("captains") + CAPTAINS})
    assert _reference(root).startswith(b"PK")


def test_one_that_is_named_and_missing_is_said_at_its_line(tmp_path: Path) -> None:
    root = write_project(tmp_path, templates={"captains": front("captains", reference="other.docx") + CAPTAINS})
    with pytest.raises(DocumentError) as raised:
        _reference(root)
    (problem,) = raised.value.diagnostics
    assert problem.code == "file-missing"
    assert problem.place.path.endswith("captains.md")
