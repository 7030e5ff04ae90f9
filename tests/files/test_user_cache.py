"""The user's cache folder: tests/render/fonts/test_subset_cache.py tries what can go wrong in it."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from briefs.files import user_cache
from briefs.files.user_cache import cache_folder, cached, cached_sizes, clear_cache, keep, why_unused


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_what_was_kept_is_there_again(home: Path) -> None:
    keep("fonts", "one", b"content", 2)
    assert cached("fonts", "one") == b"content"
    assert cache_folder("fonts") == home / "briefs" / "fonts"
    assert cached("fonts", "two") is None


def test_what_was_kept_under_another_name_is_not_there() -> None:
    keep("fonts", "one", b"content", 2)
    keep("faces", "one", b"others", 2)
    kept = (cache_folder("fonts") / "one").read_bytes()
    for folder, name in (("fonts", "two"), ("faces", "one")):
        (cache_folder(folder) / name).write_bytes(kept)
        assert cached(folder, name) is None
    assert cached("fonts", "one") == b"content"


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
    keep("faces", "two", b"content", 2)
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


def test_what_is_cut_or_has_another_byte_is_not_there() -> None:
    keep("things", "one", b"content", 2)
    file = cache_folder("things") / "one"
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert cached("things", "one") is None
        file.write_bytes(whole[:length] + bytes([whole[length] ^ 1]) + whole[length + 1 :])
        assert cached("things", "one") is None
    file.write_bytes(whole + b"\0")
    assert cached("things", "one") is None
    file.write_bytes(whole)
    assert cached("things", "one") == b"content"


@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
@pytest.mark.parametrize("above", [0, 1, 2])
def test_nothing_is_taken_that_others_can_have_written(mode: int, above: int) -> None:
    keep("things", "one", b"content", 2)
    file = cache_folder("things") / "one"
    path = (file, *file.parents)[above]
    path.chmod(mode | 0o100)
    assert cached("things", "one") is None


@pytest.mark.parametrize("above", [0, 1, 2])
def test_nothing_is_taken_from_another_user(above: int, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("things", "one", b"content", 2)
    file = cache_folder("things") / "one"
    theirs = (file, *file.parents)[above]
    lstat = Path.lstat

    def given_away(path: Path) -> os.stat_result:
        state = lstat(path)
        if path != theirs:
            return state
        return os.stat_result((*state[:4], os.geteuid() + 1, *state[5:]), {"st_mtime_ns": state.st_mtime_ns})

    monkeypatch.setattr(Path, "lstat", given_away)
    assert cached("things", "one") is None
    keep("things", "two", b"content", 2)
    assert (file.parent / "two").exists() is (above == 0)


@pytest.mark.parametrize("name", ["", "things"])
def test_nothing_is_written_through_a_link(name: str, home: Path) -> None:
    elsewhere = home / "elsewhere"
    elsewhere.mkdir(mode=0o755)
    link = cache_folder(name)
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(elsewhere)
    keep("things", "one", b"content", 2)
    assert cached("things", "one") is None
    assert list(elsewhere.iterdir()) == []
    assert elsewhere.stat().st_mode & 0o777 == 0o755


def test_a_full_disk_leaves_nothing_half_written(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("things", "one", b"content", 2)

    def full(written: object, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    keep("things", "two", b"content", 2)
    assert [path.name for path in cache_folder("things").iterdir()] == ["one"]


def test_what_killed_processes_left_goes_with_the_oldest() -> None:
    keep("things", "one", b"content", 2)
    for number in range(5):
        left = cache_folder("things") / f"one-{number}"
        left.write_bytes(b"half")
        os.utime(left, ns=(number, number))
    keep("things", "two", b"content", 2)
    assert sorted(path.name for path in cache_folder("things").iterdir()) == ["one", "two"]


def test_a_cache_that_is_a_link_is_not_used_and_not_cleared(home: Path, tmp_path: Path) -> None:
    keep("fonts", "one", b"content", 2)
    elsewhere = (home / "briefs").rename(tmp_path / "elsewhere")
    (home / "briefs").symlink_to(elsewhere)
    assert cached("fonts", "one") is None
    assert cached_sizes()["fonts"] == (0, 0)
    assert clear_cache() == (0, 0)
    assert (elsewhere / "fonts" / "one").exists()


def test_a_cache_that_is_used_is_not_changed_by_asking() -> None:
    assert why_unused() == ""
    assert not cache_folder("").exists()
    keep("fonts", "one", b"content", 2)
    before = sorted(cache_folder("").rglob("*"))
    assert why_unused() == ""
    assert sorted(cache_folder("").rglob("*")) == before


def test_it_is_told_why_a_cache_is_not_used(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("fonts", "one", b"content", 2)
    cache_folder("fonts").chmod(0o777)
    assert why_unused() == f"{cache_folder('fonts')} can be written by others"
    cache_folder("fonts").chmod(0o700)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert why_unused() == f"{home / 'briefs'} belongs to another user"
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home))
    (home / "briefs").rename(home / "elsewhere")
    (home / "briefs").symlink_to(home / "elsewhere")
    assert why_unused() == f"{home / 'briefs'} is a link"
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "elsewhere" / "fonts" / "one"))
    assert why_unused() == f"{home / 'elsewhere' / 'fonts' / 'one'} cannot be written"


def test_a_full_disk_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("fonts", "one", b"content", 2)

    def refuse(*arguments: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "open", refuse)
    assert why_unused() == f"{home / 'briefs'} cannot be written: No space left on device"
    assert [path.name for path in (home / "briefs").iterdir()] == ["fonts"]
