"""Folders of a project that are held open while files in them are replaced."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from briefs.files.inner_folder import inner_folder, inside_project
from briefs.files.whole_files import write_whole
from briefs.model.diagnostics import BriefsError


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a folder, a link to it, and links that lead out."""
    root = tmp_path / "project"
    (root / "seeds" / "harbour").mkdir(parents=True)
    (root / "seeds" / "harbour" / "fact.yaml").write_bytes(b"kind: fact")
    (root / "again").symlink_to("seeds/harbour")
    (root / "out").symlink_to(tmp_path)
    (root / "device").symlink_to("/dev")
    return root


def test_links_within_the_project_are_followed(root: Path) -> None:
    for path in ("seeds/harbour/fact.yaml", "again/fact.yaml"):
        with inner_folder(root, path) as folder:
            assert folder.read("fact.yaml") == b"kind: fact"


@pytest.mark.parametrize(
    "path", ["out/x", "device/stdin", "../x", "seeds/../../x", "/etc/passwd", "out/project/x/../../y"]
)
def test_nothing_leads_out_of_the_project(root: Path, path: str) -> None:
    with pytest.raises(BriefsError, match="leads out of the project"), inner_folder(root, path):
        pass
    with pytest.raises(BriefsError, match="leads out of the project"):
        inside_project(root, path)


def test_a_link_is_not_read(root: Path) -> None:
    (root / "seeds" / "link.yaml").symlink_to("harbour/fact.yaml")
    with inner_folder(root, "seeds/link.yaml") as folder, pytest.raises(OSError, match="symbolic link"):
        folder.read("link.yaml")


def test_a_file_is_replaced_in_one_step_whatever_lies_beside(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "profile"
    outside.write_bytes(b"mine")
    (root / "seeds" / "harbour" / ".fact.yaml.new").symlink_to(outside)
    with inner_folder(root, "seeds/harbour/fact.yaml") as folder:
        folder.write_beside("fact.yaml", b"new", 0o640)
        assert folder.read("fact.yaml") == b"kind: fact"
        folder.take_place("fact.yaml")
        assert folder.read("fact.yaml") == b"new"
        assert folder.facts("fact.yaml").st_mode & 0o777 == 0o640
    assert outside.read_bytes() == b"mine"


def test_a_whole_file_is_not_written_through_a_link_either(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "profile"
    outside.write_bytes(b"mine")
    (root / ".report.lock.new").symlink_to(outside)
    assert write_whole(root / "report.lock", b"new")
    assert (root / "report.lock").read_bytes() == b"new"
    assert outside.read_bytes() == b"mine"


@contextmanager
def no_room() -> Iterator[None]:
    """Files can have eight bytes only, as on a disk that is nearly full."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_of_what_there_is_no_room_for_nothing_is_left(root: Path) -> None:
    with inner_folder(root, "seeds/harbour/fact.yaml") as folder, no_room(), pytest.raises(OSError, match="large"):
        folder.write_beside("fact.yaml", b"much longer than there is room for")
    with no_room(), pytest.raises(BriefsError, match="cannot write"):
        write_whole(root / "seeds" / "harbour" / "fact.yaml", b"much longer than there is room for")
    assert [one.name for one in (root / "seeds" / "harbour").iterdir()] == ["fact.yaml"]
    assert (root / "seeds" / "harbour" / "fact.yaml").read_bytes() == b"kind: fact"
