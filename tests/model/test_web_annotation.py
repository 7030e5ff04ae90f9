"""`provenance.json` in the Web Annotation Data Model (https://www.w3.org/TR/annotation-model/)."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from dataclasses import replace
from hashlib import sha256
from typing import Any
from urllib.parse import quote

import pikepdf
import pytest
from lxml import etree

from briefs.model.addressing import addressed
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.model.provenance import FormSource, SourceFile, SourceSpan
from briefs.model.web_annotation import PROVENANCE_NAME, PROVENANCE_TYPE, provenance_json
from briefs.render.docx.render import render_docx
from briefs.render.pdf.pages import lay_out, write_pdf
from briefs.render.reference.starter_document import new_reference
from tests.builders import forms
from tests.render.builders import document, layout, paragraph, personal, section, unit

RFC = "http://tools.ietf.org/rfc/rfc3778"
REPORT = sha256(b"the report").hexdigest()
_IRI = re.compile(r"(urn:[a-z0-9-]+:|ni:///sha-256;|https?://)[!-~]+")


def traced(**more: Any) -> Document:
    """A brief with a unit that prints two forms, of which one quotes the report."""
    owner = replace(unit("u1", "st.a", number=3), name="issue/st.a", forms=forms("st.a/verbatim", "st.b/short"))
    one, apart = SourceSpan(10, 15, "aa", "Words"), (SourceSpan(1, 2, "b"), SourceSpan(4, 6, "c"))
    sources = (
        FormSource("issue/st.a", "st.a/verbatim", True, "I › One ¶ 1", "I ¶1", (4,), (one,)),
        FormSource("issue/st.a", "st.b/short", False, "I ¶ 2", "I ¶2", (6, 8), apart),
    )
    made = document(section(paragraph("Words and more", owner)))
    return replace(made, source=SourceFile("report.txt", REPORT), form_sources=sources, **more)


def items_of(made: Document) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads(provenance_json(made))["items"]
    return items


def test_each_form_of_a_unit_is_linked_with_its_passages() -> None:
    quoted, edited = items_of(traced())
    assert (quoted["type"], quoted["motivation"]) == ("Annotation", "linking")
    assert quoted["body"] == {
        "type": "SpecificResource",
        "source": f"urn:briefs:edition:{quote(traced().properties.identifier)}",
        "selector": {"type": "FragmentSelector", "value": "u1"},
        "unit": "issue/st.a",
        "number": 3,
        "form": "st.a/verbatim",
        "wording": "quoted",
        "sha256": sha256(b"Words and more").hexdigest(),
    }
    digest = base64.urlsafe_b64encode(bytes.fromhex(REPORT)).decode().rstrip("=")
    assert quoted["target"] == [
        {
            "source": f"ni:///sha-256;{digest}?ct=text/plain",
            "selector": [
                {"type": "TextPositionSelector", "start": 10, "end": 15},
                {"type": "TextQuoteSelector", "exact": "Words"},
            ],
            "address": "I › One ¶ 1",
            "label": "I ¶1",
            "lines": [4],
            "sha256": "aa",
        }
    ]
    assert edited["body"]["wording"] == "edited"
    assert [target["selector"] for target in edited["target"]] == [
        [{"type": "TextPositionSelector", "start": 1, "end": 2}],
        [{"type": "TextPositionSelector", "start": 4, "end": 6}],
    ]


def test_it_is_a_page_of_a_collection_as_the_model_defines_it() -> None:
    page = json.loads(provenance_json(traced()))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
    collection = page["partOf"]
    assert (collection["type"], collection["total"]) == ("AnnotationCollection", len(page["items"]))
    assert collection["created"] == "2026-03-12T00:00:00Z"
    named = [page["id"], collection["id"], page["report"]["id"], *(item["id"] for item in page["items"])]
    assert len(set(named)) == len(named)
    assert [name for name in named if not _IRI.fullmatch(name)] == []


def test_every_term_of_ours_is_in_the_context() -> None:
    page = json.loads(provenance_json(traced()))
    ours = set(page["@context"][1])
    model = {
        "type",
        "id",
        "source",
        "selector",
        "value",
        "start",
        "end",
        "exact",
        "motivation",
        "body",
        "target",
        "label",
    }
    model |= {"body", "target", "label"}
    seen: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, dict):
            seen.update(value)
            any(map(look, value.values()))
        elif isinstance(value, list):
            any(map(look, value))

    look(page["items"])
    assert seen <= ours | model


def test_a_passage_whose_place_in_the_file_is_unknown_has_its_address() -> None:
    made = traced()
    placeless = tuple(replace(one, spans=()) for one in made.form_sources)
    (target,) = items_of(replace(made, form_sources=placeless))[0]["target"]
    assert target["address"] == "I › One ¶ 1"
    assert "selector" not in target


@pytest.mark.parametrize(
    ("name", "exact", "selector"),
    [
        ("report.pdf", "", {"type": "FragmentSelector", "conformsTo": RFC, "value": "page=14"}),
        (
            "report.pdf",
            "Words",
            {
                "type": "FragmentSelector",
                "conformsTo": RFC,
                "value": "page=14",
                "refinedBy": {"type": "TextQuoteSelector", "exact": "Words"},
            },
        ),
        ("report.docx", "Words", {"type": "TextQuoteSelector", "exact": "Words"}),
        ("report.docx", "", None),
    ],
)
def test_a_passage_of_a_file_that_is_no_text_has_its_page_and_words(name: str, exact: str, selector: object) -> None:
    made = traced()
    paged = tuple(replace(one, spans=(), exact=exact, page="12", page_number=14) for one in made.form_sources)
    (target,) = items_of(replace(made, source=SourceFile(name, REPORT), form_sources=paged))[0]["target"]
    assert (target["page"], target.get("selector")) == ("12", selector)


def test_an_edition_of_before_has_no_annotations() -> None:
    made = replace(traced(), source=None, form_sources=())
    assert items_of(made) == []


def test_it_names_nobody_and_is_the_same_in_each_copy() -> None:
    made = personal(traced())
    assert provenance_json(addressed(made, Copy("Jane DOE", 17, 194))) == provenance_json(made)


def test_it_is_associated_with_the_pdf_with_type_date_and_relationship() -> None:
    made = traced()
    with pikepdf.open(io.BytesIO(write_pdf(lay_out(made, layout()), made))) as pdf:
        _, specification = pdf.Root.AF
        stream = specification.EF.F
        assert (str(specification.UF), str(specification.AFRelationship)) == (PROVENANCE_NAME, "/Supplement")
        assert (str(stream.Subtype), str(stream.Params.ModDate)) == (f"/{PROVENANCE_TYPE}", "D:20260312000000Z")
        assert pdf.attachments[PROVENANCE_NAME].get_file().read_bytes() == provenance_json(made)


def test_it_is_a_part_of_the_word_file_that_word_keeps() -> None:
    made = traced()
    with zipfile.ZipFile(io.BytesIO(render_docx(made, new_reference("en-GB")))) as package:
        part = etree.fromstring(package.read("customXml/item2.xml"))
        assert part.tag == "{urn:briefs:provenance:1}provenance"
        assert (part.text or "").encode() == provenance_json(made)
        assert b"urn:briefs:provenance:1" in package.read("customXml/itemProps2.xml")
        assert b"itemProps2.xml" in package.read("customXml/_rels/item2.xml.rels")
        assert b"customXml/item2.xml" in package.read("word/_rels/document.xml.rels")
