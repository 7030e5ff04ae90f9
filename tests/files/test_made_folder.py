"""Folders are made with those above them, unless they would be in each other by the hundred."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.files.made_folder import MOST_NEW, make_folder
from briefs.files.user_cache import cached, keep


def test_those_above_are_made_too(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "c"
    make_folder(folder, 0o700)
    make_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert folder.parent.stat().st_mode & 0o077


@pytest.mark.parametrize("count", [MOST_NEW + 1, 1000, 3000])
def test_a_path_of_a_thousand_folders_is_too_long(tmp_path: Path, count: int) -> None:
    with pytest.raises(OSError, match="File name too long"):
        make_folder(tmp_path.joinpath(*"d" * count))
    assert list(tmp_path.iterdir()) == []


def test_a_file_or_a_link_that_leads_nowhere_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "link").symlink_to("nothing")
    for name in ("file", "file/a", "link", "link/a/b"):
        with pytest.raises(OSError, match=r"."):
            make_folder(tmp_path / name)


def test_a_cache_that_is_a_thousand_folders_deep_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path.joinpath(*"d" * 1000)))
    keep("faces", "one", b"content", 5)
    assert cached("faces", "one") is None
