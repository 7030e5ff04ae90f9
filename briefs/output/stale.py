"""Files in `build/` that are out of date: what they were made from has changed since, or nobody builds them any more.

A brief is for its readers one document, whatever its formats. So of one edition, files of two builds may stand side by
side only if both say the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefs.files.bounded_reading import hash_file
from briefs.model.brief_key import BriefKey
from briefs.output.provenance_files import without_files
from briefs.output.superseded import superseded


@dataclass(frozen=True, slots=True)
class Sources:
    """What a report's briefs are made from now: `hashes` by path, and the path of each brief's template."""

    hashes: Mapping[str, str]
    templates: Mapping[BriefKey, str]


def marked_stale(
    folder: Path,
    manifest: Mapping[str, Any],
    written: Collection[str],
    sources: Mapping[str, Sources],
    gone: Collection[str],
) -> dict[str, Any]:
    """`manifest`, in which the entry of each file in `folder` that is out of date says why, as `stale`.

    `written` are the paths of the files of this build, which are not; `sources` are those of the reports that were
    read, by name. Other reports keep their marks, except those that are `gone`, which nobody builds any more.
    """
    made = {_edition(entry): entry for entry in manifest["files"] if entry["path"] in written}
    files = []
    for entry in manifest["files"]:
        report, reason = entry["report"], entry.get("stale", "")
        if report in gone:
            reason = f'there is no report "{report}" any more'
        elif report in sources:
            same = made.get(_edition(entry))
            reason = _reason(entry, same, manifest["inputs"], sources[report])
        if entry["path"] in written or not (folder / entry["path"]).is_file():
            reason = ""
        files.append({**dict(_without_mark(entry)), **({"stale": reason} if reason else {})})
    return {**manifest, "files": files}


def stale_files(manifest: Mapping[str, Any]) -> dict[str, str]:
    """The files that `manifest` says are out of date, each with the reason, by path."""
    return {entry["path"]: entry["stale"] for entry in manifest["files"] if entry.get("stale")}


def is_as_built(entry: Mapping[str, Any], folder: Path) -> bool:
    """Whether the file of a manifest's `entry` is in `folder` as a build wrote it. False if it cannot be read."""
    try:
        return hash_file(folder / entry["path"]) == str(entry["sha256"])
    except OSError:
        return False


def without_stale(manifest: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """`manifest` without the files that are out of date, which move to `superseded`; those edited by hand stay."""
    pruned = [entry for entry in manifest["files"] if entry.get("stale") and is_as_built(entry, folder)]
    files = [entry for entry in manifest["files"] if entry not in pruned]
    left = without_files(manifest.get("provenance", ()), files)
    provenance = [entry for entry in manifest.get("provenance", ()) if entry not in left]
    gone = superseded(manifest["superseded"], [*pruned, *left], [*files, *provenance])
    return {**manifest, "files": files, "provenance": provenance, "superseded": gone}


def _reason(entry: Mapping[str, Any], same: Mapping[str, Any] | None, inputs: Mapping[str, Any], now: Sources) -> str:
    """Why the file of `entry` is out of date; empty if it is not. `same` is a file of its edition in this build."""
    template = now.templates.get(BriefKey.of_entry(entry))
    if template is None:
        return f"no template makes {BriefKey.of_entry(entry).described} any more"
    says_the_same = same is not None and same["edition"]["sha256"] == entry.get("edition", {}).get("sha256")
    if same is not None and not says_the_same:
        return f"{same['path']} was built since, and says something else"
    before = inputs.get(entry["inputs"], {}).get("files", {})
    changed = [
        path
        for path in sorted({*before, *now.hashes})
        if before.get(path) != now.hashes.get(path)
        and (path == template or not _is_template(path))
        and not (says_the_same and _is_content(path))
    ]
    return "" if not changed else f"{_first(changed)} changed since it was built"


def _first(paths: list[str]) -> str:
    others = len(paths) - 1
    return f"{paths[0]} has" if not others else f"{paths[0]} and {others} other file{'s' if others > 1 else ''} have"


def _is_template(path: str) -> bool:
    return path.startswith("templates/") and path.endswith(".md")


def _is_content(path: str) -> bool:
    """Whether a brief's words come from a file: its look does not change what it says."""
    return path.startswith(("seeds/", "templates/")) and not path.startswith("templates/layout/")


def _edition(entry: Mapping[str, Any]) -> tuple[str, BriefKey, str, str]:
    """What files of one edition have in common; those of different versions may say different things."""
    return entry["report"], BriefKey.of_entry(entry), entry["status"], entry["version"]


def _without_mark(entry: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in entry.items() if key != "stale")
