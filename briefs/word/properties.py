"""Document properties: core (ISO/IEC 29500-2, 11), extended and custom (ISO/IEC 29500-1, 22.2 and 22.3)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from briefs.model.page_furniture import Properties
from briefs.model.phrases import phrases_for
from briefs.word.elements import Element, default_namespace

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_EXTENDED = f"{_OFFICE}/extended-properties"
_CUSTOM = f"{_OFFICE}/custom-properties"
_TYPES = f"{_OFFICE}/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_CUSTOM_ID = 2
"""Word reserves the ids before it."""


def core_properties(properties: Properties, category: str) -> Element:
    """Who, what and when. All times are the date of the edition, so that bytes do not depend on the clock."""
    moment = f"{properties.date}T00:00:00Z"
    values = {
        f"{{{_DC}}}title": properties.title,
        f"{{{_DC}}}subject": properties.subject,
        f"{{{_DC}}}creator": properties.author,
        f"{{{_CORE}}}keywords": ", ".join(properties.keywords),
        f"{{{_DC}}}identifier": properties.identifier,
        f"{{{_DC}}}language": properties.language,
        f"{{{_CORE}}}lastModifiedBy": properties.author,
        f"{{{_CORE}}}category": category,
        f"{{{_CORE}}}contentStatus": phrases_for(properties.language).statuses[properties.status].capitalize(),
        f"{{{_CORE}}}version": properties.version,
        f"{{{_TERMS}}}created": moment,
        f"{{{_TERMS}}}modified": moment,
    }
    namespaces = {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    made = etree.Element(f"{{{_CORE}}}coreProperties", None, namespaces)
    for name, value in values.items():
        child = etree.SubElement(made, name)
        child.text = value
        if name.startswith(f"{{{_TERMS}}}"):
            child.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    return made


def extended_properties(application: str) -> Element:
    """The program that wrote the file; no template, no times, no counts."""
    made = etree.Element(f"{{{_EXTENDED}}}Properties", nsmap=default_namespace(_EXTENDED))
    etree.SubElement(made, f"{{{_EXTENDED}}}Application").text = application
    return made


def custom_properties(values: Mapping[str, str]) -> Element:
    """Properties by name, which Word shows under Advanced Properties and can print in fields."""
    made = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={**default_namespace(_CUSTOM), "vt": _TYPES})
    for number, (name, value) in enumerate(values.items(), start=_FIRST_CUSTOM_ID):
        attributes = {"fmtid": _USER_DEFINED, "pid": str(number), "name": name}
        child = etree.SubElement(made, f"{{{_CUSTOM}}}property", attributes)
        etree.SubElement(child, f"{{{_TYPES}}}lpwstr").text = value
    return made


def core_values(root: Element) -> dict[str, str]:
    """The core properties by the local names of their elements; without those that are empty."""
    return {etree.QName(child).localname: child.text for child in root if isinstance(child.tag, str) and child.text}


def custom_values_of(root: Element) -> dict[str, str]:
    """The custom properties by name; without those that are empty."""
    found = {one.get("name", ""): "".join(map(str, one.itertext())) for one in root.iter(f"{{{_CUSTOM}}}property")}
    return {name: value for name, value in found.items() if value}


def saved_by(root: Element) -> str:
    """The program that the extended properties name, without its version; empty for this one."""
    named = next((child.text or "" for child in root if etree.QName(child).localname == "Application"), "")
    return "" if named == "briefs" else re.split(r"[/$]", named)[0].strip()[:80]
