"""A folder is removed with everything in it, protected or not; if that fails, it is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.files.staging_folder import remove_folder
from briefs.output.removal import remove
from tests.output.builders import nested


def test_protected_folders_are_removed_and_shared_files_keep_their_modes(private: Path) -> None:
    (private / "old" / "closed" / "below").mkdir(parents=True)
    (private / "old" / "closed" / "file").touch(mode=0o444)
    os.link(private / "old" / "closed" / "file", private / "shared")
    (private / "old" / "link").symlink_to(private)
    (private / "old" / "closed" / "below").chmod(0)
    (private / "old" / "closed").chmod(0o500)
    assert remove(private / "old")
    assert [path.name for path in private.iterdir()] == ["shared"]
    assert (private / "shared").stat().st_mode & 0o777 == 0o444


def test_what_cannot_be_removed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    (tmp_path / "old").mkdir()
    assert not remove(tmp_path / "old")


@pytest.mark.parametrize("removed", [remove, remove_folder])
def test_folders_that_lie_in_each_other_without_end_are_removed(
    tmp_path: Path, removed: Callable[[Path], bool]
) -> None:
    nested(tmp_path / "deep", 1100)
    assert removed(tmp_path / "deep")
