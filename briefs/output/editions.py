"""Kept editions: the Document of each brief that was built, in `build/editions/`, and its entry in the manifest.

Later editions are compared both with drafts that were sent out and with cleared editions that were distributed. So each
edition has one kept Document, named after its identifier, whatever formats it was built in. If an edition is built
again with other content, the Document of its earlier files is kept beside the new one: these may have been sent.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, count
from typing import Any, TypeAlias

from briefs.model.brief import Brief
from briefs.model.brief_key import BriefKey

Owner: TypeAlias = "tuple[str, BriefKey, str] | tuple[str, BriefKey, str, str]"
"""Report, brief and identifier of an edition; of what was once built of it, its SHA-256 as well."""

FOLDER = "editions"
EDITION = ("report", "audience", "identifier", "status", "version", "date", "path", "sha256")
"""The manifest's entry for a kept edition; it also names the `product` and the `inputs`, and says if the edition is
`superseded`."""


def new_editions(
    briefs: Sequence[Brief],
    inputs: str,
    old: Sequence[Mapping[str, Any]],
    unused: Collection[str] = (),
) -> list[dict[str, Any]]:
    """The manifest's entries: the editions of `briefs`, and `old` ones.

    `inputs` names what the new ones were made from. An edition supersedes the old one with the same report, audience,
    product and identifier; the old one is kept under another path, unless it is the same or its SHA-256 is among the
    `unused`, of which nothing is kept once they are superseded. No two editions have the same path, even if the file
    system does not tell upper from lower case.
    """
    made = [_entry(brief, inputs) for brief in briefs]
    new = {_edition(entry): entry["sha256"] for entry in made}
    kept: list[Mapping[str, Any]] = []
    superseded: list[dict[str, Any]] = []
    taken: dict[str, Owner] = {}
    for entry in old:
        taken.setdefault(_spelled(entry["path"]), _owner(entry))
        is_unused = entry.get("superseded", False) and entry["sha256"] in unused
        if _edition(entry) not in new or (entry.get("superseded") and entry["sha256"] != new[_edition(entry)]):
            kept += [] if is_unused else [entry]
        elif entry["sha256"] not in (new[_edition(entry)], *unused):
            superseded.append({**entry, "superseded": True})
    placed = [_placed(entry, taken) for entry in (*superseded, *made)]
    return sorted([*map(dict, kept), *placed], key=lambda entry: (*_edition(entry), entry.get("superseded", False)))


def edition_path(brief: Brief, manifest: Mapping[str, Any]) -> str:
    """The file of the kept edition of `brief`, according to `manifest`, which must list it."""
    wanted = (brief.report, brief.key, brief.document.properties.identifier)
    return next(str(entry["path"]) for entry in manifest["editions"] if _owner(entry) == wanted)


def moved_editions(manifest: Mapping[str, Any], old: Mapping[str, Any]) -> dict[str, str]:
    """Where superseded editions in `manifest` are in the folder that `old` describes, by their new paths."""
    return {
        entry["path"]: before["path"]
        for entry in manifest.get("editions", ())
        if entry.get("superseded")
        for before in old.get("editions", ())
        if (*_edition(before), before["sha256"]) == (*_edition(entry), entry["sha256"])
        if before["path"] != entry["path"]
    }


def edition_places(editions: Iterable[Mapping[str, Any]]) -> dict[tuple[str, BriefKey, str], str]:
    """The paths of kept editions, by report, brief and SHA-256."""
    return {(entry["report"], BriefKey.of_entry(entry), entry["sha256"]): entry["path"] for entry in editions}


def _entry(brief: Brief, inputs: str) -> dict[str, Any]:
    properties = brief.document.properties
    return {
        "report": brief.report,
        "audience": brief.audience,
        "product": brief.key.product,
        "identifier": properties.identifier,
        "status": properties.status,
        "version": properties.version,
        "date": properties.date,
        "inputs": inputs,
        "sha256": hashlib.sha256(brief.edition).hexdigest(),
    }


def _placed(entry: Mapping[str, Any], taken: dict[str, Owner]) -> dict[str, Any]:
    """`entry` with a path of its own, which is then `taken` too."""
    owner = _owner(entry)
    path = next(path for path in _paths(entry) if taken.setdefault(_spelled(path), owner) == owner)
    return {**entry, "path": path}


def _paths(entry: Mapping[str, Any]) -> Iterator[str]:
    """Files that an edition can be kept in, the best first: `editions/HB-CAP_0.1_draft.json.gz`."""
    mark = [entry["sha256"][:8]] if entry.get("superseded") else []
    short, long = (
        [entry["identifier"]],
        [entry["identifier"], entry["report"], *str(BriefKey.of_entry(entry)).split(", ")],
    )
    for words in chain((short, long), ([*long, str(number)] for number in count(2))):
        safe = re.sub(r"[^\w.-]+", "-", "_".join((*words, *mark)).replace(" ", "_")).strip("-.")
        yield f"{FOLDER}/{safe}.json.gz"


def _spelled(path: str) -> str:
    """The same for paths that can be one file: macOS and Windows do not tell upper from lower case."""
    return unicodedata.normalize("NFC", path.casefold())


def _edition(entry: Mapping[str, Any]) -> tuple[str, BriefKey, str]:
    return entry["report"], BriefKey.of_entry(entry), entry["identifier"]


def _owner(entry: Mapping[str, Any]) -> Owner:
    """What a path belongs to: an edition, however often it is built; or what was once built of it."""
    return (*_edition(entry), entry["sha256"]) if entry.get("superseded") else _edition(entry)
