"""A lock on a folder that is to be written, so that two builds at once do not undo each other's work."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefs.files.made_folder import make_folder

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Linux or macOS
    fcntl = None  # type: ignore[assignment]


@contextmanager
def locked(folder: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep others who ask for this lock from writing `folder` inside this `with` block; `waiting` is called before a
    wait.

    The lock is on a hidden file beside the folder, which is removed in the end. Where none can be made, or the file
    system knows no locks, the block runs without.
    """
    folder = folder.resolve()
    path = folder.with_name(f".{folder.name[:40]}.lock") if folder.name else None
    file = _lock(path, waiting) if path else None
    try:
        yield
    finally:
        if path and file is not None:
            path.unlink(missing_ok=True)  # first: whoever waits for it sees that it is gone, and makes another
            os.close(file)


def _lock(path: Path, waiting: Callable[[], None]) -> int | None:
    """Open and lock the file at `path`, once nobody else holds it; None if that is impossible."""
    if fcntl is None:  # pragma: no cover
        return None
    try:
        make_folder(path.parent)
        while True:
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
            try:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    waiting()
                    fcntl.flock(file, fcntl.LOCK_EX)
                if _is_at(path, file):
                    return file
            except BaseException:
                os.close(file)
                raise
            os.close(file)
    except OSError:  # if the folder cannot be written either, writing it will say why
        return None


def _is_at(path: Path, file: int) -> bool:
    """Whether the open `file` is still the one at `path`; the build that held the lock has removed it otherwise."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
