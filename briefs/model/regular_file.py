"""Reading regular files of a stated size only: a pipe or a device would be read for ever (CWE-400)."""

from __future__ import annotations

import errno
import os
import stat
from io import FileIO
from pathlib import Path

from briefs.model.limits import LARGEST_OTHER, MB
from briefs.model.present_step import uses

_PIECE = 65_536
"""The fewest bytes that are asked for at once."""


class Unreadable(OSError):
    """A file that is there, but that the program does not read; `strerror` says why, in words that follow "cannot
    read X:", and `hint` what to do."""

    def __init__(self, reason: str, path: Path, hint: str = "") -> None:
        super().__init__(errno.EINVAL, reason, str(path))
        self.hint = hint


def read_file(path: Path, largest: int = LARGEST_OTHER) -> bytes:
    """The content of the file at `path`, of `largest` bytes at most.

    Raises Unreadable for what is no regular file, or larger; another OSError if the system cannot read it.
    """
    with open_file(path, largest) as file:
        return whole(file, path, largest)


def open_file(path: Path, largest: int = LARGEST_OTHER) -> FileIO:
    """The file at `path`, open for reading its bytes, which now are `largest` at most; the caller closes it.

    Raises the same as `read_file`.
    """
    # A pipe without a writer is not waited for, and a terminal does not become ours.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except ValueError as error:  # a null character in a name
        raise Unreadable("its name cannot be that of a file", path) from error
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise not_regular(path) from error
        raise
    return opened(descriptor, path, largest)


def opened(descriptor: int, path: Path, largest: int = LARGEST_OTHER) -> FileIO:
    """What is open as `descriptor`, which is closed if that is no regular file, or larger. Raises as `read_file`."""
    try:
        facts = os.fstat(descriptor)
        if stat.S_ISDIR(facts.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not stat.S_ISREG(facts.st_mode):
            raise not_regular(path)
        if facts.st_size > largest:
            raise too_large(facts.st_size, largest, path)
    except OSError:
        os.close(descriptor)
        raise
    return FileIO(descriptor, "rb")


def whole(file: FileIO, path: Path, largest: int = LARGEST_OTHER) -> bytes:
    """Everything in an open file. Raises Unreadable if it has become larger than `largest` bytes."""
    pieces, size = [], 0
    # The size is what the system says; a file that grows meanwhile is held by what is read.
    asked = os.fstat(file.fileno()).st_size + 1
    while piece := file.read(max(asked - size, _PIECE)):
        pieces.append(piece)
        size += len(piece)
        if size > largest:
            raise too_large(size, largest, path)
    uses(path, size)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


def not_regular(path: Path) -> Unreadable:
    """Why a pipe, a socket or a device is not read."""
    return Unreadable("it is a pipe or a device, not a file", path, "put a file in its place")


def too_large(size: int, largest: int, path: Path) -> Unreadable:
    """Why a file of `size` bytes is not read."""
    reason = f"it has {size / MB:,.1f} MB, and no more than {largest / MB:,.0f} MB are read"
    return Unreadable(reason, path, "make it smaller, or move it out of the project")
