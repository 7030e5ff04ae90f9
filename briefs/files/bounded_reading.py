"""Reading files: regular files of a stated size only, and those of a project only inside it.

A pipe or a device would be read for ever, and a link may lead to what nobody wanted to print (CWE-59, CWE-400).
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from briefs.model.limits import LARGEST_OTHER, MB


class Unreadable(OSError):
    """A file that is there, but that the program does not read; `strerror` says why, in words that follow "cannot
    read X:"."""

    def __init__(self, reason: str, path: Path) -> None:
        super().__init__(errno.EINVAL, reason, str(path))


def read_file(path: Path, largest: int = LARGEST_OTHER) -> bytes:
    """The content of the file at `path`, of `largest` bytes at most.

    Raises Unreadable for what is no regular file, or larger; another OSError if the system cannot read it.
    """
    # A pipe without a writer is not waited for, and a terminal does not become ours.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        facts = os.fstat(file.fileno())
        if not stat.S_ISREG(facts.st_mode):
            if stat.S_ISDIR(facts.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            raise Unreadable("it is a pipe or a device, and no file", path)
        # The size is what the system says; a file that grows meanwhile is held by what is read.
        if facts.st_size > largest or len(content := file.read(largest + 1)) > largest:
            raise Unreadable(_too_large(max(facts.st_size, largest + 1), largest), path)
        return content


def read_input(path: Path, root: Path, largest: int = LARGEST_OTHER) -> bytes:
    """As `read_file`, for a file of the project at `root`: links may lead to other places in the project only.

    Raises Unreadable also for a link that leads out of it.
    """
    if leads_out(path, root):
        raise Unreadable("it is a link that leads out of the project", path)
    return read_file(path, largest)


def leads_out(path: Path, root: Path) -> bool:
    """Whether a file or folder that is called by a path inside the project is in truth elsewhere."""
    return not path.resolve().is_relative_to(root.resolve())


def _too_large(size: int, largest: int) -> str:
    return f"it has {size / MB:,.1f} MB, and no more than {largest / MB:,.0f} MB are read"
