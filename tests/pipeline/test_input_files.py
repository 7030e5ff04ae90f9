"""What briefs are made from: every file of the project that can change a brief, and nothing else, as it was read."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from briefs.compose.template_files import read_templates
from briefs.model.brief_key import BriefKey
from briefs.pipeline.last_build import remembered_selections
from briefs.pipeline.order import Order, Project
from tests.builders import CAPTAINS, front, write_files, write_project
from tests.projects import built, inputs_of


def test_they_are_its_report_its_templates_and_their_looks_but_nothing_that_is_hidden(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    (root / "templates" / ".captains.md.swp").write_text("x")
    write_files(root / "templates" / "other", {"clerks": "x"}, ".md")
    write_files(root / "templates", {"distribution": "", "recipients": "x"}, ".yaml")
    write_files(root / "seeds" / "harbour", {"recipients": "x"}, ".csv")
    write_files(root / "seeds" / "harbour" / "blocks" / "proposed", {"questions": "kind: question\nblocks:\n"}, ".yaml")
    hashes = inputs_of(root).hashes
    assert {
        "seeds/harbour/report.txt",
        "seeds/harbour/blocks/fact.yaml",
        "templates/captains.md",
        "templates/house.yaml",
        "templates/blocks/asks.html",
        "templates/layout/print.css",
    } <= set(hashes)
    assert not {"templates/.captains.md.swp", "templates/other/clerks.md"} & set(hashes)
    assert not [path for path in hashes if "distribution" in path or "recipients" in path or "proposed" in path]
    report = (root / "seeds/harbour/report.txt").read_bytes()
    assert hashes["seeds/harbour/report.txt"] == hashlib.sha256(report).hexdigest()


def test_a_reference_document_counts_wherever_it_lies_in_the_project(tmp_path: Path) -> None:
    root = write_project(tmp_path, templates={"captains": front("captains", reference="letterhead.docx") + CAPTAINS})
    (root / "letterhead.docx").write_bytes(b"x")
    assert inputs_of(root).hashes["letterhead.docx"] == hashlib.sha256(b"x").hexdigest()


def test_a_file_that_is_edited_during_a_build_does_not_pass_for_what_was_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path)
    path = root / "templates/clerks.md"
    old, new = path.read_bytes(), path.read_bytes().replace(b"## Issue", b"## Edited")

    def read_and_edit(*of: Any) -> Any:
        read = read_templates(*of)
        path.write_bytes(new)
        return read

    with monkeypatch.context() as patch:
        patch.setattr("briefs.pipeline.sources.read_templates", read_and_edit)
        built(root, formats=("html",), output=root / "build")

    (made_from,) = json.loads((root / "build/manifest.json").read_bytes())["inputs"].values()
    assert made_from["files"]["templates/clerks.md"] == hashlib.sha256(old).hexdigest()
    order = Order(Project(root), output=root / "build")
    assert remembered_selections(inputs_of(root), order) == {}
    path.write_bytes(old)
    assert sorted(remembered_selections(inputs_of(root), order)) == [BriefKey("captains"), BriefKey("clerks")]
