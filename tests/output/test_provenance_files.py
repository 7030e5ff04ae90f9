"""The file with the provenance of an edition: in the folder, in the manifest, and gone with the edition's files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from briefs.output.last_manifest import read_manifest
from tests.builders import CLERKS, REPORT, TEMPLATES, front, write_project
from tests.projects import run

NAME = "harbour_brief-captains_v0.1_draft.provenance.json"


def build(root: Path, *more: str) -> dict[str, Any]:
    assert run(root, "build", "--audience", "captains", "--format", "html", "--quiet", *more) == 0
    return read_manifest(root / "build")


def listed(manifest: dict[str, Any], part: str = "provenance") -> list[str]:
    return [entry["path"] for entry in manifest[part] if entry["format"] == "provenance"]


def test_each_edition_has_one_whatever_its_formats(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    build(root)
    assert listed(build(root, "--format", "docx")) == [NAME]
    annotations = json.loads((root / "build" / NAME).read_bytes())["items"]
    assert [one["body"]["form"] for one in annotations] == [
        *("fact.timetable/short", "fact.bicycles/verbatim", "rec.tides/ask")
    ]
    cleared = NAME.replace("0.1_draft", "1.0_cleared")
    assert listed(build(root, "--status", "cleared")) == [cleared, NAME]


def test_one_that_is_replaced_stays_known(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    build(root)
    manifest = build(root, "--version", "0.2")
    assert listed(manifest) == [NAME.replace("0.1", "0.2")]
    assert listed(manifest, "superseded") == [NAME]
    assert not (root / "build" / NAME).exists()


def test_it_is_pruned_with_the_files_of_its_edition(tmp_path: Path) -> None:
    guests = NAME.replace("captains", "guests")
    root = write_project(tmp_path, templates={**TEMPLATES, "guests": front("guests") + CLERKS})
    build(root, "--audience", "guests")
    assert (root / "build" / guests).exists()
    (root / "templates" / "guests.md").unlink()
    manifest = build(root, "--prune")
    assert listed(manifest) == [NAME]
    assert listed(manifest, "superseded") == [guests]
    assert not (root / "build" / guests).exists()


def test_one_that_was_changed_by_hand_is_kept(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    build(root)
    (root / "build" / NAME).write_text("mine")
    build(root, "--version", "0.2")
    assert (root / "build" / NAME.replace(".json", " (edited).json")).read_text() == "mine"


def test_it_has_no_words_of_the_report_that_the_brief_does_not_print(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    build(root, "--status", "cleared")
    text = (root / "build" / NAME.replace("0.1_draft", "1.0_cleared")).read_text(encoding="utf-8")
    printed = (root / "build" / "harbour_brief-captains_v1.0_cleared.html").read_text(encoding="utf-8")
    quoted = [
        selector["exact"]
        for item in json.loads(text)["items"]
        for target in item["target"]
        for selector in target["selector"]
        if selector["type"] == "TextQuoteSelector"
    ]
    assert quoted == ["Ferries that share a timetable could carry more bicycles in the winter months"]
    assert all(one in printed for one in quoted)
    words = REPORT.split()
    runs = {" ".join(words[at : at + 3]) for at in range(len(words) - 2)}
    assert len(runs) > 80
    others = text.replace(quoted[0], "").replace("What a timetable could change", "")  # the title of the brief
    assert [run for run in sorted(runs) if run in others] == []
