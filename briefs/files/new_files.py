"""Writing files that are new, all or none, and never over anything that is there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import inside_project
from briefs.files.made_folder import make_folder
from briefs.files.staging_folder import remove_folder, staging_folder
from briefs.model.diagnostics import BriefsError


def write_new(root: Path, contents: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write files by their paths in `root`, which is made if it does not exist; returns the paths.

    They are written beside their places first. Then each folder or file that is new is moved into its place in one
    step; if one is there already, what was moved is taken away again. Raises BriefsError, also if a link leads out of
    `root`: nothing was written then.
    """
    for path in contents:
        inside_project(root, path)
    made, moved = _made(root), list[Path]()
    try:
        with staging_folder(root, "new") as (staged, _):
            for path, content in contents.items():
                target = staged / path
                make_folder(target.parent)
                target.write_bytes(content)
            for path in _tops(root, contents):
                for parent in reversed([one for one in (root / path).parents if root in one.parents]):
                    if not parent.is_dir():
                        parent.mkdir()
                        made.append(parent)
                _move(staged / path, root / path)
                moved.append(root / path)
    except BaseException as error:
        for place in reversed(moved):
            remove_folder(place) if place.is_dir() else place.unlink()
        _remove(made)
        if isinstance(error, OSError):
            raise _failure(error, root) from error
        raise
    return tuple(contents)


def _made(root: Path) -> list[Path]:
    """Make `root` and the folders above it; returns those that were made. Raises BriefsError."""
    missing = [path for path in (root, *root.parents) if not path.exists()]
    made: list[Path] = []
    try:
        for path in reversed(missing):
            path.mkdir()
            made.append(path)
    except OSError as error:
        _remove(made)
        raise BriefsError(f"cannot make the folder {root}: {error.strerror}") from error
    return made


def _remove(folders: Iterable[Path]) -> None:
    """Remove folders that were made, the innermost first, as far as they are empty."""
    for folder in sorted(folders, key=lambda one: -len(one.parts)):
        try:
            folder.rmdir()
        except OSError:
            continue


def _tops(root: Path, paths: Iterable[str]) -> list[str]:
    """What to move: for each path the outermost part that is not there yet, each once; reports last."""
    tops: dict[str, None] = {}
    for path in paths:
        parts = PurePosixPath(path).parts
        for count in range(1, len(parts) + 1):
            part = "/".join(parts[:count])
            if count == len(parts) or not os.path.lexists(root / part):
                tops[part] = None
                break
    return sorted(tops, key=lambda top: (top.startswith("seeds/"), top))


def _move(source: Path, target: Path) -> None:
    """Move a file or a folder to a place that nothing has. Raises OSError if something has it, also since a moment."""
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    if source.is_dir():
        source.rename(target)  # which fails if somebody has just made the folder and put something into it
    else:
        with target.open("xb") as new:  # unlike renaming, this never replaces a file
            new.write(read_file(source))


def _failure(error: OSError, root: Path) -> BriefsError:
    if isinstance(error, FileExistsError) or error.errno in (errno.EEXIST, errno.ENOTEMPTY):
        return BriefsError(
            f"{error.filename2 or error.filename} exists already; nothing was written", "give another name with --name"
        )
    return BriefsError(f"cannot write into {root}: {error.strerror}; nothing was written")
