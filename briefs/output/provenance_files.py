"""`….provenance.json`: where each wording of an edition comes from, in `build/` and in the manifest."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from briefs.model.brief import Brief
from briefs.model.brief_key import BriefKey

FORMAT = "provenance"
"""The format that the manifest gives these files, which are in no format of briefs."""

Slot: TypeAlias = tuple[str, BriefKey, str]


def provenance_path(brief: Brief) -> str:
    """The name of the file of `brief`, which begins as those of its formats do."""
    properties = brief.document.properties
    return f"{brief.report}_{brief.key.file_part}_v{properties.version}_{properties.status}.provenance.json"


def provenance_entry(brief: Brief, inputs: str) -> dict[str, Any]:
    """The manifest's entry for the file of `brief`; arguments are those of `manifest_entries`."""
    properties = brief.document.properties
    return {
        "report": brief.report,
        "audience": brief.audience,
        "product": brief.key.product,
        "format": FORMAT,
        "status": properties.status,
        "version": properties.version,
        "date": properties.date,
        "path": provenance_path(brief),
        "sha256": hashlib.sha256(brief.provenance).hexdigest(),
        "inputs": inputs,
        "edition": {"sha256": hashlib.sha256(brief.edition).hexdigest()},
    }


def provenance_slot(entry: Mapping[str, Any]) -> Slot:
    """What an edition has one such file for, whatever formats it is built in."""
    return entry["report"], BriefKey.of_entry(entry), entry["status"]


def without_files(entries: Iterable[Mapping[str, Any]], files: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those of `entries` of whose edition none of `files` is left."""
    left = {(*provenance_slot(entry), entry["version"]) for entry in files}
    return [entry for entry in entries if (*provenance_slot(entry), entry["version"]) not in left]
