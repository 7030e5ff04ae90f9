"""What the last command knew of a report, in the user's cache folder: the next one goes on with it.

It is one graph of objects, so what was one object is one again, and comparing is as fast as it was. It counts only for
the same program, in the same environment, and for the same project at the same path.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from briefs.files.kept_objects import packed, unpacked
from briefs.files.listing import files_in
from briefs.files.program_state import program_state
from briefs.files.surroundings import shaping_variables
from briefs.files.user_cache import cached, is_off, keep
from briefs.model.diagnostics import Checked, has_errors
from briefs.model.memory import FORGETFUL, Kept, Known, Memory
from briefs.pipeline.order import Project

KEPT = frozenset(
    {
        "about",
        "anchors",
        "block templates",
        "blocks",
        "checked",
        "compiled",
        "drawn",
        "filled",
        "house",
        "labels",
        "library",
        "linted",
        "lock",
        "needed",
        "own words",
        "report",
        "same",
        "says more",
        "source",
        "templates",
        "words of",
    }
)
"""What is kept from one process to the next, by the first part of its name: values that have no open files, pages or
functions in them, and that depend on nothing but what they are compared by."""
_READ = frozenset({"block templates", "blocks", "house", "lock", "report", "templates"})
"""What was read from files. What could not be read is read again: why may have been chance, such as too little time."""
_FOLDER = "materials"
_MOST = 32
"""Of how many reports materials are kept, the latest ones."""
_LARGEST = 64_000_000
"""More bytes are not kept: a folder of the cache has room for few such files."""
_MOST_BLOCKS = 4_000_000
"""Of so many bytes of blocks, which are thousands, nothing is known: to remember them takes much memory."""
_FEW = 20
"""If less than one in so many values was made anew, they are not worth writing all of them again."""


@contextmanager
def kept_memory(project: Project) -> Iterator[Memory]:
    """What is known of the one report of `project`; what is known at the end of this `with` block is kept for the next
    process. A copy of a project, in which changes are tried, begins with nothing and keeps nothing."""
    if is_off() or project.copied is not None or _size_of_blocks(project) > _MOST_BLOCKS:
        yield FORGETFUL
        return
    name, state = _name(project), _state()
    memory = Memory(_known(cached(_FOLDER, name), state))
    yield memory
    memory.turn()
    if memory.new * _FEW > len(memory):
        content = packed(memory.known(is_kept))
        if content is not None and len(content) <= _LARGEST:
            keep(_FOLDER, name, state + content, _MOST)


def is_kept(name: Hashable, kept: Kept) -> bool:
    """Whether another process can begin with a value of this name."""
    first = name[0] if isinstance(name, tuple) else name
    if first in _READ and isinstance(kept.value, Checked) and has_errors(kept.value.problems):
        return False
    return first in KEPT


def _size_of_blocks(project: Project) -> int:
    """How many bytes the files of blocks have; 0 if they cannot be looked at. Raises what `Project.seed` does."""
    with suppress(OSError):
        return sum(path.stat().st_size for path in files_in(project.seed() / "blocks", ".yaml"))
    return 0


def _name(project: Project) -> str:
    """The name of the file for the report of a project."""
    told = f"{project.root.absolute()}\0{project.root}\0{project.name}"
    return hashlib.sha256(told.encode(errors="surrogateescape")).hexdigest()


def _state() -> bytes:
    """A hash of all but files of the project that decides what is made from them."""
    return hashlib.sha256(repr((program_state(), shaping_variables())).encode(errors="surrogateescape")).digest()


def _known(content: bytes | None, state: bytes) -> Known | None:
    """What is in the content of a file; None if it is damaged, or of another program."""
    if content is None or not content.startswith(state):
        return None
    try:
        known: Any = unpacked(content[len(state) :])
    except ValueError:
        return None
    return known if isinstance(known, Known) else None
