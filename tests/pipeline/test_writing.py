"""`build/` holds what was built, the Document of each brief, and a manifest that lists both."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from tests.builders import contents, write_project
from tests.projects import built


def test_all_that_is_written_is_listed_and_told(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    made = built(root, formats=("html", "docx"), output=root / "build")
    manifest = json.loads((root / "build" / "manifest.json").read_bytes())
    listed = {entry["path"] for name in ("files", "editions") for entry in manifest[name]}
    assert {path.relative_to(root / "build").as_posix() for path in made.written} == {*listed, "manifest.json"}
    assert set(contents(root / "build")) == {*listed, "manifest.json"}


def test_nothing_is_written_without_a_folder_to_write_to(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert built(root, formats=("html",)).written == ()
    assert not (root / "build").exists()


def test_an_edition_is_kept_once_whatever_formats_it_is_built_in(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    for formats in (("html",), ("docx",)):
        built(root, "clerks", formats=formats, output=root / "build")
    (edition,) = json.loads((root / "build" / "manifest.json").read_bytes())["editions"]
    assert edition["path"] == "editions/HB-CLE_0.1_draft.json.gz"


@pytest.mark.parametrize("folder", ["seeds", "templates/layout", "."])
def test_nobody_can_build_over_what_briefs_are_made_from(tmp_path: Path, folder: str) -> None:
    root = write_project(tmp_path)
    before = contents(root)
    with pytest.raises(BriefsError, match=r"is part of what briefs are made from|holds the project"):
        built(root, formats=("html",), output=root / folder)
    assert contents(root) == before
