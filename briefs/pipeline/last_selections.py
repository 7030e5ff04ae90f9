"""What the last build of each brief left out and shortened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from briefs.fit.selection import Selection
from briefs.model.brief_key import BriefKey
from briefs.output.last_manifest import read_manifest


def last_selections(folder: Path, report: str) -> Mapping[BriefKey, Selection]:
    """The selections of the last build of `report` in `folder`, by brief, whatever has changed since."""
    return {
        BriefKey.of_entry(entry): selection
        for entry in read_manifest(folder).get("files", ())
        if entry["report"] == report and (selection := selection_in(entry.get("fit"))) is not None
    }


def with_present_names(selection: Selection, units: Iterable[str]) -> Selection:
    """`selection` with the names that its units have now: those of `units` that differ only in the id of their section,
    which changes with its heading."""
    names = set(units)
    behind: dict[str, list[str]] = {}
    for name in names:
        behind.setdefault(name.partition("/")[2], []).append(name)

    def present(name: str) -> str:
        alike = behind.get(name.partition("/")[2], [])
        return alike[0] if name not in names and len(alike) == 1 else name

    return Selection(frozenset(map(present, selection.left_out)), frozenset(map(present, selection.shortened)))


def selection_in(fit: Any) -> Selection | None:
    """The selection in the `fit` of a manifest's entry; None if there is none that can be read."""
    try:
        left_out, shortened = (frozenset(str(fate["unit"]) for fate in fit[name]) for name in ("left_out", "shortened"))
    except (TypeError, KeyError):
        return None
    return Selection(left_out, shortened)
