"""What a PDF says of itself."""

from __future__ import annotations

from dataclasses import replace

from briefs.model.copy import Copy
from briefs.render.pdf.metadata import document_id, xmp_packet
from tests.render.builders import document
from tests.render.pdf.structure import opened, specimen_pdf
from tests.render.specimen import specimen


def test_metadata_come_from_the_edition_and_not_from_the_clock() -> None:
    pdf = specimen_pdf()
    properties = specimen().properties
    assert {key: str(value) for key, value in pdf.docinfo.items()} == {
        "/Title": properties.title,
        "/Author": "International Catholic Migration Commission",
        "/Subject": "Brief for Ministers",
        "/Keywords": "migration, global governance, ministers",
        "/CreationDate": "D:20260312000000Z",
        "/ModDate": "D:20260312000000Z",
        "/Producer": "WeasyPrint 70.0",
    }
    with pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == properties.title
        assert xmp["dc:creator"] == ["International Catholic Migration Commission"]
        assert xmp["dc:language"] == {"en-GB"}
        assert xmp["dc:identifier"] == "ICMC/GGM/2 0.3"
        assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-03-12T00:00:00Z"
        assert xmp["xmpMM:VersionID"] == "0.3"
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
    assert (str(pdf.Root.Lang), bool(pdf.Root.ViewerPreferences.DisplayDocTitle)) == ("en-GB", True)


def test_properties_that_are_empty_are_not_said() -> None:
    brief = document()
    pdf = opened(replace(brief, properties=replace(brief.properties, subject="", keywords=())))
    assert {"/Subject", "/Keywords"}.isdisjoint(pdf.docinfo.keys())
    with pdf.open_metadata() as xmp:
        assert {"dc:description", "dc:subject", "pdf:Keywords"}.isdisjoint(xmp)


def test_each_copy_has_an_identifier_of_its_own() -> None:
    properties = document().properties
    copies = (None, Copy("Ana", 1, 2), Copy("Ana", 2, 2), Copy("Ana", 1, 3), Copy("Ben", 1, 2))
    assert len({document_id(properties, copy) for copy in copies}) == len(copies)
    assert document_id(properties, copies[1]) in xmp_packet(properties, "", copies[1])
    assert document_id(properties) in xmp_packet(properties, "")
