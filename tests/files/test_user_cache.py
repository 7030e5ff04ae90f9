"""The user's cache folder: tests/render/fonts/test_subset_cache.py tries what can go wrong in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.files.user_cache import cache_folder, cached, keep


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_what_was_kept_is_there_again(home: Path) -> None:
    keep("things", "one", b"content", 2)
    assert cached("things", "one") == b"content"
    assert cache_folder("things") == home / "briefs" / "things"
    assert cached("things", "two") is None


def test_only_the_latest_files_stay() -> None:
    for number, name in enumerate(("one", "two", "three")):
        keep("things", name, b"content", 2)
        if (file := cache_folder("things") / name).exists():
            os.utime(file, ns=(number, number))
    assert sorted(path.name for path in cache_folder("things").iterdir()) == ["three", "two"]


def test_a_relative_folder_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    assert cache_folder("things") == Path.home() / ".cache" / "briefs" / "things"
