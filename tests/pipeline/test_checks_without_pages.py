"""`briefs check` says what a build would say, as far as nothing must be laid out, and is quick when little changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefs.check import checked_blocks, table
from briefs.check.subjects import WordingToCheck
from briefs.cli.arguments import parse_arguments
from briefs.files.user_cache import cache_folder
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.pipeline.checks_without_pages import check
from briefs.pipeline.order import Order, Project
from tests.builders import BLOCKS, REPORT, REPOSITORY, front, write_project
from tests.projects import built
from tests.sampling import every

FACTS = BLOCKS["fact"].replace("Ferries that share … the winter months", "could carry more … the winter months")

HEAVY = ("weasyprint", "docx", "pikepdf", "fontTools", "pypdfium2", "pydyf", "PIL")
"""What only builds need, and takes long to load."""
FOR_NEW_REPORTS = (
    *("lxml.html", "briefs.intake", "briefs.candidates", "briefs.compose.starters", "briefs.report.recognized_reader"),
    *(f"briefs.report.{room}" for room in ("html", "inference", "markdown", "pdf", "word")),
)
"""What only reports in other formats than plain text need, and taking them in."""


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
    return cache_folder("checks")


def found(root: Path, **more: object) -> list[str]:
    return [str(problem) for problem in check(Order(Project(root), output=root / "build", **more)).problems]  # type: ignore[arg-type]


def told_by_build(root: Path) -> list[str]:
    try:
        return [str(problem) for problem in built(root).warnings]
    except DocumentError as error:
        return [str(problem) for problem in error.diagnostics]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


MISTAKES = [
    ("seeds/harbour/blocks/fact.yaml", "waiting.", "waiting by next spring."),
    ("seeds/harbour/blocks/fact.yaml", "Ferries that share", "Ferries that had"),
    ("seeds/harbour/blocks/fact.yaml", "captains: must", "captain: must"),
    ("seeds/harbour/report.yaml", "never_print", "never_prints"),
    ("templates/house.yaml", 'cleared: "1.0"', 'cleared: "1.0-rc1"'),
    ("templates/captains.md", '"fact.bicycles"', '"fact.bicycle"'),
    ("templates/captains.md", '"fact.timetable", ', ""),
    ("templates/captains.md", "## Issue", "## Issue of small boats"),
    (
        "templates/captains.md",
        "What a timetable could change",
        "One two three four five six seven eight nine ten a b c d e",
    ),
    ("templates/clerks.md", "## Issue", "## What they said"),
    ("templates/clerks.md", "{{ statements(", "{{ statement("),
    ("templates/blocks/statements.html", "{{ b.form(form) }}", "{{ b.form(from) }}"),
]


@pytest.mark.parametrize(("name", "old", "new"), every(3, MISTAKES))
def test_what_is_found_is_what_a_build_finds(tmp_path: Path, name: str, old: str, new: str) -> None:
    root = write_project(tmp_path)
    assert found(root) == []
    change(root / name, old, new)
    assert found(root)
    assert sorted(found(root)) == sorted(told_by_build(root))


def test_letters_are_checked_too(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    letter = root / "templates/letters/captains.md"
    letter.parent.mkdir()
    letter.write_text("---\nsubject: Ports\n---\nWe asked 193 ports.\n", encoding="utf-8")
    (mistake,) = found(root)
    assert mistake.startswith("templates/letters/captains.md:4: error: the letter says 193")
    assert found(root, audiences=("clerks",)) == []


def test_the_last_build_says_what_is_printed(tmp_path: Path) -> None:
    long = f"Ferries that share a timetable could carry {'bicycles and letters and ' * 8}goods in the winter months."
    report = REPORT.replace("\na) The board", f"\n{long}\n\na) The board")
    templates = {"captains": front("captains") + '## Issue\n\n{{ paragraph("fact.timetable", "fact.bicycles") }}\n'}
    root = write_project(tmp_path, report=report, blocks={"fact": FACTS}, templates=templates)
    assert found(root) == []
    built(root, output=root / "build", formats=("html",))
    change(
        root / "seeds/harbour/blocks/fact.yaml",
        "could carry more … the winter months",
        "could carry bicycles … the winter months",
    )
    assert ["[sentence-too-long]" in one for one in found(root)] == [True]
    (root / "build" / "manifest.json").unlink()
    assert found(root) == []  # it may be left out


def test_only_what_changed_is_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path)
    asked: list[str] = []
    original = table.check_wording

    def counted(wording: WordingToCheck) -> list[Diagnostic]:
        asked.append(f"{wording.drawn.id} {wording.field}")
        return original(wording)

    monkeypatch.setattr(checked_blocks, "check_wording", counted)
    assert found(root) == []
    assert asked == ["fact.timetable short", "about text", "rec.tides ask"]
    asked.clear()
    assert found(root) == []
    assert asked == []
    change(root / "seeds/harbour/blocks/recommendation.yaml", "ask: Publish the", "ask: Please publish the")
    found(root)
    assert asked == ["rec.tides ask"]
    asked.clear()
    change(
        root / "seeds/harbour/blocks/recommendation.yaml",
        "kind: recommendation",
        "# a line above\nkind: recommendation",
    )
    found(root)
    assert asked == []


def test_a_build_uses_what_a_check_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path)
    change(root / "seeds/harbour/blocks/fact.yaml", "waiting.", "waiting by next spring.")
    before = found(root)

    def refuse(wording: WordingToCheck) -> list[Diagnostic]:
        raise AssertionError("checked again")

    monkeypatch.setattr(checked_blocks, "check_wording", refuse)
    assert [one for one in told_by_build(root) if "relative-date" in one] == [
        one for one in before if "relative" in one
    ]


def spoiled(file: Path) -> Iterator[None]:
    """One way after another in which the cache may be damaged."""
    content = file.read_bytes()
    for damaged in (
        b"",
        content[:-1],
        content[:40],
        b"\0" * len(content),
        content.replace(b"relative-date", b"no-such-date!"),
    ):
        file.write_bytes(damaged)
        yield
    file.unlink()
    file.mkdir()
    yield
    file.rmdir()
    os.mkfifo(file)
    yield


def test_a_damaged_cache_changes_nothing(tmp_path: Path, cache: Path) -> None:
    root = write_project(tmp_path)
    change(root / "seeds/harbour/blocks/fact.yaml", "waiting.", "waiting by next spring.")
    expected = found(root)
    assert any("relative-date" in one for one in expected)
    (file,) = cache.iterdir()
    for _ in spoiled(file):
        assert found(root) == expected


def test_a_cache_that_cannot_be_written_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_project(tmp_path)
    (tmp_path / "no folder").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "no folder"))
    assert found(root) == []


@pytest.mark.slow
def test_two_checks_at_once_do_each_other_no_harm(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    change(root / "seeds/harbour/blocks/fact.yaml", "captains: must", "captain: must")
    command = [sys.executable, "-m", "briefs", "check", "--project", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
        for _ in range(3)
    ]
    ends = [(*one.communicate(), one.returncode) for one in running]
    assert {code for _, _, code in ends} == {1}
    assert len({err for _, err, _ in ends}) == 1
    assert "audience-unknown" in ends[0][1]


def test_nothing_is_loaded_that_only_builds_or_other_formats_need(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    code = (
        "import sys, briefs.cli.check, briefs.cli.report; from pathlib import Path; "
        "from briefs.pipeline.checks_without_pages import check; "
        "from briefs.pipeline.order import Order, Project; "
        f"found = check(Order(Project(Path({str(root)!r})))).problems; "
        f"print(found, [name for name in {(*HEAVY, *FOR_NEW_REPORTS)!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY, check=True)
    assert done.stdout == "() []\n"


def test_the_hook_for_pre_commit_runs_the_command() -> None:
    (hook,) = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {"id", "name", "entry", "language"} <= hook.keys()
    program, *words = hook["entry"].split()
    assert program in (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert parse_arguments(words).name == "check"
    assert hook["pass_filenames"] is False
    for path in ("seeds/a/report.txt", "templates/ministers.md", "project/templates/blocks/a.html"):
        assert re.search(hook["files"], path)
    assert not re.search(hook["files"], "docs/templates.md")
