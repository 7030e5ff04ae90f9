"""`build/manifest.json`: what each file is, what it was made from, and what made it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefs.model.brief import Brief
from briefs.model.brief_key import BriefKey
from briefs.model.document import Document, Table, Unit
from briefs.model.document_walk import placed_units
from briefs.model.fit import Fate, Fit
from briefs.output.editions import edition_places, new_editions
from briefs.output.manifest_shape import VERSION
from briefs.output.provenance_files import provenance_entry, provenance_slot
from briefs.output.superseded import superseded

NAME = "manifest.json"


def manifest_entries(brief: Brief, inputs: str) -> list[dict[str, Any]]:
    """The manifest's entries for the files of one brief; `inputs` names the set of inputs that they were made from."""
    properties = brief.document.properties
    return [
        {
            "report": brief.report,
            "audience": brief.audience,
            "product": brief.key.product,
            "format": rendition.format,
            "status": properties.status,
            "version": properties.version,
            "date": properties.date,
            "path": rendition.name,
            "sha256": hashlib.sha256(rendition.content).hexdigest(),
            "paper": rendition.sheet.paper,
            "large_print": rendition.sheet.is_large_print,
            "pages": rendition.pages,
            "budget": rendition.budget,
            "words": brief.words,
            "fit": fit_json(brief.fit),
            "inputs": inputs,
            "edition": {"sha256": hashlib.sha256(brief.edition).hexdigest()},
            "units": [_unit(unit) for unit in brief.document.units()],
            "tables": _tables(brief.document),
        }
        for rendition in brief.renditions
    ]


def fit_json(fit: Fit) -> dict[str, Any]:
    """How a brief was fitted to its pages, as the manifest records it."""
    return {
        "pages": fit.pages,
        "budget": fit.budget,
        "free_lines": fit.rooms[-1].lines if fit.rooms else None,
        "shortened": [_fate(fate) for fate in fit.shortened],
        "left_out": [_fate(fate) for fate in fit.left_out],
    }


def _fate(fate: Fate) -> dict[str, Any]:
    return {
        "unit": fate.unit,
        "tag": fate.tag,
        "blocks": list(fate.blocks),
        "text": fate.text,
        "section": fate.section,
        "weight": fate.weight,
        "reason": fate.reason,
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "name": unit.name,
        "tag": unit.tag,
        "number": unit.number,
        "blocks": list(unit.printed),
        "forms": list(map(str, unit.forms)),
        "sources": list(unit.sources),
    }


def _tables(document: Document) -> dict[str, int]:
    """The running number of each row's table, by the name of the row's unit."""
    return {
        unit.name: content.number
        for unit, _, content, _ in placed_units(document.sections)
        if isinstance(content, Table) and content.number is not None
    }


def inputs_digest(inputs: Mapping[str, str], versions: Mapping[str, str]) -> str:
    """A name for a set of inputs: the hashes of files, and the versions of what shaped the output."""
    return hashlib.sha256(json.dumps([dict(inputs), dict(versions)], sort_keys=True).encode()).hexdigest()[:16]


def new_manifest(
    briefs: Sequence[Brief],
    inputs: Mapping[str, str],
    versions: Mapping[str, str],
    old: Mapping[str, Any],
) -> dict[str, Any]:
    """The manifest after a build: entries of `briefs`, and those of `old` that they do not replace.

    A file replaces old ones with the same report, audience, product, status, format, paper and size of type, which move
    to `superseded` with their hash and date, as long as they are kept there. A kept Document that is replaced stays as
    long as a file in `files` or in `superseded` was made from it.
    """
    digest = inputs_digest(inputs, versions)
    entries = [entry for brief in briefs for entry in manifest_entries(brief, digest)]
    replaced = {_slot(entry) for entry in entries}
    hashes = {entry["sha256"] for entry in entries}
    kept = [entry for entry in old.get("files", ()) if _slot(entry) not in replaced]
    gone = [entry for entry in old.get("files", ()) if _slot(entry) in replaced and entry["sha256"] not in hashes]
    files = sorted([*kept, *entries], key=_slot)
    made = {provenance_slot(one): one for one in (provenance_entry(brief, digest) for brief in briefs)}
    traced = {provenance_slot(entry): entry for entry in old.get("provenance", ())}
    gone += [entry for slot, entry in traced.items() if slot in made and entry["sha256"] != made[slot]["sha256"]]
    provenance = [entry for _, entry in sorted({**traced, **made}.items())]
    replaced_files = superseded(old.get("superseded", ()), gone, [*files, *provenance])
    before = [*old.get("files", ()), *old.get("provenance", ()), *old.get("superseded", ())]
    unused = _editions_of(before) - _editions_of([*files, *provenance, *replaced_files])
    listed = new_editions(briefs, digest, old.get("editions", ()), unused)
    present = (one for one in listed if not one.get("superseded"))
    used = {entry.get("inputs") for entry in (*files, *provenance, *present)}
    sets = {**old.get("inputs", {}), digest: {"files": dict(inputs), "versions": dict(versions)}}
    places = edition_places(listed)
    return {
        "manifest": VERSION,
        "files": [_with_place(entry, places) for entry in files],
        "provenance": [_with_place(entry, places) for entry in provenance],
        "editions": listed,
        "inputs": {name: sets[name] for name in sorted(sets) if name in used},
        "superseded": [_with_place(entry, places) for entry in replaced_files],
    }


def _editions_of(files: Iterable[Mapping[str, Any]]) -> set[str]:
    """The hashes of the kept editions that `files` were made from, as far as their entries say."""
    return {entry["edition"]["sha256"] for entry in files if "edition" in entry}


def _with_place(entry: Mapping[str, Any], places: Mapping[tuple[str, BriefKey, str], str]) -> dict[str, Any]:
    """The entry of a file with the path of the edition that it was made from; None if that is no longer kept."""
    if "edition" not in entry:
        return dict(entry)
    sha256 = entry["edition"]["sha256"]
    path = places.get((entry["report"], BriefKey.of_entry(entry), sha256))
    return {**entry, "edition": {"path": path, "sha256": sha256}}


def _slot(entry: Mapping[str, Any]) -> tuple[str, BriefKey, str, str, str, bool]:
    return (
        entry["report"],
        BriefKey.of_entry(entry),
        entry["status"],
        entry["format"],
        entry.get("paper") or "A4",
        entry.get("large_print", False),
    )


def dump_manifest(manifest: Mapping[str, Any]) -> bytes:
    """The manifest's bytes: sorted keys, so that the same build gives the same file."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def paths(manifest: Mapping[str, Any]) -> set[str]:
    """The files that a manifest lists, those of kept editions and of provenance too."""
    return {str(entry["path"]) for name in ("files", "provenance", "editions") for entry in manifest.get(name, ())}
