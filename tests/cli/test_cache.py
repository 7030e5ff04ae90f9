"""`briefs cache` shows what is kept, and removes it; `--no-cache` does without it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.cli import main
from briefs.files import user_cache
from briefs.files.user_cache import cache_folder, keep
from tests.builders import REPOSITORY, contents, write_project


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefs"


def test_what_is_kept_is_shown_and_removed(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep("fonts", "one", bytes(1_499_968), 9)
    assert main(["cache"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"the parts of fonts that Word and HTML files carry{' ' * max(0, len(str(cache)) - 41)}      1  1.5 MB"
    ]
    assert main(["cache", "--json"]) == 0
    kept = [{"name": "fonts", "files": 1, "bytes": 1_500_000}]
    assert json.loads(capsys.readouterr().out) == {"folder": str(cache), "kept": kept, "unused": None}
    assert main(["cache", "--clear"]) == 0
    assert capsys.readouterr().out == f"removed 1 file (1.5 MB) from {cache}\n"
    assert not cache.exists()
    assert main(["cache", "--clear"]) == 0
    assert capsys.readouterr().out == f"nothing is kept in {cache}\n"
    assert main(["cache"]) == 0
    assert capsys.readouterr().out == f"nothing is kept in {cache}\n"


def test_what_cannot_be_removed_is_told(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    keep("fonts", "one", b"", 9)

    def refuse(path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert main(["cache", "--clear"]) == 1
    assert f"1 file in {cache} cannot be removed" in capsys.readouterr().err


def test_it_says_why_nothing_is_kept(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cache.write_text("in its place", encoding="utf-8")
    assert main(["cache"]) == 0
    assert capsys.readouterr().out == f"nothing is kept in {cache}\nit is not used: {cache} is not a folder\n"
    assert main(["cache", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["unused"] == f"{cache} is not a folder"


def test_a_command_without_cache_finds_nothing_and_keeps_nothing(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    folders = [tmp_path / name for name in ("first", "second", "third")]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}

    def build(folder: Path, *more: str) -> str:
        words = ("build", "--project", str(root), "--audience", "clerks", "--format", "html", "--output", str(folder))
        command = [sys.executable, "-m", "briefs", *words, *more]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return ran.stdout.replace(str(folder), "…") + ran.stderr

    said = build(folders[0], "--no-cache")
    assert not cache_folder("").exists()
    assert build(folders[1]) == said
    kept = contents(cache_folder(""))
    assert {Path(name).parts[0] for name in kept} >= {"builds", "checks", "compiled"}
    assert build(folders[2], "--no-c") == said
    assert contents(cache_folder("")) == kept
    assert contents(folders[0]) == contents(folders[1]) == contents(folders[2])
    cleared = [sys.executable, "-m", "briefs", "cache", "--clear"]
    subprocess.run(cleared, env=environment, capture_output=True, check=True)
    assert not cache_folder("").exists()


@pytest.mark.parametrize(
    "words", [("check",), ("report",), ("draw", "--dry-run"), ("blocks",), ("anchor", "ferries"), ("fit",), ("audit",)]
)
def test_the_option_holds_for_a_whole_process(
    words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(user_cache, "_is_off", False)  # given back after the test
    main([*words, "--no-cache", "--project", str(tmp_path)])  # not even a project
    assert user_cache.is_off()
