"""Writing a published folder: everything is written beside, then takes its place file by file, the index last.

At every moment the index leads only to files that are there. Nothing that a person or another program wrote is
overwritten or removed, and a file that would be the same is not touched.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefs.files.bounded_reading import read_file
from briefs.files.file_hash import hash_of
from briefs.files.made_folder import make_folder
from briefs.files.staging_folder import remove_folder
from briefs.model.diagnostics import BriefsError
from briefs.publication.published_list import NAME, PublishedList, list_json, read_list
from briefs.publication.site import Site, pending

_STAGE = ".briefs-publish-"
_ELSEWHERE = "or name another folder with --output"


@dataclass(frozen=True, slots=True)
class Replaced:
    """What publishing did: names of files `written` and `removed`; nothing if all was as it is."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


def read_published(folder: Path) -> PublishedList:
    """What was published in `folder` before; empty if nothing was. Raises BriefsError if that cannot be read."""
    path = folder / NAME
    try:
        if not os.path.lexists(path):
            return PublishedList()
        if path.is_symlink() or not path.is_file():
            raise ValueError("not a file")
        return read_list(read_file(path))
    except ValueError as error:
        hint = f"put back the one that `briefs publish` wrote, {_ELSEWHERE}"
        raise BriefsError(f"{path} is damaged, so nobody can say what in {folder} was published", hint) from error
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}", _ELSEWHERE.removeprefix("or ")) from error


def is_there(folder: Path, name: str, sha256: str) -> bool:
    """Whether the file `name` in `folder` is as it was published."""
    try:
        return hash_of(folder / name) == sha256
    except OSError:
        return False


def write_site(folder: Path, site: Site, old: PublishedList) -> Replaced:
    """Make `folder` hold the files of `site`, and no others of the `old` list.

    Raises BriefsError if something else is in the place of a file, or if the folder cannot be written: then it is
    unchanged, or, if that happens while files take their places, the next run completes it.
    """
    if folder.exists() and not folder.is_dir():
        raise BriefsError(f"{folder} is a file", "name a folder with --output")
    files = {**site.files, NAME: list_json(site.published)}
    is_begun = False
    stage: Path | None = None
    try:
        make_folder(folder)
        for left in folder.glob(f"{_STAGE}*"):
            if not remove_folder(left):
                raise OSError(errno.ENOTEMPTY, f"{left.name}, which another run left there, cannot be removed")
        new = {name: content for name, content in files.items() if not _is_same(folder / name, content)}
        gone = tuple(_gone(folder, site, old))
        if not new and not gone:
            return Replaced()
        _check_places(folder, new, old)
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
        for name, content in {**new, f"{NAME}.pending": pending(site, old)}.items():
            _write(stage / name, content)
        is_begun = True
        (stage / f"{NAME}.pending").replace(folder / NAME)
        for name in new:
            if name != NAME:
                (stage / name).replace(folder / name)
        for name in gone:
            (folder / name).unlink(missing_ok=True)
        _write(stage / NAME, files[NAME])
        (stage / NAME).replace(folder / NAME)
    except OSError as error:
        state = "run it again to complete it" if is_begun else "nothing in it was changed"
        raise BriefsError(f"cannot write {folder}: {error.strerror or error}", state) from error
    finally:
        if stage is not None:
            remove_folder(stage)
    return Replaced(tuple(sorted(set(new) - {NAME})), gone)


def _is_same(place: Path, content: bytes) -> bool:
    return not place.is_symlink() and place.is_file() and read_file(place) == content


def _gone(folder: Path, site: Site, old: PublishedList) -> Iterator[str]:
    """Files of the `old` list that are published no more and are as they were written."""
    for name in sorted(old.written.keys() - site.published.written.keys()):
        if any(is_there(folder, name, sha256) for sha256 in old.written[name]):
            yield name


def _check_places(folder: Path, new: Mapping[str, bytes], old: PublishedList) -> None:
    """Raise BriefsError if a file that publishing did not write, or that was changed since, is in the place of one."""
    wrong = [
        name
        for name in new
        if name != NAME
        and os.path.lexists(folder / name)
        and not any(is_there(folder, name, sha256) for sha256 in old.written.get(name, ()))
    ]
    if wrong:
        others = f" and {len(wrong) - 1} more" if len(wrong) > 1 else ""
        changed = "was changed by hand" if wrong[0] in old.written else "is there already"
        message = f"{folder / wrong[0]}{others} {changed} and would be overwritten"
        raise BriefsError(message, f"move {'them' if others else 'it'} away, {_ELSEWHERE}; nothing was written")


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
