"""The edition record: a custom XML part by which a file that comes back is read, even without its controls.

It holds ids, addresses and hashes, no words.
"""

from __future__ import annotations

import hashlib
from typing import assert_never

from lxml import etree

from briefs.model.document import (
    Document,
    Emphasis,
    Figure,
    Foreign,
    Inline,
    List,
    Paragraph,
    SourceTag,
    Strong,
    Table,
    Unit,
    inline_text,
)
from briefs.render.docx.markup import Element, default_namespace

NAMESPACE = "urn:briefs:edition:1"
ITEM_ID = "{6E5B0C52-7C1F-4F0E-9B1D-2A5B6C7D8E90}"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def edition_record(document: Document) -> Element:
    """The record: the edition, and each unit with its blocks, its places in the report and the hash of its words."""
    properties, furniture = document.properties, document.furniture
    made = etree.Element(f"{{{NAMESPACE}}}edition", nsmap=default_namespace(NAMESPACE))
    for name, value in {
        "identifier": properties.identifier,
        "audience": document.audience,
        "reference": furniture.reference,
        "version": properties.version,
        "status": properties.status,
        "date": properties.date,
        "language": properties.language,
    }.items():
        made.set(name, value)
    words = unit_words(document)
    for unit in document.units():
        child = etree.SubElement(made, f"{{{NAMESPACE}}}unit", {"id": unit.id})
        if unit.number is not None:
            child.set("number", str(unit.number))
        child.set("sha256", hashlib.sha256(words[unit.id].encode()).hexdigest())
        if unit.verbatim:
            child.set("verbatim", "true")
        for name, values in (("block", unit.blocks), ("source", unit.sources)):
            for value in values:
                etree.SubElement(child, f"{{{NAMESPACE}}}{name}").text = value
    return made


def item_properties() -> Element:
    """The part that gives the record its id in the package (ISO/IEC 29500-1, 22.5)."""
    return etree.fromstring(
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{ITEM_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def unit_words(document: Document) -> dict[str, str]:
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
