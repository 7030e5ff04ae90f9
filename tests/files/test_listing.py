from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefs.files.listing import entries_in, files_in, rough_text
from briefs.model.diagnostics import BriefsError


def test_files_that_editors_and_systems_leave_behind_are_left_out(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "._a.md", "b.md~", "c.html", ".md"):
        (tmp_path / name).touch()
    (tmp_path / ".#a.md").symlink_to("someone@somewhere")
    assert [path.name for path in files_in(tmp_path, ".md")] == ["a.md", "b.md"]


def test_a_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert files_in(tmp_path / "none", ".md") == files_in(tmp_path / "file", ".md") == []


def test_a_folder_that_may_not_be_read_is_a_fault_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(BriefsError, match=r"^cannot read templates: Permission denied$"):
        files_in(Path("templates"), ".md")


def test_a_pipe_is_not_waited_for_and_left_to_its_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.html")
    assert files_in(tmp_path, ".html") == [tmp_path / "a.html"]
    assert rough_text(tmp_path / "a.html", tmp_path) == ""


def test_no_more_files_are_listed_than_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefs.files.listing.MOST_FILES", 2)
    for name in "abc":
        (tmp_path / name).touch()
    with pytest.raises(BriefsError, match="has more than 2 files, and no more are read"):
        entries_in(tmp_path)


def test_the_rough_text_of_a_file_is_there_whatever_is_wrong_with_it(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"caf\xe9: 1\n")
    assert rough_text(tmp_path / "a.md", tmp_path) == "caf\N{REPLACEMENT CHARACTER}: 1\n"
    assert rough_text(tmp_path / "none.md", tmp_path) == rough_text(tmp_path, tmp_path) == ""


def test_nothing_is_looked_at_to_which_a_link_leads_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "away" / "a.md").write_text("secret", encoding="utf-8")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "in").symlink_to(tmp_path / "away")
    assert rough_text(tmp_path / "project" / "in" / "a.md", tmp_path / "project") == ""
