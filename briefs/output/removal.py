"""Removing a folder that a build has no more use for, with everything in it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path


def remove(folder: Path) -> bool:
    """Remove `folder`, even if folders in it are protected against writing; whether nothing of it is left.

    The modes of files stay as they are: the new build may share the files with it.
    """
    with suppress(OSError):
        shutil.rmtree(folder)
    if os.path.lexists(folder):
        _open_up(folder)
        shutil.rmtree(folder, ignore_errors=True)
    return not os.path.lexists(folder)


def _open_up(folder: Path) -> None:
    """Let the owner write to `folder` and all folders below, as far as they are ours."""
    with suppress(OSError):
        folder.chmod(folder.stat().st_mode | 0o700)
        for entry in os.scandir(folder):
            if entry.is_dir(follow_symlinks=False):
                _open_up(Path(entry.path))
