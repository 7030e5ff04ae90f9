"""Files that are made by several processes, some at a time: what is handed to a process, and what it gives back.

Doing a chunk twice does no harm: files are written under other names, then renamed, and the same item gives the same
bytes. So a chunk whose process is lost is done again, whatever was done of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias
from uuid import uuid4

from briefs.files.bounded_reading import hash_file
from briefs.model.diagnostics import BriefsError

_SHARED = "choose a folder that all workers share, under the same path"
Begin: TypeAlias = Callable[[], Callable[[Any], bytes]]
"""Prepares once for a chunk, and returns what makes the file of an item. It is a function of a module, or such a
function with its first arguments (`functools.partial`), so that other processes know it by its name."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made: its path in the folder, with `/`, and its hash."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Files to make in `folder`, which is there and all processes see: their paths in it, with at most one `/`, and the
    items that they are made of.

    `fonts` is the folder of the fonts that shape them.
    """

    folder: Path
    fonts: Path
    begin: Begin
    items: tuple[tuple[str, Any], ...]


def chunks_of(chunk: Chunk, size: int) -> Iterator[Chunk]:
    """`chunk` in several with at most `size` items each."""
    for first in range(0, len(chunk.items), size):
        yield Chunk(chunk.folder, chunk.fonts, chunk.begin, chunk.items[first : first + size])


def make_chunk(chunk: Chunk) -> tuple[MadeFile, ...]:
    """Make the files of a chunk. Raises what making them does, and BriefsError if one cannot be written."""
    make = chunk.begin()
    return tuple(_written(chunk.folder, path, make(item)) for path, item in chunk.items)


def _written(folder: Path, path: str, content: bytes) -> MadeFile:
    """Write a file; nothing that is only half there ever has its name.

    The folder is not made: once it is removed, a worker that has not heard of it must not bring it back.
    """
    if not folder.is_dir():
        raise BriefsError(f"there is no folder {folder}", _SHARED)
    target = folder / path
    unfinished = target.with_name(f".{target.name}.{uuid4().hex}")
    try:
        target.parent.mkdir(exist_ok=True)
        try:
            unfinished.write_bytes(content)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise BriefsError(
            f"{target} cannot be written: {error.strerror}", "make room, or choose another folder"
        ) from error
    return MadeFile(path, hashlib.sha256(content).hexdigest())


def check_made(chunk: Chunk, made: Sequence[MadeFile]) -> None:
    """Raise BriefsError unless the files of a chunk that another machine has made are here, as it says."""
    for file in made:
        try:
            found = hash_file(chunk.folder / file.path)
        except OSError:
            found = ""
        if found != file.sha256:
            message = f"a worker has written {file.path}, but it is not in {chunk.folder}"
            raise BriefsError(message, _SHARED)
