"""`build/manifest.json`: what each file is, what it was made from, and what made it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from briefs.model.brief import Brief
from briefs.model.document import Document, Table, Unit
from briefs.model.document_walk import placed_units
from briefs.model.fit import Fate, Fit
from briefs.output.editions import EDITION, new_editions

NAME = "manifest.json"
VERSION = 2
KEPT = ("report", "audience", "format", "status", "version", "date", "path", "sha256")
"""The fields that are kept for a file that another has replaced."""


def manifest_entries(brief: Brief, inputs: str) -> list[dict[str, Any]]:
    """The manifest's entries for the files of one brief. `inputs` names the set of inputs that they were made from."""
    properties = brief.document.properties
    return [
        {
            "report": brief.report,
            "audience": brief.audience,
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
    editions: Mapping[str, bytes],
    inputs: Mapping[str, str],
    versions: Mapping[str, str],
    old: Mapping[str, Any],
) -> dict[str, Any]:
    """The manifest after a build: entries of `briefs`, and those of `old` that they do not replace.

    A file replaces old ones with the same report, audience, status, format, paper and size of type, which move to
    `superseded` with their hash and date. `editions` are the kept Documents of `briefs`, by audience, as bytes.
    """
    digest = inputs_digest(inputs, versions)
    entries = [entry for brief in briefs for entry in manifest_entries(brief, digest)]
    replaced = {_slot(entry) for entry in entries}
    hashes = {entry["sha256"] for entry in entries}
    kept = [entry for entry in old.get("files", ()) if _slot(entry) not in replaced]
    gone = [entry for entry in old.get("files", ()) if _slot(entry) in replaced and entry["sha256"] not in hashes]
    files = sorted([*kept, *entries], key=_slot)
    used = {entry.get("inputs") for entry in files}
    sets = {**old.get("inputs", {}), digest: {"files": dict(inputs), "versions": dict(versions)}}
    return {
        "manifest": VERSION,
        "files": files,
        "editions": new_editions(briefs, editions, old.get("editions", ())),
        "inputs": {name: sets[name] for name in sorted(sets) if name in used},
        "superseded": [*old.get("superseded", ()), *(_superseded(entry) for entry in gone)],
    }


def _slot(entry: Mapping[str, Any]) -> tuple[str, str, str, str, str, bool]:
    return (
        entry["report"],
        entry["audience"],
        entry["status"],
        entry["format"],
        entry.get("paper") or "A4",
        entry.get("large_print", False),
    )


def _superseded(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in KEPT}


def is_manifest(value: object) -> bool:
    """Whether `value` is a manifest as this program writes it, which a build can continue."""
    if not isinstance(value, dict) or value.get("manifest") != VERSION:
        return False
    lists = {name: value.get(name) for name in ("files", "editions", "superseded")}
    if not all(isinstance(entries, list) for entries in lists.values()) or not isinstance(value.get("inputs"), dict):
        return False
    return (
        all(_has_texts(entry, KEPT) for entry in value["superseded"])
        and all(_has_texts(entry, EDITION) for entry in value["editions"])
        and all(_is_entry(entry) for entry in value["files"])
    )


def _has_texts(entry: object, keys: Iterable[str]) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in keys)


def _is_entry(entry: Any) -> bool:
    """Whether `entry` is the entry of a file in `build/`, as far as a build needs it."""
    return (
        _has_texts(entry, (*KEPT, "inputs"))
        and isinstance(entry.get("paper", ""), str | None)
        and isinstance(entry.get("large_print", False), bool)
    )


def dump_manifest(manifest: Mapping[str, Any]) -> bytes:
    """The manifest's bytes: sorted keys, so that the same build gives the same file."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def paths(manifest: Mapping[str, Any]) -> set[str]:
    """The files that a manifest lists, those of kept editions too."""
    return {str(entry["path"]) for name in ("files", "editions") for entry in manifest.get(name, ())}
