"""A file is known by its content, or by its name if somebody has edited it, even under the name it was moved to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.output.built_files import built_file
from tests.output.builders import entry, manifest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What two builds have left: b.docx replaced a.docx, which was sent out before."""
    (tmp_path / "b.docx").write_text("two")
    (tmp_path / "a.docx").write_text("one")
    listed = manifest()
    listed["files"] = [{**entry("b.docx", "two"), "units": [], "tables": {}}]
    listed["superseded"] = [entry("a.docx", "one")]
    (tmp_path / "manifest.json").write_text(json.dumps(listed))
    return tmp_path


def test_a_file_that_nobody_changed_is_as_it_was_built(folder: Path) -> None:
    found = built_file(folder / "b.docx")
    assert (found.entry["path"], found.differs, found.stale) == ("b.docx", False, "")


@pytest.mark.parametrize("name", ["b.docx", "b (edited).docx", "b (edited 12).docx"])
def test_a_file_that_was_changed_differs_under_each_of_its_names(folder: Path, name: str) -> None:
    (folder / name).write_text("mine")
    found = built_file(folder / name)
    assert (found.entry["path"], found.differs) == ("b.docx", True)


def test_a_file_that_was_only_renamed_does_not_differ(folder: Path) -> None:
    (folder / "sent.docx").write_text("two")
    assert not built_file(folder / "sent.docx").differs


def test_a_file_of_an_earlier_build_is_out_of_date(folder: Path) -> None:
    assert built_file(folder / "a.docx").stale == "b.docx has replaced it"


def test_a_file_that_no_build_made_is_told_so(folder: Path) -> None:
    (folder / "c (edited).docx").write_text("mine")
    with pytest.raises(BriefsError, match="is not in the manifest"):
        built_file(folder / "c (edited).docx")
