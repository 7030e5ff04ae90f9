"""Files in the user's cache folder: what takes time to make and can be made again.

What cannot be read there is made again, and what cannot be written there is not kept: a cache never changes a result.
Some of it is code, so nothing is taken from a folder that is another user's, or that others can write into (CWE-379).
"""

from __future__ import annotations

import os
import stat
from hashlib import blake2b
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.made_folder import make_folder


def cached(folder: str, name: str) -> bytes | None:
    """What was kept as `name` in a folder of the cache; None if it is not there or not whole."""
    file = cache_folder(folder) / name
    try:
        if not file.is_file() or not _is_own(file):  # reading a pipe would never end
            return None
        written = read_file(file)
    except OSError:
        return None
    digest, content = written[:32], written[32:]
    return content if digest == _digest(content) else None


def keep(folder: str, name: str, content: bytes, most: int) -> None:
    """Keep `content` as `name`, in one step, in a folder of the cache that has at most so many files, the latest ones.

    Nothing happens if there is no room, or if the folder cannot be written.
    """
    file = cache_folder(folder) / name
    try:
        make_folder(file.parent.parent, 0o700)
        make_folder(file.parent, 0o700)
        new = file.with_name(f"{file.name}-{os.getpid()}")
        new.write_bytes(_digest(content) + content)
        new.replace(file)
        kept_before = sorted(file.parent.iterdir(), key=lambda one: one.lstat().st_mtime_ns)
        for old in kept_before[:-most]:
            old.unlink()
    except OSError:  # a full disk, or a folder that cannot be written, or another process was quicker
        return


def cache_folder(name: str) -> Path:
    """A folder of the cache; a relative path of it counts as not set (XDG Base Directory Specification, Basics)."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    home = Path(named) if os.path.isabs(named) else Path(os.path.expanduser("~/.cache"))  # noqa: PTH111, PTH117
    return home / "briefs" / name


def _is_own(file: Path) -> bool:
    """Whether nobody else can have written `file`, as far as its own mode and those of its two folders say. Raises
    OSError."""
    if not hasattr(os, "geteuid"):  # pragma: no cover - a system without such modes
        return True
    states = (path.lstat() for path in (file, file.parent, file.parent.parent))
    return all(one.st_uid == os.geteuid() and not one.st_mode & (stat.S_IWGRP | stat.S_IWOTH) for one in states)


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=32).digest()
