"""What the program answers when a shell asks it what can stand where Tab was pressed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.cli import main
from tests.builders import CAPTAINS, REPOSITORY, front, write_files, write_project


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder: a project with a product."""
    checklist = front("captains", product="checklist", code="CHK") + CAPTAINS
    root = write_project(tmp_path)
    quotes = "kind: quote\nblocks:\n  - id: quote.tide\n"
    write_files(root / "seeds/harbour/blocks/proposed", {"quotes": quotes}, ".yaml")
    (root / "build/distribution/MIN_1.0_cleared").mkdir(parents=True)
    (root / "build/distribution/MIN_1.0_cleared/register.json").touch()
    write_files(root / "build/editions", {"HB-CAP_0.1_draft": "", "HB-CAP_1.0_cleared_0a1b2c3d": ""}, ".json.gz")
    write_files(root / "templates", {"checklist": checklist}, ".md")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("bu", "build"),
        ("--v", "--version"),
        ("help sh", "show"),
        ("build --aud", "--audience"),
        ("build --audience ", "captains clerks"),
        ("build --audience=cl", "--audience=clerks"),
        ("build --audience = cl", "--audience=clerks"),
        ("build --audience =", "--audience=captains --audience=clerks"),
        ("build --audience clerks --aud", "--audience"),
        ("build --json --js", ""),
        ("build --product ", "brief checklist"),
        ("build --format p", "pdf"),
        ("build --format=", "--format=pdf --format=docx --format=html"),
        ("build --status ", "draft cleared"),
        ("build --report ", "harbour"),
        ("build --since ", "0.1 1.0"),
        ("redline HB", "HB-CAP_0.1_draft HB-CAP_1.0_cleared_0a1b2c3d"),
        ("redline HB-CAP_0.1_draft HB-CAP_1", "HB-CAP_1.0_cleared_0a1b2c3d"),
        ("build --output ", ""),
        ("build ", ""),
        ("nothing ", ""),
        ("fit --pages ", ""),
        ("blocks --kind ", "fact quote recommendation"),
        ("draw --accept ", "quote.tide"),
        ("draw --reject quote.tide ", "quote.tide"),
        ("draw --accept-report fact.b", "fact.bicycles"),
        ("blocks --id fact.", "fact.timetable fact.bicycles"),
        ("blocks --priority s", "should"),
        ("show fact.", "fact.timetable fact.bicycles"),
        ("show --report harbour rec", "rec.tides"),
        ("show --report quay rec", ""),
        ("show ab", "about"),
        ("show build/", ""),
        ("show fact.timetable ", ""),
        ("pre", "preview"),
        ("preview --editor vsc", "vscode vscode-insiders vscodium"),
        ("preview --audience ", "captains clerks"),
        ("preview --no", "--no-open"),
        ("che", "check"),
        ("check --status ", "draft cleared"),
        ("check --audience ", "captains clerks"),
        ("check seeds/", ""),
        ("check --sign fact.", "fact.timetable fact.bicycles"),
        ("check --sign fact.timetable rec", "rec.tides"),
        ("check --sign --signed", "--signed-by"),
        ("draw fact.", "fact.timetable fact.bicycles"),
        ("draw fact.timetable rec", "rec.tides"),
        ("draw --accept-report rec", "rec.tides"),
        ("completion ", "bash zsh fish"),
        ("send --sta", "--status"),
        ("send MI", "MIN_1.0_cleared"),
    ],
)
def test_words_are_completed(root: Path, line: str, answers: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["_complete", *line.split(" ")]) == 0
    found = [one.partition("\t")[0] for one in capsys.readouterr().out.splitlines()]
    assert found == answers.split()


def test_names_come_from_the_project_that_is_meant(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root / "seeds/harbour/blocks")
    main(["_complete", "show", "rec"])
    monkeypatch.chdir("/")
    main(["_complete", "show", "--project", str(root), "rec"])
    main(["_complete", "show", f"--project={root}", "rec"])
    main(["_complete", "show", "rec"])
    assert capsys.readouterr().out == "rec.tides\n" * 3


def test_commands_and_options_have_descriptions(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["_complete", "fi"])
    main(["_complete", "build", "--st"])
    assert capsys.readouterr().out.splitlines() == [
        "fit\tShow how briefs fit their pages, unit by unit",
        "--status\ta draft shows sources and notes for the clearing officer, a cleared edition does not",
        "--strict\ttreat warnings as errors",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "kind: fact\nblocks:\n  - {id: fact.a, anchor: x}\n  -   id: 'fact.b'\n    id_of: no\n  - id: \"fact.c\" # c\n",
        "kind: fact\nblocks: [\n  - id: fact.a\n  - id: fact.b\n  - { id: fact.c, wrong: [ }\n",
    ],
)
def test_names_are_found_however_they_are_written_and_whatever_is_wrong(
    root: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "seeds/harbour/blocks/fact.yaml").write_text(text)
    main(["_complete", "show", "fact"])
    assert capsys.readouterr().out.split() == ["fact.a", "fact.b", "fact.c"]


def test_nothing_heavy_is_loaded(root: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "briefs", "_complete", "show", "fact."]
    done = subprocess.run(command, cwd=root, env={"PYTHONPATH": str(REPOSITORY)}, capture_output=True, text=True)
    loaded = {name.partition(".")[0] for name in re.findall(r"\| +(\S+)$", done.stderr, re.MULTILINE)}
    assert done.stdout.split() == ["fact.timetable", "fact.bicycles"]
    assert loaded.isdisjoint({"docx", "jinja2", "lxml", "pikepdf", "pydantic", "weasyprint", "yaml"})
    assert "briefs" in loaded
