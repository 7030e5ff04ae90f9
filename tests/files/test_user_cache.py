"""The user's cache folder: tests/render/fonts/test_subset_cache.py tries what can go wrong in it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.files import user_cache
from briefs.files.user_cache import cache_folder, cached, cached_sizes, clear_cache, keep


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_what_was_kept_is_there_again(home: Path) -> None:
    keep("fonts", "one", b"content", 2)
    assert cached("fonts", "one") == b"content"
    assert cache_folder("fonts") == home / "briefs" / "fonts"
    assert cached("fonts", "two") is None


def test_only_the_latest_files_stay() -> None:
    for number, name in enumerate(("one", "two", "three")):
        keep("fonts", name, b"content", 2)
        if (file := cache_folder("fonts") / name).exists():
            os.utime(file, ns=(number, number))
    assert sorted(path.name for path in cache_folder("fonts").iterdir()) == ["three", "two"]


def test_a_relative_folder_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    assert cache_folder("fonts") == Path.home() / ".cache" / "briefs" / "fonts"


def test_a_process_without_cache_keeps_and_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("fonts", "one", b"content", 2)
    monkeypatch.setattr(user_cache, "_is_off", False)  # given back after the test
    user_cache.switch_off()
    assert user_cache.is_off()
    assert cached("fonts", "one") is None
    keep("fonts", "two", b"content", 2)
    assert [path.name for path in cache_folder("fonts").iterdir()] == ["one"]


def test_nobody_else_may_look_into_it() -> None:
    cache_folder("fonts").mkdir(parents=True, mode=0o755)
    keep("fonts", "one", b"content", 2)
    for path in (cache_folder("fonts"), cache_folder("fonts").parent):
        assert path.stat().st_mode & 0o777 == 0o700
    assert (cache_folder("fonts") / "one").stat().st_mode & 0o777 == 0o600


def test_clearing_removes_what_the_program_keeps_and_nothing_else(home: Path) -> None:
    keep("fonts", "one", b"content", 2)
    keep("stems", "two", b"content", 2)
    record, other = home / "briefs" / ("0" * 64), home / "briefs" / "notes.txt"
    for file in (record, other, home / "briefs" / "mine" / "three"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"12")
    assert cached_sizes()["fonts"] == (1, 39)
    assert cached_sizes()[""] == (1, 2)
    assert clear_cache() == (3, 80)
    assert sorted(path.name for path in (home / "briefs").iterdir()) == ["mine", "notes.txt"]
    assert clear_cache() == (0, 0)


def test_the_oldest_files_go_when_there_are_too_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(user_cache, "LARGEST_FOLDER", 300)
    for number, name in enumerate(("one", "two", "three")):
        keep("fonts", name, bytes(100), 9)
        os.utime(cache_folder("fonts") / name, ns=(number, number))
    keep("fonts", "four", bytes(1), 9)
    assert sorted(path.name for path in cache_folder("fonts").iterdir()) == ["four", "three", "two"]
    keep("fonts", "large", bytes(1000), 9)
    assert [path.name for path in cache_folder("fonts").iterdir()] == ["large"]
