"""Packages that others wrote, made safe to open."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.reference.starter_document import new_reference
from briefs.word.package import open_document
from briefs.word.received_package import as_document

STRICT = b"http://purl.oclc.org/ooxml/officeDocument/relationships"


def packed(changes: Mapping[str, bytes | None]) -> bytes:
    """The starter with these parts: changed, added, or (None) taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(new_reference())) as old:
        parts = {name: old.read(name) for name in old.namelist()} | dict(changes)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            if content is not None:
                new.writestr(name, content)
    return made.getvalue()


def parts(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_what_is_taken_of_a_document_is_taken_as_it_is() -> None:
    given, (content, left_out) = parts(new_reference()), as_document(new_reference(), "it")
    taken = {name: part for name, part in parts(content).items() if not name.endswith(".rels")}
    taken.pop("[Content_Types].xml")
    assert taken.items() <= given.items()
    assert {name for name in given if name.startswith("word/") and "_rels" not in name} == set(taken)
    assert left_out == ()


@pytest.mark.parametrize("lost", ["word/fontTable.xml", "word/header1.xml", "docProps/app.xml"])
def test_a_document_that_lacks_a_part_is_opened_without_it(lost: str) -> None:
    with zipfile.ZipFile(io.BytesIO(as_document(packed({lost: None}), "it").content)) as archive:
        relations = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".rels"))
    assert lost.rpartition("/")[2].encode() not in relations
    assert open_document(packed({lost: None}), "it").main.element.body is not None


@pytest.mark.parametrize(
    ("changes", "message", "hint"),
    [
        (
            {"word/media/a.png": bytes(501_000_000)},
            "it is 501 MB once it is unpacked, and no more than 500 MB are read",
            "save it again in Word, without the pages and pictures that a template does not need",
        ),
        (
            {"word/styles.xml": b" " * 51_000_000},
            'the part "word/styles.xml" of it is 51 MB once it is unpacked, and no more than 32 MB are read',
            "save it again in Word, without the pages and pictures that a template does not need",
        ),
        (
            {"word/theme/theme9.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'},
            "it has a document type declaration, which no Word document may have",
            "open it in Word and save it again; Word never writes one",
        ),
        (
            {"word/theme/theme9.xml": "<!DOCTYPE x><x/>".encode("utf-16")},
            "it has a document type declaration, which no Word document may have",
            "open it in Word and save it again; Word never writes one",
        ),
        (
            {"_rels/.rels": b'<x><y Type="' + STRICT + b'/officeDocument"/></x>'},
            "it is a Strict Open XML document, which few programs read",
            'save it in Word as "Word Document (.docx)", not as "Strict Open XML Document"',
        ),
    ],
    ids=["large", "large part", "entities", "entities in UTF-16", "strict"],
)
def test_what_is_not_safe_to_open_is_refused_with_a_hint(changes: dict[str, bytes], message: str, hint: str) -> None:
    with pytest.raises(BriefsError) as raised:
        open_document(packed(changes), "it")
    assert raised.value.message == message
    assert raised.value.hint == hint


def test_links_out_of_the_file_are_no_missing_parts() -> None:
    relation = b'<Relationship Id="x" Type="t" Target="https://example.org/" TargetMode="External"/>'
    with zipfile.ZipFile(io.BytesIO(new_reference())) as old:
        relations = old.read("word/_rels/document.xml.rels").replace(b"</Rel", relation + b"</Rel")
    file = packed({"word/_rels/document.xml.rels": relations})
    assert parts(as_document(file, "it").content) == parts(as_document(new_reference(), "it").content)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({f"x{number}": b"" for number in range(4_000)}, "it has more than 4,000 parts"),
        ({"word/Styles.xml": b""}, 'it has two parts of the same name ("word/styles.xml")'),
        ({"word/styles.xml": b"<a>" + b"<b/>" * 200_001 + b"</a>"}, "it has more than 200,000 elements"),
        ({"word/styles.xml": b"<a " + b"b=''" * 400_002 + b"/>"}, "it has more than 200,000 elements"),
    ],
    ids=["parts", "names", "elements", "attributes"],
)
def test_more_than_any_template_has_is_refused(changes: dict[str, bytes], message: str) -> None:
    with pytest.raises(BriefsError) as raised:
        open_document(packed(changes), "it")
    assert raised.value.message.startswith(message)


def test_parts_get_names_of_ours_and_lead_nowhere() -> None:
    relation = b'<Relationship Id="odd" Type="http://a/header" Target="%s"%s/>'
    rows = relation % (b"../odd name.xml", b"") + relation.replace(b"odd", b"far") % (
        b"https://x/",
        b" TargetMode='External'",
    )
    with zipfile.ZipFile(io.BytesIO(new_reference())) as old:
        relations = old.read("word/_rels/document.xml.rels").replace(b"</Rel", rows + b"</Rel")
        header = old.read("word/header1.xml")
    made = as_document(packed({"word/_rels/document.xml.rels": relations, "odd name.xml": header}), "it")
    found = parts(made.content)
    assert "odd name.xml" not in found
    assert sum(name.startswith("word/header") for name in found) == 3
    assert made.left_out == ("a header outside of the file (https://x/)",)
