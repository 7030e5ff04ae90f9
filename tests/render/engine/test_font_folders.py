"""Whatever changes in a folder of fonts shows in its state."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefs.render.engine.font_folders import font_folders


def overwrite(file: Path) -> None:
    """As an installer does it that keeps times: with as many bytes, and the time of before."""
    before = file.stat()
    file.write_bytes(b"tnof")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES: tuple[Callable[[Path], object], ...] = (
    overwrite,
    Path.unlink,
    lambda file: file.rename(file.with_name("Other.ttf")),
    lambda file: file.with_name("More.ttf").write_bytes(b"more"),
    lambda file: (file.parent / "more").mkdir(),
    lambda file: file.with_name("README").symlink_to("nowhere"),
)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("is_linked", [False, True])
def test_changes_show(tmp_path: Path, change: Callable[[Path], object], is_linked: bool) -> None:
    (tmp_path / "fonts").mkdir()
    folder = tmp_path / ("elsewhere" if is_linked else "fonts/serif")
    folder.mkdir()
    (folder / "Quay.ttf").write_bytes(b"font")
    if is_linked:
        (tmp_path / "fonts" / "serif").symlink_to(folder)
    before = font_folders(tmp_path / "fonts")
    assert font_folders(tmp_path / "fonts") == before
    change(folder / "Quay.ttf")
    assert font_folders(tmp_path / "fonts") != before


def test_where_there_is_no_folder_there_is_no_state(tmp_path: Path) -> None:
    assert font_folders(tmp_path / "fonts") == ()
