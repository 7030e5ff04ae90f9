"""Files that were built, as their manifest lists them, and what a check found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found in one file; no problems if it passes."""

    file: str
    check: str
    problems: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The result as printed: one line if it passes, otherwise one for each problem."""
        if not self.problems:
            return [f"ok:   {self.file}: {self.check}"]
        return [f"fail: {self.file}: {self.check}: {problem}" for problem in self.problems]


@dataclass(frozen=True, slots=True)
class Brief:
    """A file of `build/`: its path, format, status, the edition that it belongs to, and the limits that it must keep.

    `edition` is the same for the formats of one edition; `pages` and `budget` are what the manifest says, if it does.
    """

    path: Path
    format: str
    status: str
    edition: tuple[str, ...]
    units: tuple[str, ...] = ()
    pages: int | None = None
    budget: int | None = None
    audience: str = ""


def read_briefs(folder: Path) -> list[Brief]:
    """The files that the manifest in `folder` lists; none if there is no manifest."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except FileNotFoundError:
        return []
    return [_brief(folder, entry) for entry in manifest["files"]]


def _brief(folder: Path, entry: dict[str, Any]) -> Brief:
    path = folder / entry["path"]
    return Brief(
        path,
        entry["format"],
        entry["status"],
        (path.stem,),
        tuple(unit["tag"] for unit in entry["units"]),
        entry["pages"],
        entry.get("budget"),
        entry.get("audience", ""),
    )


def of_format(briefs: Sequence[Brief], name: str) -> list[Brief]:
    """The briefs in one format."""
    return [brief for brief in briefs if brief.format == name]
