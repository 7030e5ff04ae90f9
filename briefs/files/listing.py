"""The files that people have put into a folder, and a first look at them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from briefs.files.bounded_reading import read_input
from briefs.model.diagnostics import BriefsError
from briefs.model.limits import LARGEST_TEXT, MOST_FILES

MOVE = "move what briefs are not made from out of the folder"
"""What to do if a folder has more than is read."""


def entries_in(folder: Path) -> list[Path]:
    """The files and folders in `folder` itself, sorted by name; none if the folder does not exist.

    Hidden files are left out, since editors and operating systems create them beside the files that people work on.
    Raises BriefsError if the folder cannot be read, or has more than is read. What there is no file, its reader tells.
    """
    try:
        with os.scandir(folder) as entries:
            found = [entry.name for entry in islice(_shown(entries), MOST_FILES + 1)]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise BriefsError(f"cannot read {folder}: {error.strerror}") from error
    if len(found) > MOST_FILES:
        raise BriefsError(f"{folder} has more than {MOST_FILES:,} files, and no more are read", MOVE)
    return [folder / name for name in sorted(found)]


def files_in(folder: Path, suffix: str) -> list[Path]:
    """What of `entries_in` ends with `suffix`. Raises the same."""
    return [path for path in entries_in(folder) if path.suffix == suffix]


def _shown(entries: Iterable[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
    return (entry for entry in entries if not entry.name.startswith("."))


def rough_text(path: Path, root: Path) -> str:
    """The text of a file of the project at `root`, with signs in place of what is not UTF-8; nothing if it cannot be
    read, or if a link leads out of the project to it.

    It is for a first look: whoever reads the file says what is wrong with it.
    """
    return rough_bytes(path, root).decode(errors="replace")


def rough_bytes(path: Path, root: Path) -> bytes:
    """As `rough_text`, as it is saved."""
    try:
        return read_input(path, root, LARGEST_TEXT)
    except OSError:
        return b""
