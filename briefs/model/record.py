"""The record of an edition: what each unit was made from, by ids, addresses, positions and hashes, without words.

It travels inside a Word file, by which one that comes back is read, and inside a PDF.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, assert_never

from briefs.model.document import (
    Document,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    List,
    Origin,
    Paragraph,
    SourceTag,
    Strong,
    Table,
    Unit,
    inline_text,
)

FILE_NAME = "edition-record.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the record says of a unit: `sha256` is of its words, `origins` are what they rest on."""

    unit: Unit
    sha256: str
    origins: tuple[Origin, ...]


def edition_fields(document: Document) -> dict[str, str]:
    """What the record says of the edition as a whole."""
    properties, furniture = document.properties, document.furniture
    return {
        "identifier": properties.identifier,
        "audience": document.audience,
        "reference": furniture.reference,
        "version": properties.version,
        "status": properties.status,
        "date": properties.date,
        "language": properties.language,
    }


def entries(document: Document) -> Iterator[Entry]:
    """What the record says of each unit, in reading order."""
    words = words_of_units(document)
    origins: dict[str, list[Origin]] = {}
    for origin in document.origins:
        origins.setdefault(origin.unit, []).append(origin)
    for unit in document.units():
        sha256 = hashlib.sha256(words[unit.id].encode()).hexdigest()
        yield Entry(unit, sha256, tuple(origins.get(unit.id, ())))


def record_json(document: Document) -> bytes:
    """The record as JSON."""
    units = [_entry_json(entry) for entry in entries(document)]
    record = {"record": 1, "edition": edition_fields(document), "units": units}
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _entry_json(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.unit.id,
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
    """The words of each unit by its id, without source tags, note marks and boxes; cells are divided by a tab."""
    words: dict[str, str] = {}

    def add(unit: Unit | None, *parts: tuple[Inline, ...]) -> None:
        if unit is not None:
            words[unit.id] = "\t".join(inline_text(_without_tags(part)) for part in parts)

    for section in document.sections:
        for content in section.content:
            match content:
                case Paragraph():
                    add(content.unit, content.children)
                case List():
                    for item in content.items:
                        add(item.unit, item.children)
                case Table():
                    for row in content.rows:
                        add(row.unit, *(cell.children for cell in row.cells))
                case Figure():
                    add(content.unit, content.caption)
                case _:
                    assert_never(content)
    for note in document.notes:
        add(note.unit, note.children)
    return words


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
