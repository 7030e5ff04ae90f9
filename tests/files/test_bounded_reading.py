"""Only regular files of a stated size are read, and those of a project only inside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.files.bounded_reading import Unreadable, read_file, read_input


def test_a_file_is_read_up_to_its_largest_size(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345")
    assert read_file(tmp_path / "a", 5) == b"12345"
    with pytest.raises(Unreadable, match=r"it has 0\.0 MB, and no more than 0 MB are read"):
        read_file(tmp_path / "a", 4)


def test_a_file_of_holes_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(2_000_000_000)
    with pytest.raises(Unreadable, match=r"it has 2,000\.0 MB, and no more than 256 MB are read"):
        read_file(tmp_path / "a")


def test_pipes_and_devices_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(Unreadable, match="it is a pipe or a device, and no file"):
            read_file(path)


def test_a_folder_and_a_missing_file_are_what_the_system_says(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_file(tmp_path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "missing")


def test_links_may_lead_to_the_project_only(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (root / "a").write_bytes(b"ours")
    (tmp_path / "b").write_bytes(b"another's")
    (root / "inner").symlink_to("a")
    (root / "outer").symlink_to("../b")
    assert read_input(root / "inner", root) == b"ours"
    with pytest.raises(Unreadable, match="it is a link that leads out of the project"):
        read_input(root / "outer", root)
