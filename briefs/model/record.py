"""The record of an edition: what each unit was made from, by ids, addresses, positions and hashes, without words.

It travels inside Word files, so that returned ones can be read, and inside PDF files.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefs.model.document import Document, Figure, Unit
from briefs.model.document_walk import Owner, inlines_of_owner, placed_units
from briefs.model.inline import Emphasis, Foreign, Inline, SourceTag, Strong, inline_text
from briefs.model.provenance import Origin

FILE_NAME = "edition-record.json"
VERSION = 2
"""Version of the record's format; in version 1, units had no permanent names."""


@dataclass(frozen=True, slots=True)
class Entry:
    """The record's entry for a unit: `sha256` is a hash of its words, `origins` are what they rest on."""

    unit: Unit
    sha256: str
    origins: tuple[Origin, ...]


def edition_fields(document: Document) -> dict[str, str]:
    """The record's fields about the edition as a whole, and in a personal copy about that: its number, of how many."""
    properties, furniture = document.properties, document.furniture
    copy = furniture.copy
    numbers = {} if copy is None else {"copy": str(copy.number), "copies": str(copy.total)}
    return {
        "identifier": properties.identifier,
        "audience": document.audience,
        "product": document.product,
        "reference": furniture.reference,
        "version": properties.version,
        "status": properties.status,
        "date": properties.date,
        "language": properties.language,
        **numbers,
    }


def entries(document: Document) -> Iterator[Entry]:
    """The record's entry for each unit, in reading order."""
    words = words_of_units(document)
    origins: dict[str, list[Origin]] = {}
    for origin in document.origins:
        origins.setdefault(origin.unit, []).append(origin)
    for unit in document.units():
        sha256 = hashlib.sha256(words[unit.name].encode()).hexdigest()
        yield Entry(unit, sha256, tuple(origins.get(unit.name, ())))


def clearance_fields(document: Document) -> list[dict[str, str]]:
    """The record's entries for the offices that cleared the edition, in the order of the house; never names."""
    return [dataclasses.asdict(clearance) for clearance in document.clearances]


def record_json(document: Document) -> bytes:
    """The record as JSON; it has `clearances` only if offices have cleared the edition."""
    units = [_entry_json(entry) for entry in entries(document)]
    cleared = {"clearances": clearance_fields(document)} if document.clearances else {}
    record = {"record": VERSION, "edition": edition_fields(document), **cleared, "units": units}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _entry_json(entry: Entry) -> dict[str, Any]:
    return {
        "unit": entry.unit.name,
        "tag": entry.unit.tag,
        "number": entry.unit.number,
        "blocks": list(entry.unit.printed),
        "verbatim": entry.unit.verbatim,
        "sha256": entry.sha256,
        "sources": [
            {"address": origin.address, "start": origin.start, "end": origin.end, "sha256": origin.sha256}
            for origin in entry.origins
        ],
    }


def words_of_units(document: Document) -> dict[str, str]:
    """The words of each unit by its name, without source tags, note marks and boxes.

    The cells of a row are separated by tabs; so are the caption of a figure and each wording that is printed in it.
    """
    owned = {placed.unit.name: _words_of(placed.owner) for placed in placed_units(document.sections)}
    return owned | {note.unit.name: _text(note.children) for note in document.notes}


def _words_of(owner: Owner) -> str:
    labels = owner.graphic.labels if isinstance(owner, Figure) else ()
    return "\t".join((*map(_text, inlines_of_owner(owner)), *labels))


def _text(run: tuple[Inline, ...]) -> str:
    return inline_text(_without_tags(run))


def _without_tags(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    kept: list[Inline] = []
    for child in children:
        match child:
            case SourceTag():
                continue
            case Strong():
                kept.append(Strong(_without_tags(child.children)))
            case Emphasis():
                kept.append(Emphasis(_without_tags(child.children)))
            case Foreign():
                kept.append(Foreign(child.language, _without_tags(child.children)))
            case _:
                kept.append(child)
    return tuple(kept)
