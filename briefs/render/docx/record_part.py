"""The edition record as a custom XML part, by which a returned file is recognized even without its controls."""

from __future__ import annotations

from lxml import etree

from briefs.model.document import Document
from briefs.model.record import edition_fields, entries
from briefs.word.elements import Element, default_namespace

NAMESPACE = "urn:briefs:edition:1"
ITEM_ID = "{6E5B0C52-7C1F-4F0E-9B1D-2A5B6C7D8E90}"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def edition_record(document: Document) -> Element:
    """The record: the edition, and each unit with its blocks, its places in the report and a hash of its words."""
    made = etree.Element(f"{{{NAMESPACE}}}edition", nsmap=default_namespace(NAMESPACE))
    for name, value in edition_fields(document).items():
        made.set(name, value)
    for entry in entries(document):
        unit = entry.unit
        child = etree.SubElement(made, f"{{{NAMESPACE}}}unit", {"tag": unit.tag, "name": unit.name})
        if unit.number is not None:
            child.set("number", str(unit.number))
        child.set("sha256", entry.sha256)
        if unit.verbatim:
            child.set("verbatim", "true")
        for block in unit.printed:
            etree.SubElement(child, f"{{{NAMESPACE}}}block").text = block
        for origin in entry.origins:
            place = {"start": str(origin.start), "end": str(origin.end), "sha256": origin.sha256}
            etree.SubElement(child, f"{{{NAMESPACE}}}source", place).text = origin.address
    return made


def item_properties() -> Element:
    """The part that gives the record its id in the package (ISO/IEC 29500-1, 22.5)."""
    return etree.fromstring(
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{ITEM_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
