"""Removing a folder that a build has no more use for, with everything in it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from briefs.files.staging_folder import make_shallow


def remove(folder: Path) -> bool:
    """Remove `folder`, even if folders in it are protected against writing; whether nothing of it is left.

    The modes of files stay as they are: the new build may share the files with it.
    """
    with suppress(OSError, RecursionError):
        shutil.rmtree(folder)
    if os.path.lexists(folder):
        make_shallow(folder)
        shutil.rmtree(folder, ignore_errors=True)
    return not os.path.lexists(folder)
