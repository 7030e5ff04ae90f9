"""The folder of a distribution on the disk: each file appears whole or not at all, and the register last.

A file that the register does not list is not part of the distribution, whatever it holds: so a run that was killed
leaves nothing that passes for whole, and the next run carries on.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeAlias

from briefs.files.bounded_reading import read_file
from briefs.files.file_hash import hash_of
from briefs.files.inner_folder import check_own_folder
from briefs.model.diagnostics import BriefsError
from briefs.model.register import NAME, LaterRegister, Register, register_from_json, register_json
from briefs.model.sound_register import check_register
from briefs.outbox import register_table

Pieces: TypeAlias = Sequence[bytes | memoryview]
"""The content of a file in parts, one after the other."""

PARTS = ("edition", "copies", "outbox")
"""The folders in it."""

LAYOUTS = ".layouts"
"""In the folder of a distribution: copies that are laid out in advance, while it is made."""

UNFINISHED = ".part"
"""The end of the names of files that are being written."""


def check_output(output: Path, project: Path, build: Path) -> None:
    """Raise BriefsError if distributions, which name people, must not be written to `output`.

    What briefs are made from is passed on and kept in git; the folders of a build are written by builds alone.
    """
    check_own_folder(output, project, "name the folder that it leads to with --output, if the copies are to be there")
    at, root, built = output.resolve(), project.resolve(), build.resolve()
    hint = "name another folder with --output, or leave it out"
    if at == root:
        raise BriefsError(f"{output} is the folder of the project", hint)
    if any(at.is_relative_to(root / name) for name in ("seeds", "templates")):
        raise BriefsError(f"{output} is part of what briefs are made from", hint)
    if at == built or at.is_relative_to(built / "editions"):
        raise BriefsError(f"{output} is a folder that builds write", hint)


def distribution_folders(above: Path) -> list[Path]:
    """The folders in `above` that hold a distribution, in the order of their names."""
    return [path.parent for path in sorted(above.glob(f"*/{NAME}"))]


def read_register(folder: Path) -> Register | None:
    """The register in `folder`; None if nothing has been distributed there.

    Raises BriefsError if there is one that cannot be read: it is never made anew, since it says who has which copy.
    """
    path = folder / NAME
    hint = "put back its last good copy, or move the folder away to begin anew"
    try:
        if not os.path.lexists(path):
            return None
        if path.is_symlink() or not path.is_file():
            raise ValueError("this is no file")
        register = register_from_json(json.loads(read_file(path)))
        check_register(register)
        return register
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    except LaterRegister as error:
        raise BriefsError(f"{path} was written by a later version of this program", "use that version") from error
    except (ValueError, RecursionError) as error:
        raise BriefsError(f"{path} is damaged and cannot be read", hint) from error


def check_parts(folder: Path) -> None:
    """Raise BriefsError if something else stands where the folders in `folder` are, or if they lie elsewhere."""
    for part in (*PARTS, LAYOUTS):
        place = folder / part
        if place.is_symlink() or (os.path.lexists(place) and not place.is_dir()):
            what = "is a link" if place.is_symlink() else "is not a folder"
            raise BriefsError(f"{place} {what}", "move it away: the files of the distribution stand in a folder there")


def remove_half_written(folder: Path) -> None:
    """Remove what a run that was killed has left half-written in `folder` and the folders in it. Raises OSError."""
    for part in ("", *PARTS):
        for half in (folder / part).glob(f"*{UNFINISHED}"):
            if half.is_symlink() or not half.is_dir():
                half.unlink()


def write_register(folder: Path, register: Register) -> None:
    """Write `register.json` in one step, once all other files are on the disk. Raises BriefsError."""
    text = json.dumps(register_json(register), ensure_ascii=False, indent=1) + "\n"
    try:
        os.sync()
        replace_file(folder / NAME, (text.encode(),), is_last=True)
    except OSError as error:
        raise failure(folder, error) from error


def rewrite_register(folder: Path, register: Register) -> None:
    """Replace the register of a distribution, first as a table, then as `register.json`. Raises BriefsError."""
    try:
        replace_file(folder / register_table.NAME, (register_table.register_table(register),))
    except OSError as error:
        raise failure(folder, error) from error
    write_register(folder, register)


def write_file(path: Path, pieces: Pieces, sha256: str, before: str = "") -> Path | None:
    """Make the file at `path` hold `pieces`, whose hash is `sha256`; `before` is the hash of what we wrote there last.

    A file there that is neither is a person's: it is moved aside, and its new path is returned. Raises OSError.
    """
    aside: Path | None = None
    if os.path.lexists(path):
        found = hash_of(path)
        if found == sha256:
            return None
        if found != before or not before:
            aside = moved_aside(path)
            path.rename(aside)
    replace_file(path, pieces)
    return aside


def replace_file(path: Path, pieces: Iterable[bytes | memoryview], *, is_last: bool = False) -> None:
    """Write a file under another name and rename it to `path`; only the owner can read it.

    A folder in its place is moved aside. With `is_last`, it is on the disk when this returns. Raises OSError; nothing
    half-written is left then.
    """
    half = f"{path}{UNFINISHED}"
    file = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        try:
            for piece in pieces:
                view = memoryview(piece)
                while view:
                    view = view[os.write(file, view) :]
            if is_last:
                os.fsync(file)
        finally:
            os.close(file)
        if path.is_dir() and not path.is_symlink():
            path.rename(moved_aside(path))
        Path(half).replace(path)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise


def moved_aside(path: Path) -> Path:
    """A free name beside `path` for a file that a person has changed: for `a.pdf` `a (edited).pdf`."""
    for number in itertools.count(1):
        word = f"edited {number}" if number > 1 else "edited"
        other = path.with_name(f"{path.stem} ({word}){path.suffix}")
        if not os.path.lexists(other):
            return other
    raise AssertionError("there is always a free name")


def failure(folder: Path, error: OSError) -> BriefsError:
    """What is told of an `error` while something is written in `folder`."""
    hint = "what was complete before is unchanged; run the command again, and it carries on"
    place = str(error.filename or folder).removesuffix(UNFINISHED)
    return BriefsError(f"cannot write {place}: {error.strerror or error}", hint)
