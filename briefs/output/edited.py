"""What people have changed in `build/`: no build overwrites or removes it without keeping it under another name."""

from __future__ import annotations

import hashlib
import itertools
import os
import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from briefs.files.bounded_reading import read_file
from briefs.output.last_manifest import known_hashes
from briefs.output.manifest import NAME, dump_manifest, paths

_MOVED = re.compile(r" \(edited(?: \d+)?\)(?=\.[^.]+$)")


def edited_files(
    folder: Path, files: Mapping[str, bytes], manifest: Mapping[str, Any], old: Mapping[str, Any]
) -> dict[str, str]:
    """New names for what a build would overwrite or remove in `folder`, although no build has made it; by old names.

    Arguments are those of `write_build`. The manifest in the folder says what builds have made; without one, everything
    that differs from what is to be written counts as edited. Only files in question are read. `files` may have the
    new manifest among them.
    """
    folder = folder.resolve()
    known = known_hashes(folder)
    written = files if NAME in files else {**files, NAME: dump_manifest(manifest)}
    taken = {*written, *paths(manifest)}
    names: dict[str, str] = {}
    for path in sorted({*written, *(paths(old) - paths(manifest))}):
        if _is_inside(path, folder) and not _is_made(folder / path, known.get(path), written.get(path)):
            names[path] = next(name for name in _names(path) if _is_free(name, folder, taken))
            taken.add(names[path])
    return names


def _is_inside(path: str, folder: Path) -> bool:
    """Whether there is something at `path` in `folder` itself, not elsewhere, where a link or a wrong path may lead."""
    place = folder / path
    above = os.path.realpath(place.parent)
    return os.path.lexists(place) and above == str(place.parent) and place.parent.is_relative_to(folder)


def _is_made(place: Path, known: str | None, new: bytes | None) -> bool:
    """Whether a build made the file at `place`: it has the hash that is `known`, or the `new` content."""
    try:
        if not place.is_file():
            return False
        content = read_file(place)
    except OSError:
        return False
    return content == new or hashlib.sha256(content).hexdigest() == known


def _is_free(name: str, folder: Path, taken: Collection[str]) -> bool:
    return name not in taken and not os.path.lexists(folder / name)


def _names(path: str) -> Iterator[str]:
    """Names for an edited file beside the one at `path`: for `a.docx` `a (edited).docx`, then `a (edited 2).docx`."""
    place = PurePosixPath(path)
    ending = ".json.gz" if path.endswith(".json.gz") else place.suffix
    stem = place.name.removesuffix(ending)
    for number in itertools.count(1):
        yield place.with_name(f"{stem} (edited{f' {number}' if number > 1 else ''}){ending}").as_posix()


def name_as_built(name: str) -> str:
    """The name under which a build wrote the file that is now called `name`, if it was moved aside as edited."""
    return _MOVED.sub("", name)
