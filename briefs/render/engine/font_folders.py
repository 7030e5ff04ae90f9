"""The states of the files in a folder of fonts: whatever is known of fonts counts as long as these are the same."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple, TypeAlias


class State(NamedTuple):
    """What changes with a file or folder, also if it is overwritten where it is and its time of change is set back."""

    inode: int
    size: int
    modified: int
    changed: int


FontFolders: TypeAlias = tuple[tuple[str, tuple[tuple[str, State | None], ...]], ...]
"""Folders by path, each with the states of itself, named "", and of the files in it; None for a link that leads
nowhere, or for what has just gone."""


def font_folders(fonts: Path) -> FontFolders:
    """The folder `fonts` and those below it, also through links; a link that leads back is refused before."""
    return tuple(
        (folder, tuple((name, _state(folder, name)) for name in ("", *sorted(names))))
        for folder, _, names in os.walk(fonts, followlinks=True)
    )


def _state(folder: str, name: str) -> State | None:
    try:
        found = os.stat(os.path.join(folder, name))  # noqa: PTH116, PTH118
    except OSError:
        return None
    return State(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
