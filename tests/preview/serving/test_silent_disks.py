"""Whether the system tells of changes on a disk depends on its type."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.preview.serving import silent_disks
from briefs.preview.serving.silent_disks import is_silent


@pytest.mark.parametrize(
    ("table", "silent"),
    [
        ("/dev/sda1 / ext4 rw 0 0", False),
        ("/dev/sda1 / ext4 rw 0 0\nserver:/home {0} nfs4 rw 0 0", True),
        ("server:/home / nfs4 rw 0 0\n/dev/sda1 {0} ext4 rw 0 0", False),
        ("me@server: {0} fuse.sshfs rw 0 0", True),
        ("broken", False),
    ],
)
def test_the_nearest_mount_decides(table: str, silent: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts, mounted = tmp_path / "mounts", (tmp_path / "on a disk").resolve()
    mounts.write_text(table.format(str(mounted).replace(" ", "\\040")), encoding="utf-8")
    monkeypatch.setattr(silent_disks, "MOUNTS", mounts)
    (mounted / "project").mkdir(parents=True)
    assert is_silent(mounted / "project") == silent
    monkeypatch.setattr(silent_disks, "MOUNTS", tmp_path / "none")
    assert not is_silent(mounted)
