"""Custom XML parts: the edition record, by which a returned file is recognized even without its controls, and the
provenance of its wordings. Word keeps such parts when it saves a file."""

from __future__ import annotations

from lxml import etree

from briefs.model.document import Document
from briefs.model.record import clearance_fields, edition_fields, entries
from briefs.model.sent_paragraphs import sent_paragraphs
from briefs.model.web_annotation import PROVENANCE_TYPE, provenance_json
from briefs.word.elements import EDITION, Element, default_namespace
from briefs.word.sent_record import sent_element

ITEM_ID = "{6E5B0C52-7C1F-4F0E-9B1D-2A5B6C7D8E90}"
PROVENANCE = "urn:briefs:provenance:1"
PROVENANCE_ID = "{B5C1D4E0-3A6F-4E2B-8C7D-91F0A2B3C4D5}"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def edition_record(document: Document, *, is_redline: bool = False) -> Element:
    """The record: the edition, the offices that cleared it; each unit with its blocks, its places in the report and a
    hash of its words; and what is printed, by form, with which a returned file is compared. If the file `is_redline`,
    the record says so: its tracked changes are no reviewer's."""
    made = etree.Element(f"{{{EDITION}}}edition", nsmap=default_namespace(EDITION))
    for name, value in edition_fields(document).items():
        made.set(name, value)
    if is_redline:
        made.set("redline", "true")
    for clearance in clearance_fields(document):
        etree.SubElement(made, f"{{{EDITION}}}clearance", clearance)
    for entry in entries(document):
        unit = entry.unit
        child = etree.SubElement(made, f"{{{EDITION}}}unit", {"tag": unit.tag, "name": unit.name})
        if unit.number is not None:
            child.set("number", str(unit.number))
        child.set("sha256", entry.sha256)
        if unit.verbatim:
            child.set("verbatim", "true")
        for block in unit.printed:
            etree.SubElement(child, f"{{{EDITION}}}block").text = block
        for origin in entry.origins:
            place = {"start": str(origin.start), "end": str(origin.end), "sha256": origin.sha256}
            etree.SubElement(child, f"{{{EDITION}}}source", place).text = origin.address
    made.append(sent_element(sent_paragraphs(document)))
    return made


def provenance_element(document: Document) -> Element:
    """The provenance: one element with the text of `provenance.json`."""
    made = etree.Element(f"{{{PROVENANCE}}}provenance", nsmap=default_namespace(PROVENANCE))
    made.set("type", PROVENANCE_TYPE)
    made.text = provenance_json(document).decode()
    return made


def item_properties(namespace: str = EDITION, item_id: str = ITEM_ID) -> Element:
    """The part that gives the record, or another item, its id in the package (ISO/IEC 29500-1, 22.5)."""
    return etree.fromstring(
        f'<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{item_id}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )
