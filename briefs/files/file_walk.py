"""All files in a folder of a project, as far as a build reads such folders.

A folder may hold anything: links that lead out or back, pipes, more files than anybody could have written. So it is
walked with open eyes: each file and folder once for each path to it, up to the limits that SECURITY.md states.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from briefs.files.bounded_reading import check_inside, unreadable
from briefs.files.listing import MOVE
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError, Fault, Place, relative
from briefs.model.limits import LARGEST_FOLDER, LARGEST_OTHER, MB, MOST_FILES, MOST_LEVELS
from briefs.model.regular_file import Unreadable, not_regular, too_large

_READ = (".yaml", ".md", ".html", ".css", ".ttf")
"""The endings of files whose names are free, and which are read."""


@dataclass(frozen=True, slots=True)
class FileState:
    """What changes whenever a file does: its inode, its size in bytes, and the times of its last changes."""

    inode: int
    size: int
    modified: int
    changed: int

    @classmethod
    def of(cls, facts: os.stat_result) -> FileState:
        """The state that the system gives."""
        return cls(facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)


@dataclass(frozen=True, slots=True)
class WalkedFile:
    """A regular file at `path`, with its state."""

    path: Path
    state: FileState


def walk_files(folder: Path, root: Path) -> Checked[tuple[WalkedFile, ...]]:
    """All regular files in and below a folder of the project at `root`, in the order of their paths, and what there is
    not read. None if there is no folder.

    What is hidden is left out, and so is a link that leads nowhere. Raises DocumentError if there is more than a build
    takes in. Codes: `file-unreadable`, `files-too-many`.
    """
    walk = _Walk(folder, root)
    try:
        check_inside(folder, root)
        if folder.is_dir():
            walk.enter(folder, (os.path.realpath(folder),), 0)
    except OSError as error:
        walk.refuse(error, folder)
    return Checked(tuple(sorted(walk.files, key=lambda one: one.path)), tuple(walk.problems))


def files_below(folder: Path) -> Iterator[Path]:
    """What in and below any folder is no folder, whatever it is; links to folders are not followed.

    Raises BriefsError if there is more than a build takes in, and OSError if a folder cannot be read.
    """
    waiting, count = [str(folder)], 0
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                count += 1
                if count > MOST_FILES:
                    raise BriefsError(f"{folder} has more than {MOST_FILES:,} files, and no more are read", MOVE)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield Path(entry.path)


@dataclass(slots=True)
class _Walk:
    """A walk through `top`, and what was found on it."""

    top: Path
    root: Path
    files: list[WalkedFile] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    count: int = 0
    size: int = 0

    def enter(self, folder: Path, way: tuple[str, ...], depth: int) -> None:
        """Walk through `folder`, `depth` folders below the top; `way` are the real places of links followed so far, and
        of the top."""
        if depth > MOST_LEVELS:
            reason = f"it is in more than {MOST_LEVELS} folders, and no deeper ones are read"
            raise Unreadable(reason, folder, "move it up, or out of the project")
        for entry in self._entries(folder):
            path = folder / entry.name
            try:
                self._look_at(entry, path, way, depth)
            except OSError as error:
                self.refuse(error, path)

    def _entries(self, folder: Path) -> Iterable[os.DirEntry[str]]:
        """What is in a folder and not hidden, counted."""
        found: list[os.DirEntry[str]] = []
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                found.append(entry)
                self.count += 1
                if self.count > MOST_FILES:
                    raise DocumentError([*self.problems, _too_many(self.top, self.root, MOST_FILES)])
        return sorted(found, key=lambda one: one.name)

    def _look_at(self, entry: os.DirEntry[str], path: Path, way: tuple[str, ...], depth: int) -> None:
        """Walk on through a folder, or keep a file."""
        if path.suffix in _READ and not is_utf_8(entry.name):
            raise Unreadable("its name is not UTF-8, and cannot be written into a brief", path, "rename it")
        is_link = entry.is_symlink()
        if is_link:
            check_inside(path, self.root)
        try:
            facts = entry.stat()
        except FileNotFoundError:  # a link that leads nowhere, or a file that is gone by now: its reader says so
            return
        except OSError as error:
            if error.errno == errno.ELOOP:
                return
            raise
        if stat.S_ISDIR(facts.st_mode):
            if not is_link:
                self.enter(path, way, depth + 1)
                return
            real, place = os.path.realpath(path), os.path.realpath(path.parent)
            if _is_within(real, (*way, place)):
                raise Unreadable("it is a link that leads back to a folder that it is in", path, "remove it")
            self.enter(path, (*way, place, real), depth + 1)
        elif not stat.S_ISREG(facts.st_mode):
            raise not_regular(path)
        elif facts.st_size > LARGEST_OTHER:
            raise too_large(facts.st_size, LARGEST_OTHER, path)
        else:
            self.files.append(WalkedFile(path, FileState.of(facts)))
            self.size += facts.st_size
            if self.size > LARGEST_FOLDER:
                message = f"its files have more than {LARGEST_FOLDER / MB:,.0f} MB together, and no more are read"
                fault = Fault("files-too-many", message, MOVE)
                raise DocumentError([*self.problems, fault.at(Place(relative(self.top, self.root)))])

    def refuse(self, error: OSError, path: Path) -> None:
        """Note that what is at `path` is not read."""
        error.filename = error.filename or str(path)
        self.problems.append(unreadable(error, self.root))


def is_utf_8(name: str) -> bool:
    """Whether the system gave a name as UTF-8; what is not is written in surrogates (PEP 383)."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_within(real: str, way: Iterable[str]) -> bool:
    """Whether one of the places on the `way` is the folder `real`, or in it: a walk through it would lead back."""
    return any(one == real or one.startswith(real.rstrip(os.sep) + os.sep) for one in way)


def _too_many(folder: Path, root: Path, most: int) -> Diagnostic:
    message = f"it has more than {most:,} files and folders, and no more are read"
    return Fault("files-too-many", message, MOVE).at(Place(relative(folder, root)))
