"""Two builds of one folder: the second waits for the first, and no file of the lock remains."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path

import pytest

from briefs.output.lock import locked


def hold(folder: Path, name: str, done: list[str], waits: threading.Event) -> threading.Thread:
    """A thread that takes the lock and adds `name` to `done`."""

    def run() -> None:
        with locked(folder, waits.set):
            done.append(name)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return thread


def test_who_comes_second_says_so_and_waits(tmp_path: Path) -> None:
    folder, done = tmp_path / "above" / "build", list[str]()
    waits = [threading.Event(), threading.Event()]
    with locked(folder, lambda: done.append("first waits")):
        threads = [hold(folder, "later", done, wait) for wait in waits]
        assert all(wait.wait(20) for wait in waits)
        done.append("first")
    for thread in threads:
        thread.join(20)
    assert done == ["first", "later", "later"]
    assert list(folder.parent.iterdir()) == []


def test_another_folder_is_not_waited_for(tmp_path: Path) -> None:
    waits: list[str] = []
    with locked(tmp_path / "build", lambda: None), locked(tmp_path / "other", lambda: waits.append("waits")):
        pass
    assert waits == []


def test_a_link_to_a_folder_has_the_lock_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "link").symlink_to("build")
    waits = threading.Event()
    with locked(tmp_path / "build", lambda: None):
        thread = hold(tmp_path / "link", "", [], waits)
        assert waits.wait(20)
    thread.join(20)


def test_a_lock_that_a_killed_build_left_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".build.lock").touch()
    waits: list[str] = []
    with locked(tmp_path / "build", lambda: waits.append("waits")):
        pass
    assert waits == []
    assert list(tmp_path.iterdir()) == []


def test_where_there_are_no_locks_one_goes_on_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", refuse)
    with locked(tmp_path / "build", lambda: None):
        pass
    (tmp_path / "file").touch()
    with locked(tmp_path / "file" / "build", lambda: None):
        pass
