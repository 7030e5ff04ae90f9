"""Regular files of a stated size are read, and nothing else is waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from briefs.model.regular_file import Unreadable, open_file, opened, read_file, whole


def test_a_file_is_read_up_to_its_largest_size(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_file(tmp_path / "a", 5) == b"12345"
    with pytest.raises(Unreadable, match="no more than 0 MB are read"):
        read_file(tmp_path / "a", 4)


def test_a_file_that_grows_while_it_is_read_is_held(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    with open_file(path, 10) as file:
        path.write_bytes(b"1" * 11)
        with pytest.raises(Unreadable, match="no more than 0 MB are read"):
            whole(file, path, 10)


def test_a_file_whose_size_the_system_does_not_know_is_read(tmp_path: Path) -> None:
    path = Path("/proc/self/status")
    if path.exists():
        assert read_file(path).startswith(b"Name:")


def test_a_socket_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("a")
        with pytest.raises(Unreadable, match="it is a pipe or a device, not a file"):
            read_file(tmp_path / "a")


def test_nor_is_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="its name cannot be that of a file"):
        read_file(tmp_path / "a\0b")


def test_what_is_refused_does_not_stay_open(tmp_path: Path) -> None:
    descriptor = os.open(tmp_path, os.O_RDONLY)
    with pytest.raises(IsADirectoryError):
        opened(descriptor, tmp_path)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(descriptor)
