"""Kept editions: the Document of each brief that was built, in `build/editions/`, and its entry in the manifest.

Later editions are compared both with drafts that were sent out and with cleared editions that were distributed. So each
edition has one kept Document, named after its identifier, whatever formats it was built in.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefs.model.brief import Brief

FOLDER = "editions"
EDITION = ("report", "audience", "identifier", "status", "version", "date", "path", "sha256")
"""The manifest's entry for a kept edition."""


def new_editions(
    briefs: Sequence[Brief], contents: Mapping[str, bytes], old: Iterable[Mapping[str, Any]]
) -> list[dict[str, Any]]:
    """The manifest's entries: the editions of `briefs`, with their `contents` by audience, and `old` ones.

    An edition replaces the old one with the same report, audience and identifier. If the house gives different briefs
    one reference number, their editions have one identifier and are told apart by report and audience.
    """
    made = [_entry(brief, contents[brief.audience]) for brief in briefs]
    replaced = {_edition(entry) for entry in made}
    kept = [dict(entry) for entry in old if _edition(entry) not in replaced]
    taken = {entry["path"]: _brief(entry) for entry in kept}
    for entry in made:
        if taken.setdefault(entry["path"], _brief(entry)) != _brief(entry):
            entry["path"] = _path(f"{entry['identifier']} {entry['report']} {entry['audience']}")
            taken[entry["path"]] = _brief(entry)
    return sorted([*kept, *made], key=_edition)


def edition_path(brief: Brief, manifest: Mapping[str, Any]) -> str:
    """The file of the kept edition of `brief`, according to `manifest`, which must list it."""
    wanted = (brief.report, brief.audience, brief.document.properties.identifier)
    return next(str(entry["path"]) for entry in manifest["editions"] if _edition(entry) == wanted)


def _entry(brief: Brief, content: bytes) -> dict[str, Any]:
    properties = brief.document.properties
    return {
        "report": brief.report,
        "audience": brief.audience,
        "identifier": properties.identifier,
        "status": properties.status,
        "version": properties.version,
        "date": properties.date,
        "path": _path(properties.identifier),
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def _path(name: str) -> str:
    """A file in the folder of editions, such as `ICMC-CGGM-MIN_0.3_draft.json.gz`."""
    safe = re.sub(r"[^\w.-]+", "-", name.replace(" ", "_")).strip("-.")
    return f"{FOLDER}/{safe}.json.gz"


def _brief(entry: Mapping[str, Any]) -> tuple[str, str]:
    return entry["report"], entry["audience"]


def _edition(entry: Mapping[str, Any]) -> tuple[str, str, str]:
    return entry["report"], entry["audience"], entry["identifier"]
