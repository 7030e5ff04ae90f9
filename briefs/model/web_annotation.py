"""`provenance.json`: where each wording of a brief comes from, in the Web Annotation Data Model of the W3C.

One annotation links a form of a unit (its body) with the passages of the report that it rests on (its targets). It has
addresses, positions and hashes; words of the report only where the brief prints these very words.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from urllib.parse import quote

from briefs.model.document import Document, Unit
from briefs.model.provenance import FormSource, SourceFile
from briefs.model.record import words_of_units

PROVENANCE_NAME = "provenance.json"
PROVENANCE_TYPE = "application/ld+json"
"""The media type of the Web Annotation Protocol, without its profile."""

_ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
_OWN = "urn:briefs:provenance:1:"
_OWN_TERMS = ("address", "form", "lines", "number", "page", "report", "sha256", "unit", "wording")
"""What these annotations say besides what the model defines, each as a term of a vocabulary of ours. The context of the
model defines `label`."""
_SHA256 = re.compile("[0-9a-f]{64}")
_MEDIA_TYPES = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
_PDF_FRAGMENTS = "http://tools.ietf.org/rfc/rfc3778"
"""How the model names fragments of PDF (4.2.1); RFC 8118, 3, which is in force, has the same `page`."""


def provenance_json(document: Document) -> bytes:
    """The annotations of `document` as compact JSON; always the same for the same edition, whoever has the copy."""
    edition = f"urn:briefs:edition:{quote(document.properties.identifier)}"
    items = list(_annotations(document, edition))
    collection = {
        "id": f"{edition}:provenance",
        "type": "AnnotationCollection",
        "label": document.title,
        "total": len(items),
        "created": f"{document.properties.date}T00:00:00Z",
        "generator": {"type": "Software", "name": "briefs"},
    }
    page = {
        "@context": [_ANNOTATIONS, {name: f"{_OWN}{name}" for name in _OWN_TERMS}],
        "id": f"{edition}:provenance:page",
        "type": "AnnotationPage",
        "partOf": collection,
        "report": {"id": _source_name(document.source), **_file(document.source)},
        "startIndex": 0,
        "items": items,
    }
    return (json.dumps(page, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _annotations(document: Document, edition: str) -> Iterator[dict[str, Any]]:
    """An annotation for each form of each unit that rests on the report, in reading order."""
    units = {unit.name: unit for unit in document.units()}
    words = words_of_units(document)
    numbers: Counter[str] = Counter()
    source = _source_name(document.source)
    for (name, form), found in groupby(document.form_sources, key=lambda one: (one.unit, one.form)):
        passages = list(found)
        numbers[name] += 1
        hashed = hashlib.sha256(words[name].encode()).hexdigest()
        yield {
            "id": f"{edition}:{quote(name)}:{numbers[name]}",
            "type": "Annotation",
            "motivation": "linking",
            "body": _body(units[name], form, passages[0].is_quoted, edition, hashed),
            "target": [target for passage in passages for target in _targets(passage, source, document.source)],
        }


def _body(unit: Unit, form: str, is_quoted: bool, edition: str, sha256: str) -> dict[str, Any]:
    """The form in the brief; HTML and Word files carry the tag of its unit as an id. `sha256` is that of the unit."""
    return {
        "type": "SpecificResource",
        "source": edition,
        "selector": {"type": "FragmentSelector", "value": unit.tag},
        "unit": unit.name,
        **({} if unit.number is None else {"number": unit.number}),
        "form": form,
        "wording": "quoted" if is_quoted else "edited",
        "sha256": sha256,
    }


def _targets(passage: FormSource, source: str, file: SourceFile | None) -> Iterator[dict[str, Any]]:
    """The passage in the report's file: a target for each run of lines; or one with its page and its words, as far as
    they are known, if the file is not one of text."""
    place: dict[str, Any] = {"address": passage.address, "label": passage.label}
    if passage.spans:
        place["lines"] = list(passage.lines)
    if passage.page:
        place["page"] = passage.page
    if not passage.spans:
        selector = _selector(passage, file)
        yield {"type": "SpecificResource", "source": source, **({"selector": selector} if selector else {}), **place}
    for span in passage.spans:
        selectors: list[dict[str, Any]] = [{"type": "TextPositionSelector", "start": span.start, "end": span.end}]
        if span.exact:
            selectors.append({"type": "TextQuoteSelector", "exact": span.exact})
        yield {"source": source, "selector": selectors, **place, "sha256": span.sha256}


def _selector(passage: FormSource, file: SourceFile | None) -> dict[str, Any] | None:
    """What selects a passage of a file that is not one of text: a page of a PDF, the words if they may be said."""
    quote = {"type": "TextQuoteSelector", "exact": passage.exact} if passage.exact else None
    if file is None or not file.name.endswith(".pdf") or not passage.page_number:
        return quote
    page = {"type": "FragmentSelector", "conformsTo": _PDF_FRAGMENTS, "value": f"page={passage.page_number}"}
    return {**page, "refinedBy": quote} if quote else page


def _file(file: SourceFile | None) -> dict[str, str]:
    return {} if file is None else {"type": "Text", "label": file.name, "sha256": file.sha256}


def _source_name(file: SourceFile | None) -> str:
    """The name of the report's file by its hash (RFC 6920), which holds wherever the file is."""
    if file is None or not _SHA256.fullmatch(file.sha256):
        return "urn:briefs:report:unknown"
    digest = base64.urlsafe_b64encode(bytes.fromhex(file.sha256)).decode().rstrip("=")
    media_type = _MEDIA_TYPES.get(file.name.rpartition(".")[2], "")
    return f"ni:///sha-256;{digest}" + (f"?ct={media_type}" if media_type else "")
