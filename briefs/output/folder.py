"""Writing `build/` in one step: a new folder is made beside the old one, and the two exchange their names.

Whatever fails before that leaves the last good build. Files in the folder that a build did not write stay in it.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.model.diagnostics import BriefsError
from briefs.output.editions import FOLDER, moved_editions
from briefs.output.manifest import NAME, dump_manifest, is_edition, is_manifest, paths

ELSEWHERE = "name another folder with --output"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of the last build in `folder`; empty when there is none, or none that can be read."""
    manifest = _json_in(folder / NAME)
    return manifest if is_manifest(manifest) else {}


def manifest_to_continue(folder: Path) -> dict[str, Any]:
    """The manifest of the last build in `folder`, as the next one carries it on: without kept editions that are gone.

    Of one in another format only the kept editions are left, if it lists them as this one does.
    """
    manifest = _json_in(folder / NAME)
    listed = manifest.get("editions") if isinstance(manifest, dict) else None
    editions = [one for one in listed if is_edition(one) and _is_kept(folder, one)] if isinstance(listed, list) else []
    return {**(manifest if is_manifest(manifest) else {}), "editions": editions}


def _json_in(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None


def _is_kept(folder: Path, entry: Mapping[str, Any]) -> bool:
    """Whether the file of a kept edition is in its place."""
    path = PurePosixPath(entry["path"])
    return path.parts[:-1] == (FOLDER,) and (folder / path).is_file()


def check_folder(folder: Path, project: Path) -> None:
    """Raise BriefsError unless a build can take the place of `folder` and no part of the project lies there."""
    if _leads_nowhere(folder):
        raise BriefsError(f"{folder} is a link that leads nowhere", ELSEWHERE)
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
    """Whether `folder` is, or lies behind, a link that leads back to itself."""
    try:
        folder.stat()
    except OSError as error:
        return error.errno == errno.ELOOP
    return False


def _check_place(shown: Path, folder: Path) -> None:
    """Raise BriefsError unless a new folder can take the place of `folder`, which is not there or can be renamed."""
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
    """Raise BriefsError if something else stands where `files` want a folder."""
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
        if PurePosixPath(name).parts[0] == FOLDER and place.exists() and place.read_bytes() != files[name]:
            raise BriefsError(
                f"{shown / name} would be overwritten, but {shown / NAME} does not list it",
                "move it away; it may be the only copy of an edition that was sent out",
            )


def _mounted(shown: Path) -> BriefsError:
    hint = f"name a folder inside it, as in --output {shown / 'briefs'}"
    return BriefsError(f"{shown} is a mount point, and no new folder can take its place", hint)


def write_build(folder: Path, files: Mapping[str, bytes], manifest: Mapping[str, Any], old: Mapping[str, Any]) -> None:
    """Make `folder` hold `files` (by path in it) and `manifest`, without the files that only `old` lists.

    Kept editions that are superseded are moved to where `manifest` lists them.

    Raises BriefsError, one line, when it cannot be written; the folder is then as it was.
    """
    shown, folder = folder, folder.resolve()  # what a link leads to is what changes
    new: Path | None = None
    try:
        _check_place(shown, folder)
        _check_subfolders(shown, folder, files)
        moved = {name: (folder / at).read_bytes() for name, at in moved_editions(manifest, old).items()}
        files = {**moved, **files}
        _check_editions(shown, folder, files, old)
        folder.parent.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
        new.chmod(folder.stat().st_mode & 0o777 | 0o700 if folder.exists() else 0o755)
        stale = paths(old) - paths(manifest)
        _keep(folder, new, stale | set(files) | {NAME})
        for name, content in files.items():
            (new / name).parent.mkdir(exist_ok=True)
            _write(new / name, content)
        _write(new / NAME, dump_manifest(manifest))
        _swap(new, folder)
    except OSError as error:
        if error.errno == errno.EBUSY:  # mounted from the same file system, which nothing else shows
            raise _mounted(shown) from error
        reason = error.strerror or str(error)
        raise BriefsError(f"cannot write {shown}: {reason}", "the last build there is unchanged") from error
    finally:
        if new is not None:
            shutil.rmtree(new, ignore_errors=True)


def _keep(folder: Path, new: Path, replaced: set[str]) -> None:
    """Link or copy into `new` everything in `folder` that is not `replaced` (paths in it)."""
    if not folder.is_dir():
        return

    def replaced_in(place: str, names: list[str]) -> list[str]:
        return [name for name in names if (Path(place) / name).relative_to(folder).as_posix() in replaced]

    for entry in folder.iterdir():
        if entry.name in replaced:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, new / entry.name, symlinks=True, copy_function=_link, ignore=replaced_in)
        else:
            _link(str(entry), str(new / entry.name))


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
    """Give `new` the name of `folder`; the old folder, if it is left, gets the name of `new`."""
    if not folder.exists():
        new.rename(folder)
    elif not _exchange(new, folder):
        old = new.with_name(new.name + "-old")
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise
        shutil.rmtree(old, ignore_errors=True)


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
