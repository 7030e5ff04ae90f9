"""Only regular files of a stated size are read, and those of a project only inside it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from briefs.files.bounded_reading import Unreadable, hash_file, link_out, read_file, read_input, read_written
from briefs.model.diagnostics import DocumentError


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
        with pytest.raises(Unreadable, match="it is a pipe or a device, not a file"):
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


def test_of_a_folder_the_link_that_leads_out_is_named(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "elsewhere/blocks").mkdir(parents=True)
    (root / "seeds").symlink_to("../elsewhere")
    (root / "loop").symlink_to("loop")
    assert link_out(root / "seeds/blocks/fact.yaml", root) == root / "seeds"
    assert link_out(root / "loop", root) is None
    assert link_out(root / "missing/a", root) is None


def test_what_people_write_is_told_at_its_place_in_the_project(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "templates").mkdir(parents=True)
    (tmp_path / "a.md").write_bytes(b"foreign")
    (root / "templates/a.md").symlink_to("../../a.md")
    with pytest.raises(DocumentError) as raised:
        read_written(root / "templates/a.md", "templates/a.md")
    assert str(raised.value) == (
        "templates/a.md: error: it is a link that leads out of the project [file-unreadable]\n"
        "  hint: put a copy of what it leads to here"
    )
    with pytest.raises(DocumentError, match=r"templates: error: it is a folder, and no file \[file-unreadable\]"):
        read_written(root / "templates", "templates")
    with pytest.raises(FileNotFoundError):
        read_written(root / "templates/none.md", "templates/none.md")
    link = tmp_path / "b.md"
    link.symlink_to("a.md")
    assert read_written(link, str(link)) == b"foreign"  # named by its own path, it is in no project


def test_a_file_is_hashed_in_pieces(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    assert hash_file(tmp_path / "a") == hashlib.sha256(b"x" * 3_000_000).hexdigest()
