"""Files in the user's cache folder: what takes time to make and can be made again.

What cannot be read there is made again, and what cannot be written there is not kept: a cache never changes a result.
Some of it is code, so nothing is taken from a folder that is another user's, or that others can write into (CWE-379).
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.made_folder import make_folder

RECORDS = ""
"""The cache folder itself, with the records of calls."""
FOLDERS: Mapping[str, str] = {
    RECORDS: "what earlier commands printed",
    "compiled": "what Python compiles to load the program",
    "builds": "whole builds",
    "finished": "single briefs",
    "materials": "reports with their blocks and templates",
    "checks": "what checks of wording found",
    "recognition": "what was recognised in reports",
    "faces": "what fonts say of themselves",
    "fonts": "the parts of fonts that Word and HTML files carry",
    "declarations": "declarations of the libraries for layout",
    "layouts": "positions of what was laid out",
    "styles": "style sheets that were read",
    "values": "tables of words, and other small things that are seldom made anew",
}
"""The folders of the cache, and what is in each."""

LARGEST_FOLDER = 250_000_000
"""Bytes of all files in a folder of the cache; the oldest ones go first."""

_RECORD = re.compile(r"[0-9a-f]{64}(?:-[0-9]+)?")
"""Names of records of calls (`briefs/cli/unchanged.py`), also while they are written."""

_PROBE, _PROBED = "0" * 64, 4096
"""The name and the size of a file that is written to see whether any can be; it is named like a record of no call."""

_is_off = False


def switch_off() -> None:
    """From now on, this process keeps nothing and finds nothing that was kept."""
    global _is_off
    _is_off = True


def is_off() -> bool:
    """Whether this process does without the cache."""
    return _is_off


def cached(folder: str, name: str) -> bytes | None:
    """What was kept as `name` in a folder of the cache; None if it is not there or not whole."""
    if _is_off:
        return None
    file = cache_folder(folder) / name
    try:
        if not file.is_file() or not _is_own(file):  # reading a pipe would never end
            return None
        written = read_file(file)
    except OSError:
        return None
    digest, content = written[:32], written[32:]
    return content if digest == _digest(folder, name, content) else None


def keep(folder: str, name: str, content: bytes, most: int) -> None:
    """Keep `content` as `name`, in one step, in a folder of the cache that has at most so many files, the latest ones.

    Nothing happens if there is no room, or if the folder cannot be written.
    """
    if _is_off:
        return
    file = cache_folder(folder) / name
    try:
        make_cache_folder()
        _make_private(file.parent)
        write_private(str(file), _digest(folder, name, content), content)
        for old in _too_many(folder, most):
            old.unlink()
    except OSError:  # a full disk, or a folder that cannot be written, or another process was quicker
        return


def make_cache_folder() -> None:
    """Make the folder of everything that is kept, unless it exists; nobody else may look into it. Raises OSError."""
    _make_private(cache_folder(""))


def write_private(path: str, *pieces: bytes) -> None:
    """Write a file that nobody else may read, in one step. Raises OSError, and leaves nothing behind then."""
    new = Path(f"{path}-{os.getpid()}")
    try:
        new.touch(0o600)
        with new.open("wb") as written:
            for piece in pieces:
                written.write(piece)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def clear_cache() -> tuple[int, int]:
    """Remove the records of calls and everything in the folders of the cache; how many files and bytes that were.

    Nothing else in the cache folder is touched. What cannot be removed stays.
    """
    files = size = 0
    for name in reversed(tuple(FOLDERS)):  # the cache folder itself last
        for path, state in _states(name):
            try:
                path.unlink()
            except OSError:
                continue
            files, size = files + 1, size + state.st_size
        try:
            cache_folder(name).rmdir()
        except OSError:  # there is none, or something in it stays
            continue
    return files, size


def cached_sizes() -> dict[str, tuple[int, int]]:
    """How many files each folder of the cache has, and how many bytes."""
    states = {name: [state for _, state in _states(name)] for name in FOLDERS}
    return {name: (len(found), sum(one.st_size for one in found)) for name, found in states.items()}


def why_unused() -> str:
    """Why nothing can be kept in the cache, or nothing is taken from it, in words; empty if it is used.

    To find out, a small file is written there and removed, if the folder exists; nothing is made otherwise.
    """
    folder = cache_folder("")
    try:
        if not os.path.lexists(folder):
            above = next(one for one in folder.parents if os.path.lexists(one))
            return "" if above.is_dir() and os.access(above, os.W_OK | os.X_OK) else f"{above} cannot be written"
        for one in filter(os.path.lexists, map(cache_folder, FOLDERS)):
            if why := _why_foreign(one.lstat()):
                return f"{one} {why}"
        write_private(str(folder / _PROBE), bytes(_PROBED))
        (folder / _PROBE).unlink()
    except OSError as error:
        return f"{folder} cannot be written: {error.strerror}"
    return ""


def _why_foreign(state: os.stat_result) -> str:
    """Why a folder in this state is not trusted, in words; empty if it is."""
    if not stat.S_ISDIR(state.st_mode):
        return "is a link" if stat.S_ISLNK(state.st_mode) else "is not a folder"
    if not hasattr(os, "geteuid"):  # pragma: no cover - a system without such modes
        return ""
    if state.st_uid != os.geteuid():
        return "belongs to another user"
    return "can be written by others" if state.st_mode & (stat.S_IWGRP | stat.S_IWOTH) else ""


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


def _make_private(folder: Path) -> None:
    """Make `folder`, unless it exists; let nobody else look into it. Raises OSError, also if it is another user's, who
    could lead elsewhere what is written there (CWE-59), or a link: nothing would be taken from it either."""
    make_folder(folder, 0o700)
    state = folder.lstat()
    if not hasattr(os, "geteuid"):  # pragma: no cover - a system without such modes
        return
    if state.st_uid != os.geteuid() or not stat.S_ISDIR(state.st_mode):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(folder))
    if stat.S_IMODE(state.st_mode) != 0o700:
        folder.chmod(0o700)


def _states(name: str) -> Iterator[tuple[Path, os.stat_result]]:
    """The files in a folder of the cache, which is not a link, and their states; nothing if it cannot be read."""
    folder = cache_folder(name)
    try:
        is_linked = folder.is_symlink() or cache_folder("").is_symlink()
        paths = [] if is_linked else list(folder.iterdir())
    except OSError:
        return
    for path in paths:
        try:
            state = path.lstat()
        except OSError:  # another process was quicker
            continue
        if not stat.S_ISDIR(state.st_mode) and (name != RECORDS or _RECORD.fullmatch(path.name)):
            yield path, state


def _too_many(name: str, most: int) -> Iterator[Path]:
    """The oldest files in a folder of the cache, without which it has at most so many, and not too many bytes."""
    latest = sorted(_states(name), key=lambda one: one[1].st_mtime_ns, reverse=True)
    size = 0
    for number, (path, state) in enumerate(latest):
        size += state.st_size
        if number >= most or (size > LARGEST_FOLDER and number):
            yield path


def _digest(folder: str, name: str, content: bytes) -> bytes:
    """The checksum of a file, which only counts under its own name: what is kept under another is something else."""
    digest = blake2b(f"{folder}/{name}\n".encode(), digest_size=32)
    digest.update(content)
    return digest.digest()
