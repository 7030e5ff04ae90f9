"""Editing a wording: in an editor, or on the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.cli.wording_editor import edited_wording
from briefs.model.diagnostics import BriefsError


def no_line(prompt: str) -> str:
    raise AssertionError("nobody is to be asked")


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, name: str = "EDITOR") -> None:
    path = tmp_path / "my editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv(name, f"'{path}' --wait")


@pytest.mark.parametrize(
    ("script", "wording"),
    [
        ("printf 'New “words”.\\n' > \"$2\"", "New “words”."),
        ("printf 'Broken\\nby an editor\\n\\n' > \"$2\"", "Broken by an editor"),
        ('printf "" > "$2"', "As it was"),
        ("true", "As it was"),
    ],
)
def test_what_the_editor_leaves_is_the_wording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, wording: str
) -> None:
    editor(tmp_path, monkeypatch, script)
    assert edited_wording("As it was", no_line) == wording


def test_lines_stay_if_there_were_several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, monkeypatch, 'sed -i.old s/one/two/ "$2"', "VISUAL")
    assert edited_wording("one\nline\n", no_line) == "two\nline\n"


@pytest.mark.parametrize(
    ("script", "message"),
    [("exit 3", "ended with exit code 3, so nothing was changed"), ("printf '\\377' > \"$2\"", "no text in UTF-8")],
)
def test_an_editor_that_fails_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    editor(tmp_path, monkeypatch, script)
    with pytest.raises(BriefsError, match=message):
        edited_wording("As it was", no_line)


def test_an_editor_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/none/editor")
    with pytest.raises(BriefsError, match="the editor /none/editor cannot be run"):
        edited_wording("As it was", no_line)


def test_without_an_editor_it_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    assert edited_wording("As it was", lambda prompt: " New words. ") == "New words."
    assert edited_wording("As it was", lambda prompt: "") == "As it was"
