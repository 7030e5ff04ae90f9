"""Files that a person has edited get a new name before a build overwrites or removes them."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import pytest

from briefs.output.edited import edited_files
from briefs.output.manifest import dump_manifest
from tests.builders import write_files
from tests.time_limit import time_limit


def manifest(**files: str) -> dict[str, Any]:
    """A manifest that lists `files`, by name less `.docx`, with the hash of their content."""
    entries = [
        {"path": f"{name}.docx", "sha256": hashlib.sha256(text.encode()).hexdigest()} for name, text in files.items()
    ]
    return {"files": entries, "editions": []}


def edited(folder: Path, old: dict[str, Any] | None = None, **files: str) -> dict[str, str]:
    contents = {f"{name}.docx": text.encode() for name, text in files.items()}
    return edited_files(folder, contents, manifest(**files), old or {})


OLD = manifest(a="one", b="two")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a build left that made a.docx and b.docx, and somebody's notes."""
    write_files(tmp_path, {"a.docx": "one", "b.docx": "two", "notes.docx": "mine"}, "")
    (tmp_path / "manifest.json").write_bytes(dump_manifest(OLD))
    return tmp_path


def test_what_is_as_it_was_built_has_not_been_edited(folder: Path) -> None:
    assert edited(folder, OLD, a="new", c="three") == {}


def test_what_differs_has_been_whether_it_would_be_replaced_or_removed(folder: Path) -> None:
    (folder / "a.docx").write_text("mine")
    (folder / "b.docx").write_text("mine")
    assert edited(folder, OLD, a="new") == {"a.docx": "a (edited).docx", "b.docx": "b (edited).docx"}
    assert edited(folder, OLD, a="mine", b="mine") == {}


def test_what_no_build_touches_is_not_even_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def reading(path: Path, *of: object) -> bytes:
        read.append(path.name)
        return b""

    for reader in ("edited", "last_manifest"):
        monkeypatch.setattr(f"briefs.output.{reader}.read_file", reading)
    old = {**OLD, "editions": [{"path": "notes.docx", "sha256": ""}]}
    new = {**manifest(a="new"), "editions": old["editions"]}
    edited_files(folder, {"a.docx": b"new"}, new, old)
    assert sorted(set(read)) == ["a.docx", "b.docx", "manifest.json"]


def test_a_new_name_is_one_that_nothing_has(folder: Path) -> None:
    for name in ("a.docx", "a (edited).docx", "a (edited 2).docx"):
        (folder / name).write_text("mine")
    assert edited(folder, OLD, a="new", b="two") == {"a.docx": "a (edited 3).docx"}


def test_a_version_and_a_double_ending_are_no_ending(tmp_path: Path) -> None:
    names = {
        "a_v0.1_draft.docx": "a_v0.1_draft (edited).docx",
        "editions/A_0.3.json.gz": "editions/A_0.3 (edited).json.gz",
    }
    (tmp_path / "editions").mkdir()
    write_files(tmp_path, dict.fromkeys(names, "mine"), "")
    assert edited_files(tmp_path, dict.fromkeys(names, b"new"), manifest(), {}) == names


def test_without_a_manifest_all_that_differs_counts_as_edited(folder: Path) -> None:
    (folder / "manifest.json").write_text("{")
    assert edited(folder, None, a="one", b="new") == {
        "b.docx": "b (edited).docx",
        "manifest.json": "manifest (edited).json",
    }


def test_what_an_older_version_of_the_program_made_has_not_been_edited(folder: Path) -> None:
    (folder / "manifest.json").write_bytes(dump_manifest({**OLD, "manifest": 1}))
    assert edited(folder, None, a="new", b="new") == {}


def test_a_manifest_that_was_edited_is_kept(folder: Path) -> None:
    (folder / "manifest.json").write_bytes(dump_manifest(OLD) + b" ")
    assert edited(folder, OLD, a="new") == {"manifest.json": "manifest (edited).json"}


def test_a_folder_a_link_or_a_pipe_has_been_put_there_by_somebody(folder: Path) -> None:
    for name in ("a.docx", "b.docx"):
        (folder / name).unlink()
    (folder / "a.docx").mkdir()
    (folder / "b.docx").symlink_to("nowhere")
    os.mkfifo(folder / "c.docx")
    with time_limit(10):
        found = edited(folder, OLD, a="new", c="three")
    assert found == {"a.docx": "a (edited).docx", "b.docx": "b (edited).docx", "c.docx": "c (edited).docx"}


def test_what_is_not_in_the_folder_itself_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "elsewhere").mkdir()
    write_files(tmp_path, {"build/a": "", "elsewhere/a": "mine", "a": "mine"}, "")
    (tmp_path / "build/link").symlink_to("../elsewhere")
    paths = ("../a", str(tmp_path / "a"), "link/a", "../build/../a")
    old = {"files": [{"path": path, "sha256": ""} for path in paths], "editions": []}
    assert edited_files(tmp_path / "build", {}, manifest(), old) == {}
