"""What the manifest says of a file beside it: what it is, and whether it is still as it was built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefs.files.bounded_reading import hash_file
from briefs.model.diagnostics import BriefsError
from briefs.output.edited import name_as_built
from briefs.output.last_manifest import read_manifest


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A file that a build made: its `entry` in the manifest, and whether it `differs` from what was built.

    `replaced_by` is the file of a later build that took its place, if it is an older one.
    """

    entry: Mapping[str, Any]
    differs: bool
    replaced_by: str = ""

    @property
    def stale(self) -> str:
        """Why it is out of date; empty if it is not."""
        return f"{self.replaced_by} has replaced it" if self.replaced_by else str(self.entry.get("stale", ""))


def built_file(path: Path) -> BuiltFile:
    """What the manifest beside `path` says of the file there.

    It is found by its hash, or by its name if it has been edited since, also if it was moved aside as such. Raises
    BriefsError if the file or the manifest cannot be read, or if no build has made the file.
    """
    try:
        sha256 = hash_file(path)
    except OSError as error:
        raise BriefsError(f"cannot read {path}: {error.strerror}") from error
    manifest = read_manifest(path.parent)
    if not manifest:
        hint = "leave the brief in its build/ folder; if an older version of this program built it, build it again"
        raise BriefsError(f"there is no manifest.json beside {path}, or it cannot be read", hint)
    files = [entry for entry in manifest["files"] if {"units", "tables"} <= entry.keys()]
    names = (path.name, name_as_built(path.name))
    if found := next((entry for entry in files if entry["sha256"] == sha256), None):
        return BuiltFile(found, differs=False)
    if old := next((entry for entry in manifest["superseded"] if entry["sha256"] == sha256), None):
        later = next((entry["path"] for entry in files if _is_same(entry, old)), "")
        return BuiltFile(old, differs=False, replaced_by=later or "a later build")
    for name in names:
        if found := next((entry for entry in files if entry["path"] == name), None):
            return BuiltFile(found, differs=True)
    raise BriefsError(f"{path} is not in the manifest beside it", "build it again")


def _is_same(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries are about the same brief in the same format, perhaps of different editions."""
    names = ("report", "audience", "product", "format", "status")
    return all(one.get(name) == other.get(name) for name in names)
