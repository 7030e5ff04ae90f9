"""Packages: opened safely, and packed to bytes that depend on nothing but their parts."""

from __future__ import annotations

import contextlib
import io
import zipfile

import pytest
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart

from briefs.model.diagnostics import BriefsError
from briefs.render.reference.starter_document import new_reference
from briefs.word.elements import local_name, qn, root, w
from briefs.word.package import Package, copy_part, open_document, related_part, related_root
from tests.render.docx.corporate import CORPORATE, with_content_type

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"


def package() -> Package:
    return Package(root("document", w("body", w("p"))))


def test_the_content_types_come_first_the_others_by_name_and_none_has_a_time() -> None:
    made = package()
    made.add_part("/word/styles.xml", CT.WML_STYLES, RT.STYLES, root("styles"))
    made.add_part("/word/media/a.png", CT.PNG, RT.IMAGE, b"pixels")
    made.add_property_part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, RT.CORE_PROPERTIES, root("x"))
    with zipfile.ZipFile(io.BytesIO(made.packed())) as archive:
        assert archive.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/document.xml",
            "word/media/a.png",
            "word/styles.xml",
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_name_that_a_part_has_is_not_free() -> None:
    made = package()
    made.add_part("/word/header1.xml", CT.WML_HEADER, RT.HEADER, root("hdr"))
    assert made.free_name("/word/header%d.xml") == "/word/header2.xml"


def test_a_part_may_belong_to_another_part() -> None:
    made = package()
    styles = made.add_part("/word/styles.xml", CT.WML_STYLES, RT.STYLES, root("styles"))
    made.add_subpart(styles, "/word/x.xml", CT.XML, RT.CUSTOM_XML, root("x"))
    assert [part.partname for part in styles.related_parts.values()] == ["/word/x.xml"]


def test_a_document_is_opened_as_it_was_packed_and_so_is_a_template() -> None:
    file = package().packed()
    for each in (file, with_content_type(file, TEMPLATE)):
        assert [local_name(child) for child in open_document(each, "it").main.element.body] == ["p"]


@pytest.mark.parametrize(
    ("file", "message", "hint"),
    [
        (with_content_type(package().packed(), MACROS), "it holds macros (.docm, .dotm)", "never has macros"),
        (bytes.fromhex("D0CF11E0A1B11AE1"), "it is protected by a password, or is a .doc of Word 97", "without a"),
        (b"no zip file", "it is not a Word document that can be read", "save it in Word as .docx"),
        (Package(root("document")).packed(), "it is not a Word document that can be read", "save it in Word as .docx"),
    ],
)
def test_a_file_that_cannot_be_opened_is_refused_with_a_hint(file: bytes, message: str, hint: str) -> None:
    with pytest.raises(BriefsError) as raised:
        open_document(file, "it")
    assert raised.value.message.startswith(message)
    assert hint in raised.value.hint


def test_a_related_part_is_found_and_a_root_is_made_where_there_is_none() -> None:
    made = package()
    styles = made.add_part("/word/styles.xml", CT.WML_STYLES, RT.STYLES, root("styles", w("style")))
    assert related_part(made.main, RT.STYLES) is styles
    assert related_part(made.main, RT.THEME) is None
    assert len(related_root(made.main, RT.STYLES, "styles")) == 1
    assert related_root(made.main, RT.NUMBERING, "numbering").tag == qn("w:numbering")


def test_a_copied_part_has_content_of_its_own_and_the_same_relationships() -> None:
    source = open_document(CORPORATE["many sections"](), "it").main
    header = next(part for part in source.related_parts.values() if "header1" in part.partname)
    assert isinstance(header, XmlPart)
    header.relate_to("https://example.org/", RT.HYPERLINK, is_external=True)
    copied = copy_part(header)
    copied.element.clear()
    assert len(header.element)
    assert [(id, rel.reltype, rel.target_ref) for id, rel in copied.rels.items()] == [
        (id, rel.reltype, rel.target_ref) for id, rel in header.rels.items()
    ]


@pytest.mark.parametrize("step", range(7, 64))
def test_a_file_with_a_damaged_byte_is_refused_or_opened(step: int) -> None:
    file = bytearray(new_reference())
    file[len(file) * step // 64] ^= 0x5A
    with contextlib.suppress(BriefsError):  # and nothing else
        open_document(bytes(file), "reference.docx")


def test_an_encrypted_entry_is_refused() -> None:
    file = bytearray(new_reference())
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = file.find(signature)
        while at >= 0:
            file[at + flags] |= 1
            at = file.find(signature, at + 4)
    with pytest.raises(BriefsError, match="not a Word document that can be read"):
        open_document(bytes(file), "reference.docx")
