"""What briefs are made from: every file of the project that can change a brief, and nothing else, as it was read."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import DocumentError
from briefs.model.edition import HouseLogo
from briefs.pipeline.build import build
from briefs.pipeline.input_files import absent_inputs, changed_inputs
from briefs.pipeline.last_build import remembered_selections
from briefs.pipeline.order import Order, Project
from tests.builders import CAPTAINS, TEMPLATES, front, write_files, write_project
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


def test_what_is_looked_for_and_is_not_there_is_known_too(tmp_path: Path) -> None:
    """Once it comes, briefs are made from other files."""
    captains = front("captains", reference="letterhead.docx") + CAPTAINS
    root = write_project(tmp_path, templates={**TEMPLATES, "captains": captains})
    inputs, far = inputs_of(root), HouseLogo(file="/far/logo.svg", alt="A quay", height=12)
    layout, elsewhere = "templates/layout/letterhead.docx", "letterhead.docx"
    templates = inputs.templates.values()
    default = "templates/layout/reference.docx"
    assert absent_inputs({default: ""}, templates, None, inputs.project) == (layout, elsewhere)
    assert absent_inputs({layout: ""}, templates, far, inputs.project) == (elsewhere, default)
    (report,) = built(root, formats=("html",)).work.reports
    assert {layout, elsewhere} <= {*report.absent}


def test_a_file_that_is_edited_during_a_build_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    path, new = root / "templates/clerks.md", root / "seeds/harbour/blocks/question.yaml"
    text = path.read_text(encoding="utf-8")

    def edit(message: str) -> None:
        if message.endswith("writing html"):
            path.write_text(text.replace("## Issue", "## Edited"), encoding="utf-8")
            new.write_text("kind: question\nblocks: []\n", encoding="utf-8")
            (root / "templates/captains.md").unlink(missing_ok=True)

    order = Order(Project(root), formats=("html",), output=root / "build")
    with pytest.raises(DocumentError) as raised:
        build(order, edit)
    assert [(one.place.path, one.code, one.message.split()[3]) for one in raised.value.diagnostics] == [
        ("seeds/harbour/blocks/question.yaml", "input-changed", "added"),
        ("templates/captains.md", "input-changed", "removed"),
        ("templates/clerks.md", "input-changed", "changed"),
    ]
    assert not (root / "build").exists()


def test_what_is_only_saved_again_or_is_of_another_report_has_not_changed(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    write_files(root / "templates" / "other", {"clerks": "x"}, ".md")
    inputs = inputs_of(root)
    clerks = root / "templates/clerks.md"
    clerks.write_bytes(clerks.read_bytes())
    (root / "templates/other/clerks.md").write_text("y")
    write_files(root / "templates" / "other", {"captains": "z"}, ".md")
    (root / "templates/.clerks.md.swp").touch()
    assert list(changed_inputs(inputs.project, inputs.hashed, inputs.hashes)) == []


def test_a_selection_is_remembered_from_files_as_they_were_read(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    path = root / "templates/clerks.md"
    old = path.read_bytes()
    built(root, formats=("html",), output=root / "build")
    (made_from,) = json.loads((root / "build/manifest.json").read_bytes())["inputs"].values()
    assert made_from["files"]["templates/clerks.md"] == hashlib.sha256(old).hexdigest()
    order = Order(Project(root), output=root / "build")
    path.write_bytes(old.replace(b"## Issue", b"## Edited"))
    assert remembered_selections(inputs_of(root), order) == {}
    path.write_bytes(old)
    assert sorted(remembered_selections(inputs_of(root), order)) == [BriefKey("captains"), BriefKey("clerks")]


def test_links_that_lead_out_and_pipes_are_named_all_at_once_and_nothing_of_them_is_printed(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    outside = tmp_path / "outside.css"
    (root / "templates/layout/print.css").rename(outside)
    (root / "templates/layout/print.css").symlink_to(outside)
    (root / "seeds/harbour/blocks/fact.yaml").unlink()
    os.mkfifo(root / "seeds/harbour/blocks/fact.yaml")
    (root / "templates/clerks.md").unlink()
    (root / "templates/clerks.md").mkdir()
    with pytest.raises(DocumentError) as raised:
        build(Order(Project(root), formats=("html",)))
    assert {(one.place.path, one.message) for one in raised.value.diagnostics if one.code == "file-unreadable"} == {
        ("seeds/harbour/blocks/fact.yaml", "it is a pipe or a device, not a file"),
        ("templates/clerks.md", "it is a folder, and no file"),
        ("templates/layout/print.css", "it is a link that leads out of the project"),
    }


def test_a_folder_of_fonts_elsewhere_is_not_given_to_a_library(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    (root / "templates/layout").rename(tmp_path / "layout")
    (root / "templates/layout").symlink_to(tmp_path / "layout")
    with pytest.raises(DocumentError) as raised:
        inputs_of(root)
    assert [(one.place.path, one.code) for one in raised.value.diagnostics] == [("templates/layout", "file-unreadable")]
