"""Making a folder with those above it. `Path.mkdir` exhausts Python's stack if a path names a thousand of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path

MOST_NEW = 100
"""How many folders are made in each other at once; nobody means more."""


def make_folder(path: Path, mode: int = 0o777) -> None:
    """Make the folder at `path`, unless it exists, and all above it that do not. Raises OSError.

    `mode` is that of the folder itself.
    """
    missing = [path]
    while not os.path.lexists(missing[-1].parent):
        missing.append(missing[-1].parent)
        if len(missing) > MOST_NEW:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG), str(path))
    for above in reversed(missing[1:]):
        above.mkdir(exist_ok=True)
    path.mkdir(mode, exist_ok=True)
