"""Changes of several files that belong together, noted before they begin: whoever comes next finishes what was ended.

A process can be ended at any moment, and no system replaces several files in one step. So all that is to be written is
noted first, in one file, which goes when everything is written.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.files.made_folder import make_folder
from briefs.files.whole_files import write_whole
from briefs.files.written_changes import beside, replace_files, write_new_file
from briefs.model.diagnostics import BriefsError, relative

NAME = ".unfinished.json"


@contextmanager
def noted(folder: Path, old: Mapping[str, bytes | None], new: Mapping[str, bytes]) -> Iterator[None]:
    """Keep a note in `folder` within this `with` block, in which `new` contents take the place of `old` ones, by path
    in the project; None is a file that is not there yet. The block itself undoes what fails. Raises BriefsError.
    """
    changes = [
        {"path": path, "old": _hash(old[path]), "new": base64.b64encode(content).decode()}
        for path, content in new.items()
        if content != old[path]
    ]
    note = folder / NAME
    try:
        make_folder(folder)
    except OSError as error:
        hint = "move away what has its name" if isinstance(error, FileExistsError) else ""
        raise BriefsError(f"cannot make the folder {folder}: {error.strerror}", hint) from error
    try:
        write_whole(note, json.dumps({"changes": changes}).encode())
        yield
    finally:
        note.unlink(missing_ok=True)
        with suppress(OSError):
            folder.rmdir()  # if it was made only for the note


def finish_changes(root: Path, folder: Path) -> bool:
    """Finish what a note in `folder` says was to be written in the project at `root`; False if there is no note.

    If somebody has changed one of the files since, all stay as they are. Raises BriefsError, also in that case.
    """
    note = folder / NAME
    if folder.is_dir():
        beside(note).unlink(missing_ok=True)
    if not note.is_file():
        return False
    try:
        changes = json.loads(read_file(note))["changes"]
        there = {str(one["path"]): _content(root, one["path"]) for one in changes}
        new = {str(one["path"]): base64.b64decode(one["new"]) for one in changes}
        foreign = [one["path"] for one in changes if not _is_known(one, there[one["path"]], new[one["path"]])]
    except OSError as error:
        raise BriefsError(f"cannot read {note}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise BriefsError(f"{note} is damaged", "look with git what was written last, then delete it") from error
    if not foreign:
        old = {path: content for path, content in there.items() if content is not None}
        replace_files(root, old, {path: new[path] for path in old})
        for path in new.keys() - old.keys():
            write_new_file(root, path, new[path])
    for path in new:
        beside(root / path).unlink(missing_ok=True)
    note.unlink()
    if foreign:
        message = f"a command was ended while it wrote {', '.join(new)}, and {', '.join(foreign)} was changed since"
        raise BriefsError(message, f"look with git what is written of it; {relative(note, root)} is deleted")
    return True


def _is_known(change: Mapping[str, Any], there: bytes | None, new: bytes) -> bool:
    return there == new or _hash(there) == change["old"]


def _content(root: Path, path: str) -> bytes | None:
    if Path(path).is_absolute() or any(part.startswith(".") for part in Path(path).parts):  # `..`, or `.git`
        raise ValueError(f"{path} is not a file of the project")
    file = root / path
    return read_file(file) if file.exists() else None


def _hash(content: bytes | None) -> str | None:
    return None if content is None else hashlib.sha256(content).hexdigest()
