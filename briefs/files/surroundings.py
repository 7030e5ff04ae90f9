"""What a process finds around it that may change what it makes: variables of the environment, shared libraries.

This module imports nothing that takes time.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    State: TypeAlias = tuple[int, int, int]

_SHAPING = ("BRIEFS", "LANG", "LC_", "FC_", "FONTCONFIG", "PANGO", "HB_", "G_", "LD_", "PYTHON", "TZ")
"""Prefixes of variables that may change what is made."""
_OWN_FOLDERS = ("HOME", "TMPDIR", "TEMP", "TMP")
"""Folders of this machine that no file may name, which is checked."""
_OURS = "FONTCONFIG_FILE"
"""The program sets this one itself."""


def shaping_variables() -> list[tuple[str, str]]:
    """Variables of the environment that may change what is made, in order."""
    chosen = (one for one in os.environ.items() if one[0].startswith(_SHAPING) or one[0] in _OWN_FOLDERS)
    return sorted(one for one in chosen if one[0] != _OURS)


def file_state(path: str) -> State:
    """The state of the file at `path`, which changes whenever the file does: inode, size, time of last change. Raises
    OSError."""
    found = os.stat(path)  # noqa: PTH116
    return found.st_ino, found.st_size, found.st_ctime_ns


def loaded_libraries() -> set[str]:
    """The paths of the shared libraries that this process has loaded; on Linux. Raises OSError."""
    with open("/proc/self/maps", encoding="utf-8", errors="surrogateescape") as maps:  # noqa: PTH123
        mapped = {line.rstrip("\n").split(maxsplit=5)[-1] for line in maps}
    return {path for path in mapped if ".so" in path}


def library_states() -> dict[str, State]:
    """The states of the shared libraries that this process has loaded, by path. Raises OSError."""
    return {path: file_state(path) for path in sorted(loaded_libraries())}


def are_as_they_were(states: Mapping[str, State]) -> bool:
    """Whether files have the same `states` still."""
    try:
        return all(file_state(path) == state for path, state in states.items())
    except OSError:
        return False
