"""The cache of subsets: it saves work, and does no harm."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.render.fonts import subset_cache
from briefs.render.fonts.subset_cache import kept

CONTENT = b"a subset"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "briefs" / "fonts"


def refuse() -> bytes:
    raise AssertionError("made again")


def test_what_was_made_is_kept(folder: Path) -> None:
    assert kept("key", lambda: CONTENT) == kept("key", refuse) == CONTENT
    assert [file.name for file in folder.iterdir()] == ["key"]


def damage(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def replace_by_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@pytest.mark.parametrize("spoil", [damage, empty, replace_by_folder, replace_by_pipe])
def test_what_is_broken_is_made_again(spoil: Callable[[Path], None], folder: Path) -> None:
    kept("key", lambda: CONTENT)
    spoil(folder / "key")
    assert kept("key", lambda: CONTENT) == CONTENT


def test_what_was_broken_is_whole_afterwards(folder: Path) -> None:
    kept("key", lambda: CONTENT)
    damage(folder / "key")
    kept("key", lambda: CONTENT)
    assert kept("key", refuse) == CONTENT


@pytest.mark.parametrize("home", ["/dev/null/nowhere", "relative"])
def test_without_a_folder_to_write_to_nothing_is_kept(
    home: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("HOME", "/dev/null")
    monkeypatch.chdir(tmp_path)
    assert kept("key", lambda: CONTENT) == CONTENT
    assert list(tmp_path.iterdir()) == []


def test_only_the_latest_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subset_cache, "_MOST", 2)
    for age, name in enumerate(("a", "b", "c")):
        kept(name, lambda: CONTENT)
        os.utime(folder / name, (age, age))
    kept("d", lambda: CONTENT)
    assert sorted(file.name for file in folder.iterdir()) == ["c", "d"]
