"""A hidden folder in which new content is made before it takes its place, and which no killed process leaves for ever.

Whoever makes one holds a lock on it, which the system takes away when the process ends, however it ends. So the next
one that makes such a folder knows which of those beside it nobody works in any more, and removes them.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # pragma: no cover - not on Linux or macOS
    fcntl = None  # type: ignore[assignment]

ENDING = ".unfinished"
"""By it and eight letters before it, a staging folder is told from all that people might put beside it."""


def remove_folder(folder: Path) -> bool:
    """Remove a folder with all that is in it; whether nothing is left."""
    with suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if os.path.lexists(folder):
        make_shallow(folder)
        shutil.rmtree(folder, ignore_errors=True)
    return not os.path.lexists(folder)


def make_shallow(folder: Path) -> None:
    """Let the owner write to `folder` and all below it, as far as they are ours, and bring folders below up into it.

    Python opens a folder for each level as it removes them, and does not get far if they lie in each other without end.
    """
    waiting, count = [] if folder.is_symlink() else [folder], 0
    while waiting:
        with suppress(OSError):
            one = waiting.pop()
            one.chmod(one.stat().st_mode | 0o700)
            with os.scandir(one) as entries:
                below = [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
            for path in below:
                count += 1
                up = folder / f".{count}{ENDING}"
                with suppress(OSError):
                    Path(path).chmod(0o700)  # a folder that is moved is written to
                    Path(path).rename(up)
                    waiting.append(up)


@contextmanager
def staging_folder(
    parent: Path, name: str, remove: Callable[[Path], bool] = remove_folder
) -> Iterator[tuple[Path, Callable[[], bool]]]:
    """A new folder in `parent` for what will be called `name`, and a function that removes it and says whether it is
    gone; it is called in the end, if it was not. Folders that others left there for `name` are removed first.

    Raises OSError if it cannot be made.
    """
    remove_abandoned(parent, name, remove)
    folder = Path(tempfile.mkdtemp(prefix=_prefix(name), suffix=ENDING, dir=parent))
    lock = _locked(folder)
    is_removed = False

    def removed() -> bool:
        nonlocal is_removed
        is_removed = True
        return remove(folder)

    try:
        yield folder, removed
    finally:
        try:
            if not is_removed:
                remove(folder)
        finally:
            if lock is not None:
                os.close(lock)


def remove_abandoned(parent: Path, name: str, remove: Callable[[Path], bool] = remove_folder) -> None:
    """Remove the staging folders for `name` in `parent` whose makers have ended, as far as that is possible."""
    with suppress(OSError):
        for entry in sorted(parent.iterdir()):
            if is_staging(entry.name, name) and (lock := _locked(entry)) is not None:
                try:
                    remove(entry)
                finally:
                    os.close(lock)


def is_staging(entry: str, name: str) -> bool:
    """Whether a file or folder is called as a staging folder for `name` is."""
    return re.fullmatch(rf"{re.escape(_prefix(name))}[a-z0-9_]{{8}}{re.escape(ENDING)}", entry) is not None


def _prefix(name: str) -> str:
    return f".{name[:40]}-"


def _locked(folder: Path) -> int | None:
    """Hold the lock on a folder; None if its maker holds it, or if it is no folder, or there are no locks."""
    if fcntl is None:  # pragma: no cover
        return None
    opened = None
    try:
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        if opened is not None:
            os.close(opened)
        return None
    return opened
