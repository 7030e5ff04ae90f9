"""Writing `build/` in one step: a new folder is made beside the old one, and the two exchange names.

If anything fails before that, the last good build stays. So do files in the folder that no build has written, and under
another name those that a person has edited since.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.files.inner_folder import check_own_folder
from briefs.files.made_folder import make_folder
from briefs.files.staging_folder import is_staging, staging_folder
from briefs.model.diagnostics import BriefsError
from briefs.model.present_step import wrote
from briefs.output.edited import edited_files
from briefs.output.editions import FOLDER, moved_editions
from briefs.output.last_manifest import ELSEWHERE
from briefs.output.manifest import NAME, dump_manifest, paths
from briefs.output.removal import remove

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_OLD = "-old"


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What a build did not remove: `edited` files, by old name with the new one, and an `old` folder that it could not.

    Names of files are relative to the folder that was built.
    """

    edited: Mapping[str, str]
    old: Path | None = None


def check_folder(folder: Path, project: Path) -> None:
    """Raise BriefsError unless a build can replace `folder` and no part of the project is in it."""
    if _leads_nowhere(folder):
        raise BriefsError(f"{folder} is a link that leads nowhere", ELSEWHERE)
    check_own_folder(folder, project, "name the folder that it leads to with --output, if the briefs are to be there")
    at, root = folder.resolve(), project.resolve()
    if root.is_relative_to(at):
        raise BriefsError(f"{folder} holds the project", ELSEWHERE)
    if any(at.is_relative_to(root / name) for name in ("seeds", "templates")):
        raise BriefsError(f"{folder} is part of what briefs are made from", ELSEWHERE)
    try:
        _check_place(folder, at)
    except OSError as error:
        raise BriefsError(f"{folder} cannot be reached: {error.strerror}", ELSEWHERE) from error


def _leads_nowhere(folder: Path) -> bool:
    """Whether `folder` is a link that leads back to itself, or is reached through one."""
    try:
        folder.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _check_place(shown: Path, folder: Path) -> None:
    """Raise BriefsError unless a new folder can replace `folder`, which must be absent or possible to rename."""
    above = next(parent for parent in folder.parents if parent.exists())
    if file := next((path for path in (folder, above) if path.exists() and not path.is_dir()), None):
        raise BriefsError(f"{shown if file == folder else file} is a file", ELSEWHERE)
    if folder.is_mount():
        raise _mounted(shown)
    for path in (folder, above):
        if path.exists() and not os.access(path, os.W_OK | os.X_OK):
            name = shown if path == folder else path
            raise BriefsError(f"{name} cannot be written", f"change its permissions, or {ELSEWHERE}")


