"""What bytes of files depend on besides their contents: program, libraries, fonts. Workers must have the same."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import briefs
from briefs.files.bounded_reading import read_file
from briefs.pipeline.last_build import versions

_SHOWN = 3


def worker_facts(fonts: Path) -> dict[str, str]:
    """The versions of program, Python and libraries in this process, and hashes of program and fonts (a folder)."""
    return {**versions(), "python": platform.python_version(), "program": _program(), "fonts": _fonts(fonts)}


def difference(own: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """What is different at a worker, in words; empty if nothing is."""
    names = [name for name in sorted({*own, *theirs}) if own.get(name) != theirs.get(name)]
    said = [_said(name, own.get(name, "none"), theirs.get(name, "none")) for name in names]
    if len(said) > _SHOWN:
        return f"{', '.join(said[:_SHOWN])} and {len(said) - _SHOWN} more"
    return " and ".join(filter(None, [", ".join(said[:-1]), *said[-1:]]))


def _said(name: str, own: str, theirs: str) -> str:
    if name in ("program", "fonts"):
        return {"program": "other modules of this program", "fonts": "other fonts"}[name]
    return f"{name} {theirs} instead of {own}"


@cache
def _program() -> str:
    folder = Path(briefs.__file__).parent
    return _digest(sorted(folder.rglob("*.py")), folder)


def _fonts(folder: Path) -> str:
    """A hash of the fonts in `folder` and of how they are chosen; empty without the folder."""
    return _digest(sorted(one for one in folder.iterdir() if one.is_file()), folder) if folder.is_dir() else ""


def _digest(files: list[Path], folder: Path) -> str:
    made = hashlib.blake2b(digest_size=20)
    for file in files:
        content = read_file(file)
        made.update(f"{file.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()
