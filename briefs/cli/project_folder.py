"""The project that a command is about: the folder that it names, or the nearest one that holds the current folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from briefs.model.diagnostics import BriefsError

PARTS = ("seeds", "templates")
"""The folders that make a folder a project."""

NONE = BriefsError(
    "there is no project here, nor in any folder above",
    "a project is a folder with seeds/ and templates/ in it: go there with cd, or name it with --project",
)
NOWHERE = BriefsError("the current folder does not exist any more", "change to a folder that exists, with cd")

_PATH = re.compile(rf"""(?<![\w./-])(?:{"|".join((*PARTS, "build", "reviews"))})/[^\s:;,()"'“”]*[^\s:;,()"'“”.]""")
"""Paths in the project, as messages name them."""


def project_folder(named: Path | None) -> Path:
    """The folder of the project: `named`, or the current folder, or the nearest one above that is a project.

    The result is relative to the current folder if that leads there. A folder above counts also if it is above only by
    the links that the shell followed. A current folder with only one of the parts is taken for a project, so that the
    other one is missed. Raises BriefsError if there is none.
    """
    if named is not None and named.is_absolute():
        return named
    if is_nowhere():
        raise NOWHERE
    if named is not None:
        return named
    for above in _above():
        if all(os.path.isdir(above / part) for part in PARTS):  # noqa: PTH112 - a forbidden folder is none
            return _from_here(above)
    if any(os.path.isdir(part) for part in PARTS):  # noqa: PTH112
        return Path()
    raise NONE


def between(project: Path) -> Iterator[str]:
    """What would make another folder the project if it appeared: between the current folder and `project`."""
    for above in _above():
        if project.samefile(above):
            return
        yield str(above / PARTS[0])


def is_nowhere() -> bool:
    """Whether the current folder has been removed."""
    try:
        os.getcwd()  # noqa: PTH109 - Path.cwd() is the same
    except FileNotFoundError:
        return True
    return False


def _above() -> Iterator[Path]:
    """The current folder and those above it: by the links that the shell followed, then as they are."""
    here = os.getcwd()  # noqa: PTH109
    followed = os.environ.get("PWD", here)
    try:
        starts = [followed, here] if os.path.isabs(followed) and os.path.samefile(followed, here) else [here]  # noqa: PTH117, PTH121
    except OSError:
        starts = [here]
    for start in dict.fromkeys(starts):
        yield from (Path(start), *Path(start).parents)


def _from_here(folder: Path) -> Path:
    """`folder`, which is the current one or above it, relative to that; as it is if only links lead there."""
    ups = (Path(*[os.pardir] * depth) for depth in range(len(Path.cwd().parts)))
    return next((up for up in ups if up.samefile(folder)), folder)


def from_here(project: Path, is_found: bool) -> Callable[[str], str]:
    """A function that makes texts name paths in `project` as they are from the current folder, if it `is_found` above.

    Other paths stay, and those in a project that was named, since messages show these as paths in it.
    """
    if not is_found or project == Path():
        return lambda text: text

    def moved(found: re.Match[str]) -> str:
        path = project / found[0]
        if not path.exists():
            return found[0]
        return str(path) if path.is_absolute() else os.path.relpath(path)

    return lambda text: _PATH.sub(moved, text)