def _check_subfolders(shown: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Raise BriefsError if something else is in the place of a folder that `files` need."""
    for name in sorted({Path(name).parts[0] for name in files if "/" in name}):
        place = folder / name
        if place.is_symlink() or (place.exists() and not place.is_dir()):
            raise BriefsError(
                f"{shown / name} is not a folder", "move it away: kept editions are written to a folder there"
            )


def _check_editions(shown: Path, folder: Path, files: Mapping[str, bytes], old: Mapping[str, Any]) -> None:
    """Raise BriefsError if one of `files` would overwrite another kept edition, which `old` does not list."""
    for name in sorted(set(files) - paths(old)):
        place = folder / name
        if PurePosixPath(name).parts[0] == FOLDER and place.exists() and read_file(place) != files[name]:
            raise BriefsError(
                f"{shown / name} would be overwritten, but {shown / NAME} does not list it",
                "move it away; it may be the only copy of an edition that was sent out",
            )


def _mounted(shown: Path) -> BriefsError:
    hint = f"name a folder inside it, as in --output {shown / 'briefs'}"
    return BriefsError(f"{shown} is a mount point, and no new folder can take its place", hint)


def restore_last_build(folder: Path) -> None:
    """Put the last build back if a build was ended between the two renames that some systems need, and remove what one
    left that was ended after them. Nobody else may be writing the folder. Raises BriefsError."""
    folder = folder.resolve()
    try:
        for entry in sorted(folder.parent.iterdir()) if folder.parent.is_dir() else ():
            is_ours = entry.name.endswith(_OLD) and is_staging(entry.name.removesuffix(_OLD), folder.name)
            if is_ours and entry.is_dir() and not entry.is_symlink():  # opening a pipe would never end
                if folder.exists():
                    remove(entry)
                else:
                    entry.rename(folder)
    except OSError as error:
        raise _failure(error, folder, ()) from error


def write_build(
    folder: Path, files: Mapping[str, bytes], manifest: Mapping[str, Any], old: Mapping[str, Any]
) -> Leftovers:
    """Make `folder` hold `files` (by path in it) and `manifest`, without the files that only `old` lists.

    Kept editions that are superseded are moved to where `manifest` lists them. Raises BriefsError if the folder cannot
    be written; it is then unchanged.
    """
    shown, folder = folder, folder.resolve()  # if it is a link, its target changes
    new: Path | None = None
    try:
        _check_place(shown, folder)
        _check_subfolders(shown, folder, files)
        moved = {name: read_file(folder / at) for name, at in moved_editions(manifest, old).items()}
        files = {**moved, **files}
        _check_editions(shown, folder, files, old)
        make_folder(folder.parent)
        with staging_folder(folder.parent, folder.name, remove) as (new, removed):
            new.chmod(folder.stat().st_mode & 0o777 | 0o700 if folder.exists() else 0o755)
            listing = dump_manifest(manifest)
            edited = edited_files(folder, {**files, NAME: listing}, manifest, old)
            _keep(folder, new, (paths(old) - paths(manifest)) | set(files) | {NAME})
            for name, kept in edited.items():
                _copy(folder / name, new / kept)
            for name, content in files.items():
                (new / name).parent.mkdir(exist_ok=True)
                _write(new / name, content)
            _write(new / NAME, listing)
            _swap(new, folder)
            wrote(shown)
            is_gone = removed()
    except OSError as error:
        raise _failure(error, shown, (folder, new)) from error
    return Leftovers(edited, None if is_gone else shown.parent / new.name)


def _failure(error: OSError, shown: Path, places: Collection[Path | None]) -> BriefsError:
    """What is told of an `error` while a folder is written: `shown` takes the place of `places`, where it is made."""
    if error.errno == errno.EBUSY:  # a mount from the same file system, which shows in no other way
        return _mounted(shown)
    reason = error.strerror or str(error)
    if isinstance(error.filename, str | Path):
        path = Path(error.filename)
        inside = next(
            (shown / path.relative_to(place) for place in places if place and path.is_relative_to(place)), path
        )
        reason = reason if inside == shown else f"{inside}: {reason}"
    hints = {
        errno.EACCES: "change its permissions; ",
        errno.ENAMETOOLONG: "use a shorter --version, or a shorter name for the report or the audience; ",
    }
    hint = hints.get(error.errno or 0, "")
    return BriefsError(f"cannot write {shown}: {reason}", f"{hint}the last build there is unchanged")


def _keep(folder: Path, new: Path, replaced: Collection[str]) -> None:
    """Link or copy into `new` everything in `folder` except the paths in `replaced` (relative to it)."""
    if folder.is_dir():
        for entry in folder.iterdir():
            if entry.name not in replaced:
                _copy(entry, new / entry.name, {folder / name for name in replaced})


def _copy(source: Path, target: Path, without: Collection[Path] = ()) -> None:
    """Link or copy what is at `source`, with everything below it except the paths in `without`.

    Folders remain writable for their owner.
    """
    waiting, copied = [(source, target)], list[tuple[Path, Path]]()
    while waiting:
        source, target = waiting.pop()
        if source.is_symlink() or not source.is_dir():
            _link(str(source), str(target))
            continue
        target.mkdir()
        copied.append((source, target))
        waiting += [(entry, target / entry.name) for entry in source.iterdir() if entry not in without]
    for source, target in reversed(copied):  # what is in a folder changes its date
        shutil.copystat(source, target)
        target.chmod(target.stat().st_mode | 0o700)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _swap(new: Path, folder: Path) -> None:
    """Give `new` the name of `folder`; the old folder, if there is one, gets the name of `new`."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        old = new.with_name(new.name + _OLD)
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        old.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders atomically (renameat2(2), Linux); False where the system cannot."""
    if sys.platform != "linux":
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    first, second = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE) == 0)
