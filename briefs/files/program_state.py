"""What the program itself is: whatever is kept from one process to the next counts only for the same program.

This module imports nothing that takes time.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def program_state() -> str:
    """A hash of the state of every file of this program, and of the versions of Python and of all its libraries.

    A file's state changes whenever the file does: size, inode, and times of last change.
    """
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    told = [sys.version, sys.executable, *sys.path, *_versions(), *sorted(_files(root))]
    return sha256("\n".join(told).encode(errors="replace")).hexdigest()


def _files(folder: str) -> Iterator[str]:
    """The files in and below `folder`, each with its state; not those that Python makes."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                state = entry.stat()
                yield f"{entry.path} {state.st_size} {state.st_ino} {state.st_mtime_ns} {state.st_ctime_ns}"


def _versions() -> Iterator[str]:
    """Python's libraries with their versions, as the folders beside them are named, and links to where they are."""
    for folder in sys.path:
        if os.path.isdir(folder):  # noqa: PTH112
            yield from sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".pth")))  # noqa: PTH208
