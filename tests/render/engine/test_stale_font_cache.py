"""Fontconfig does not see that a font was overwritten where it is."""

from __future__ import annotations

import os
from hashlib import md5
from pathlib import Path

import pytest

from briefs.render.engine.font_folders import font_folders
from briefs.render.engine.stale_font_cache import remove_stale

LATER = 9_000_000_000
"""Seconds: after everything that these tests write."""


@pytest.fixture
def fonts(tmp_path: Path) -> Path:
    (tmp_path / "fonts" / "serif").mkdir(parents=True)
    (tmp_path / "fonts" / "serif" / "Quay.ttf").write_bytes(b"font")
    return tmp_path / "fonts"


def kept_of(folder: Path, kept: Path, seconds: int) -> Path:
    kept.mkdir(exist_ok=True)
    file = kept / f"{md5(str(folder).encode()).hexdigest()}-le64.cache-8"
    file.touch()
    os.utime(file, (seconds, seconds))
    return file


def test_what_was_kept_before_a_font_changed_goes(fonts: Path, tmp_path: Path) -> None:
    above, below = kept_of(fonts, tmp_path / "kept", LATER), kept_of(fonts / "serif", tmp_path / "kept", 1)
    other = kept_of(tmp_path, tmp_path / "kept", 1)
    remove_stale(font_folders(fonts), tmp_path / "kept")
    assert (above.exists(), below.exists(), other.exists()) == (True, False, True)


def test_a_font_that_changes_while_the_process_goes_on_is_noticed(fonts: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    remove_stale(font_folders(fonts), kept)
    below = kept_of(fonts / "serif", kept, 1)
    remove_stale(font_folders(fonts), kept)
    assert below.exists(), "nothing has changed, so nothing is looked at"
    (fonts / "serif" / "Quay.ttf").write_bytes(b"another")
    remove_stale(font_folders(fonts), kept)
    assert not below.exists()


def test_links_that_lead_nowhere_hide_no_change(fonts: Path, tmp_path: Path) -> None:
    (fonts / "nowhere.ttf").symlink_to(tmp_path / "nowhere")
    goes = kept_of(fonts, tmp_path / "kept", 1)
    remove_stale(font_folders(fonts), tmp_path / "kept")
    assert not goes.exists()


def test_what_cannot_be_looked_at_stays(fonts: Path, tmp_path: Path) -> None:
    stays = kept_of(tmp_path / "no fonts", tmp_path / "kept", 1)
    remove_stale(font_folders(tmp_path / "no fonts"), tmp_path / "kept")
    remove_stale(font_folders(fonts), tmp_path / "nothing kept")
    assert stays.exists()
