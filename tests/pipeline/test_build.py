"""Building the tiny project: the same bytes twice, and what the manifest says of them."""

from __future__ import annotations

import hashlib
import json
from importlib import import_module
from pathlib import Path

import pytest

from briefs.model.diagnostics import Fault, Place
from tests.builders import contents, write_project
from tests.projects import built, run

STEM = "harbour_brief-captains_v0.1_draft"


def test_two_builds_of_the_same_inputs_give_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_project(tmp_path / "one")
    assert run(root, "build", "--audience", "captains") == 0
    first = contents(root / "build")
    assert sorted(first) == [
        "editions/HB-CAP_0.1_draft.json.gz",
        f"{STEM}.docx",
        f"{STEM}.html",
        f"{STEM}.pdf",
        f"{STEM}.provenance.json",
        "manifest.json",
    ]
    assert run(root, "build", "--audience", "captains") == 0
    assert contents(root / "build") == first
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    other = write_project(tmp_path / "elsewhere")
    assert run(other, "build", "--audience", "captains") == 0
    assert contents(other / "build") == first
    capsys.readouterr()


def test_the_manifest_says_what_each_file_is_and_what_it_was_made_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path)
    arguments = ("build", "--audience", "captains", "--format", "html", "--status", "cleared")
    assert run(root, *arguments, "--version", "2.0", "--date", "2011-02-03") == 0
    manifest = json.loads((root / "build" / "manifest.json").read_bytes())
    (entry,) = manifest["files"]
    content = (root / "build" / "harbour_brief-captains_v2.0_cleared.html").read_bytes()
    wanted = ("path", "sha256", "status", "version", "date", "audience", "format")
    assert [entry[key] for key in wanted] == [
        "harbour_brief-captains_v2.0_cleared.html",
        hashlib.sha256(content).hexdigest(),
        *("cleared", "2.0", "2011-02-03", "captains", "html"),
    ]
    assert [(u["number"], u["blocks"], u["forms"], u["sources"]) for u in entry["units"]] == [
        (
            1,
            ["fact.timetable", "fact.bicycles"],
            ["fact.timetable/short", "fact.bicycles/verbatim"],
            ["I ¶ 1", "I ¶ 2"],
        ),
        (2, ["rec.tides"], ["rec.tides/ask"], ["II item 1"]),
    ]
    inputs = manifest["inputs"][entry["inputs"]]
    report = (root / "seeds/harbour/report.txt").read_bytes()
    assert inputs["files"]["seeds/harbour/report.txt"] == hashlib.sha256(report).hexdigest()
    assert {"seeds/harbour/blocks/fact.yaml", "templates/captains.md", "templates/house.yaml"} < set(inputs["files"])
    assert {"briefs", "weasyprint", "python-docx"} < set(inputs["versions"])
    assert run(root, "build", "--audience", "captains", "--format", "html") == 0
    assert sorted(contents(root / "build")) == [
        "editions/HB-CAP_0.1_draft.json.gz",
        "editions/HB-CAP_2.0_cleared.json.gz",
        f"{STEM}.html",
        f"{STEM}.provenance.json",
        "harbour_brief-captains_v2.0_cleared.html",
        "harbour_brief-captains_v2.0_cleared.provenance.json",
        "manifest.json",
    ]
    capsys.readouterr()


def test_a_paragraph_of_a_built_brief_leads_back_to_its_blocks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path)
    assert run(root, "build", "--audience", "captains", "--format", "html") == 0
    capsys.readouterr()
    assert run(root, "show", str(root / "build" / f"{STEM}.html"), "2") == 0
    assert capsys.readouterr().out == (
        f"{STEM}.html, paragraph 2, u2\n"
        "  rec.tides (recommendation)   seeds/harbour/blocks/recommendation.yaml:3\n"
        "    ask: Publish the tides each week.\n"
        "    audiences: clerks: never\n"
        "    number: 1\n"
        "    theme: Tides\n"
        "    addressees: the board\n"
        "    source: “The board should publish the tides each week”\n"
        "      II item 1 (line 13)\n"
    )


def test_a_warning_on_a_composed_brief_is_kept_and_the_brief_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warning = Fault("sense-doubtful", "said otherwise").at(Place("templates/clerks.md", 13))
    monkeypatch.setattr(import_module("briefs.pipeline.settled_brief"), "check_composed", lambda *of: (warning,))
    made = built(write_project(tmp_path), "clerks", formats=("html",))
    assert [brief.audience for brief in made.briefs] == ["clerks"]
    assert made.warnings == (warning,)
