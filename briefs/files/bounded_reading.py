"""Reading files: regular files of a stated size only, and those of a project only inside it.

A pipe or a device would be read for ever, and a link may lead to what nobody wanted to print (CWE-59, CWE-400). Nothing
else in the program opens a file that it is given.
"""

from __future__ import annotations

import errno
import hashlib
import os
from pathlib import Path, PurePosixPath

from briefs.model.diagnostics import Diagnostic, DocumentError, Fault, Place, relative
from briefs.model.limits import LARGEST_OTHER, LARGEST_TEXT
from briefs.model.regular_file import Unreadable, open_file, read_file

__all__ = [
    "Unreadable",
    "check_inside",
    "hash_file",
    "leads_out",
    "link_out",
    "read_file",
    "read_input",
    "read_written",
    "unreadable",
]

_PIECE = 1 << 20
"""Bytes that are hashed at once."""


def read_input(path: Path, root: Path, largest: int = LARGEST_OTHER) -> bytes:
    """As `read_file`, for a file of the project at `root`: links may lead to other places in the project only.

    Raises Unreadable also for a link that leads out of it, be it the file or a folder that it is in.
    """
    check_inside(path, root)
    return read_file(path, largest)


def read_written(path: Path, shown_path: str, largest: int = LARGEST_TEXT) -> bytes:
    """The content of a file that people write, which diagnostics call `shown_path`: its path from the project, if it is
    in one. Links may lead to other places in the project only.

    Raises FileNotFoundError or NotADirectoryError if it is not there, and DocumentError if it is not read. Code:
    `file-unreadable`.
    """
    root = _root_of(path, shown_path)
    try:
        return read_file(path, largest) if root is None else read_input(path, root, largest)
    except (FileNotFoundError, NotADirectoryError):
        raise
    except OSError as error:
        raise DocumentError([_problem(error, shown_path, root)]) from error


def unreadable(error: OSError, root: Path) -> Diagnostic:
    """What is wrong with a file or folder of the project at `root` that was not read because of `error`, which has its
    name. Code: `file-unreadable`."""
    return _problem(error, relative(Path(error.filename), root), root)


def hash_file(path: Path, largest: int = LARGEST_OTHER) -> str:
    """The SHA-256 of the file at `path`, read piece by piece. Raises the same as `read_file`."""
    found, size = hashlib.sha256(), 0
    with open_file(path, largest) as file:
        while piece := file.read(_PIECE):
            found.update(piece)
            if (size := size + len(piece)) > largest:
                break  # it grows: nobody needs the hash of what is not whole
    return found.hexdigest()


def leads_out(path: Path, root: Path) -> bool:
    """Whether a file or folder that is called by a path inside the project is in truth elsewhere."""
    return not _is_in(os.path.realpath(path), os.path.realpath(root))


def link_out(path: Path, root: Path) -> Path | None:
    """The link that leads out of the project at `root` on the way to `path`: a folder, or `path` itself; None if none
    does."""
    top = os.path.realpath(root)
    if _is_in(os.path.realpath(path), top):
        return None
    try:
        parts = path.absolute().relative_to(root.absolute()).parts
    except ValueError:
        return path
    way = [root.joinpath(*parts[:count]) for count in range(1, len(parts) + 1)]
    return next((one for one in way if not _is_in(os.path.realpath(one), top)), path)


def check_inside(path: Path, root: Path) -> None:
    """Raise Unreadable, with the name of the link, if a file or folder of the project at `root` leads out of it."""
    if (link := link_out(path, root)) is not None:
        raise Unreadable("it is a link that leads out of the project", link, "put a copy of what it leads to here")


def _is_in(real: str, top: str) -> bool:
    return real == top or real.startswith(top.rstrip(os.sep) + os.sep)


def _root_of(path: Path, shown_path: str) -> Path | None:
    """The project from which a path is shown; None for a file that is shown by its own path, outside any project."""
    shown, whole = PurePosixPath(shown_path).parts, path.absolute()
    if PurePosixPath(shown_path).is_absolute() or whole.parts[-len(shown) :] != shown:
        return None
    return whole.parents[len(shown) - 1]


def _problem(error: OSError, shown_path: str, root: Path | None) -> Diagnostic:
    if isinstance(error, Unreadable):
        if root is not None and error.filename:
            shown_path = relative(Path(error.filename), root)  # of a folder, the link that leads out
        fault = Fault("file-unreadable", str(error.strerror), error.hint)
    elif error.errno == errno.EISDIR:
        fault = Fault("file-unreadable", "it is a folder, and no file", "rename it, or put a file in its place")
    else:
        fault = Fault("file-unreadable", f"it cannot be read: {error.strerror}", "look at who may read it")
    return fault.at(Place(shown_path.encode("utf-8", "backslashreplace").decode()))  # a name need not be UTF-8
