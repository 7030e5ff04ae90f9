"""A walk through a folder of a project ends, whatever the folder holds, and names what is not read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.files.file_walk import files_below, walk_files
from briefs.model.diagnostics import BriefsError, DocumentError


def walked(folder: Path, root: Path) -> list[str]:
    """The files that are found, by path in the folder."""
    read = walk_files(folder, root)
    assert read.problems == ()
    return [file.path.relative_to(folder).as_posix() for file in read.value]


def refused(folder: Path, root: Path) -> list[tuple[str, str]]:
    """Path and message of each problem."""
    return [(one.place.path, one.message) for one in walk_files(folder, root).problems]


@pytest.fixture
def seed(tmp_path: Path) -> Path:
    """A folder in a project, which is in `tmp_path`."""
    folder = tmp_path / "project" / "seeds" / "a"
    folder.mkdir(parents=True)
    return folder


def test_files_are_in_order_without_what_is_hidden(seed: Path, tmp_path: Path) -> None:
    for name in ("b/c.yaml", "a.yaml", ".git/config", "b/.x", "b/d/e"):
        (seed / name).parent.mkdir(exist_ok=True)
        (seed / name).touch()
    assert walked(seed, tmp_path / "project") == ["a.yaml", "b/c.yaml", "b/d/e"]
    assert walked(seed / "none", tmp_path / "project") == walked(seed / "a.yaml", tmp_path / "project") == []


def test_links_within_the_project_are_followed_but_not_round_and_round(seed: Path, tmp_path: Path) -> None:
    (tmp_path / "project/shared").mkdir()
    (tmp_path / "project/shared/x").touch()
    (seed / "link").symlink_to("../../shared")
    (seed / "itself").symlink_to("itself")
    (seed / "nowhere").symlink_to("nothing")
    assert walked(seed, tmp_path / "project") == ["link/x"]
    (seed / "up").symlink_to("..")
    (tmp_path / "project/shared/back").symlink_to(".")
    back = "it is a link that leads back to a folder that it is in"
    assert refused(seed, tmp_path / "project") == [("seeds/a/link/back", back), ("seeds/a/up", back)]


def test_folders_that_lead_to_each_other_come_to_an_end(
    seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one in range(8):
        (seed / f"d{one}").mkdir()
        for other in range(8):
            (seed / f"d{one}/l{other}").symlink_to(f"../d{other}")
    monkeypatch.setattr("briefs.files.file_walk.MOST_FILES", 500)
    with pytest.raises(DocumentError, match=r"seeds/a: error: it has more than 500 files and folders"):
        walk_files(seed, tmp_path / "project")


def test_each_thing_that_is_not_read_is_named(seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (seed / "out").symlink_to(tmp_path)
    (seed / "passwords").symlink_to("/etc/passwd")
    os.mkfifo(seed / "pipe")
    (seed / "large").write_bytes(b"123")
    (seed / ("deep/" * 4)).mkdir(parents=True)
    monkeypatch.setattr("briefs.files.file_walk.LARGEST_OTHER", 2)
    monkeypatch.setattr("briefs.files.file_walk.MOST_LEVELS", 3)
    assert refused(seed, tmp_path / "project") == [
        ("seeds/a/deep/deep/deep/deep", "it is in more than 3 folders, and no deeper ones are read"),
        ("seeds/a/large", "it has 0.0 MB, and no more than 0 MB are read"),
        ("seeds/a/out", "it is a link that leads out of the project"),
        ("seeds/a/passwords", "it is a link that leads out of the project"),
        ("seeds/a/pipe", "it is a pipe or a device, not a file"),
    ]


def test_what_is_read_has_a_name_that_can_be_printed(seed: Path, tmp_path: Path) -> None:
    for name in ("a\udce9.docx", "b\udce9.yaml"):
        try:
            (seed / name).touch()
        except OSError:  # some systems have no such names
            return
    assert refused(seed, tmp_path / "project") == [
        ("seeds/a/b\\udce9.yaml", "its name is not UTF-8, and cannot be written into a brief")
    ]


def test_a_folder_that_may_not_be_read_is_named(seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    assert refused(seed, tmp_path / "project") == [("seeds/a", "it cannot be read: Permission denied")]


def test_all_files_together_have_a_largest_size(seed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefs.files.file_walk.LARGEST_FOLDER", 5)
    for name in "ab":
        (seed / name).write_bytes(b"123")
    with pytest.raises(DocumentError, match="files-too-many"):
        walk_files(seed, tmp_path / "project")


def test_a_folder_that_leads_out_is_one_problem(seed: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.md").touch()
    (tmp_path / "project/templates").symlink_to("../elsewhere")
    assert refused(tmp_path / "project/templates", tmp_path / "project") == [
        ("templates", "it is a link that leads out of the project")
    ]


def test_a_project_that_a_link_leads_to_is_like_any_other(seed: Path, tmp_path: Path) -> None:
    (seed / "a.yaml").touch()
    (tmp_path / "shortcut").symlink_to("project")
    assert walked(tmp_path / "shortcut/seeds/a", tmp_path / "shortcut") == ["a.yaml"]


def test_any_folder_is_listed_without_following_links_up_to_a_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "a/b/c").touch()
    (tmp_path / "a/round").symlink_to(".")
    assert sorted(files_below(tmp_path)) == [tmp_path / "a/b/c", tmp_path / "a/round"]
    monkeypatch.setattr("briefs.files.file_walk.MOST_FILES", 3)
    with pytest.raises(BriefsError, match="has more than 3 files"):
        list(files_below(tmp_path))
