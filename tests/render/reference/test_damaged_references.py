"""A damaged reference document gives a fault or a Word file, and never anything else."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefs.model.diagnostics import BriefsError
from briefs.model.sheet import USUAL, Sheet
from briefs.render.docx.render import render_docx
from briefs.render.reference.reference_check import check_reference
from briefs.render.reference.reference_document import read_reference
from briefs.word.elements import qn
from tests.builders import REPOSITORY
from tests.render.docx.corporate import changed, with_parts
from tests.render.docx.samples import BRIEF, starter
from tests.sampling import every

FONTS = REPOSITORY / "templates" / "layout" / "fonts"
NUMBER = re.compile(r"-?[0-9]+")
DAMAGES = ("", "x", "auto", "-", "1e999", "nan", "1_0", "٣", "9" * 400)

Place = tuple[str, str, str]
"""The part, the tag of the elements, the attribute."""


def places() -> list[Place]:
    """Every attribute of the starter that is a number, of every kind of element, in every part."""
    found: set[Place] = set()
    with zipfile.ZipFile(io.BytesIO(starter())) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|styles|numbering|settings|header1|footer1)\.xml", name):
                for element in etree.fromstring(archive.read(name)).iter("*"):
                    said = element.attrib.items()
                    found |= {(name, str(element.tag), str(key)) for key, value in said if NUMBER.fullmatch(str(value))}
    return sorted(found)


def damaged(place: Place, value: str) -> bytes:
    """The starter with `value` at the place, in the last of its elements: what stands first may be passed over."""
    name, tag, attribute = place

    def damage(part: bytes) -> bytes:
        root = etree.fromstring(part)
        [*_, last] = (element for element in root.iter(tag) if NUMBER.fullmatch(element.get(attribute, "")))
        last.set(attribute, value)
        return etree.tostring(root)

    return with_parts(starter(), {name: damage})


def fault_of(reference: bytes) -> str:
    """What is wrong with a reference: the message, and the hint below it; if nothing is, it is rendered."""
    try:
        check_reference(reference, "reference.docx", FONTS)
    except BriefsError as error:
        return f"{error.message}\n{error.hint}"
    for sheet in (USUAL, Sheet("letter", 18)):
        with zipfile.ZipFile(io.BytesIO(render_docx(BRIEF, reference, sheet=sheet))) as archive:
            assert archive.testzip() is None
    return ""


def short(place: Place) -> str:
    return " ".join(each.rpartition("}")[2] for each in place)


@pytest.mark.parametrize("place", every(3, [(place,) for place in places()], map(short, places())))
def test_a_damaged_number_is_a_fault_or_does_no_harm(place: Place) -> None:
    found = fault_of(damaged(place, "x"))
    assert found == "" or "open it in Word and save it again" in found
    for value in DAMAGES if found else ():
        with pytest.raises(BriefsError, match="a number cannot be read"):
            read_reference(damaged(place, value))


def test_the_fault_says_what_is_damaged_where_and_what_to_do() -> None:
    place = ("word/styles.xml", qn("w:sz"), qn("w:val"))
    assert fault_of(damaged(place, "")) == (
        'the Word reference document is damaged: in its styles, a number cannot be read (sz val="")\n'
        "open it in Word and save it again; if that does not help, write a new one with: briefs reference --new FILE"
    )


@pytest.mark.parametrize("attribute", ["w", "h", "right", "left", "bottom"])
def test_a_page_without_room_for_text_is_a_fault(attribute: str) -> None:
    tag, value = ("pgSz", "0") if attribute in ("w", "h") else ("pgMar", "99999")
    place = ("word/document.xml", qn(f"w:{tag}"), qn(f"w:{attribute}"))
    assert fault_of(damaged(place, value)).startswith("the Word reference document leaves no room for text")


def test_a_damaged_theme_is_a_fault() -> None:
    file = with_parts(changed(lambda opened: None), {"word/theme/theme1.xml": lambda part: part[: len(part) // 2]})
    assert fault_of(file).startswith("the Word reference document is damaged: its theme cannot be read")


def test_styles_that_lie_outside_the_file_are_not_looked_for() -> None:
    def outside(relations: bytes) -> bytes:
        return relations.replace(b'Target="styles.xml"', b'Target="https://example.org/" TargetMode="External"')

    assert fault_of(with_parts(starter(), {"word/_rels/document.xml.rels": outside})) == ""


def test_a_header_for_pages_that_word_does_not_know_is_not_taken() -> None:
    def unknown(document: bytes) -> bytes:
        return document.replace(b'w:type="default"', b'w:type="odd"')

    assert fault_of(with_parts(starter(), {"word/document.xml": unknown})) == ""


def test_a_table_without_rows_in_a_header_does_no_harm() -> None:
    def with_table(header: bytes) -> bytes:
        grid = b'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid></w:tbl>'
        return header.replace(b"</w:hdr>", grid + b"<w:p/></w:hdr>")

    assert fault_of(with_parts(starter(), {"word/header1.xml": with_table})) == ""


@given(st.data())
def test_bytes_that_are_lost_are_a_fault_or_do_no_harm(data: st.DataObject) -> None:
    file = bytearray(starter())
    for _ in range(data.draw(st.integers(1, 5))):
        file[data.draw(st.integers(0, len(file) - 1))] = data.draw(st.integers(0, 255))
    with suppress(BriefsError):
        read_reference(bytes(file))


@pytest.mark.parametrize(
    ("place", "written"),
    [
        (8, b"\x0c"),  # compressed in another way
        (8, b"\x63"),  # in a way that nobody knows
        (6, b"\x01"),  # encrypted
        (6, b"\x20"),  # patched
    ],
)
def test_a_package_that_cannot_be_unpacked_is_a_fault(place: int, written: bytes) -> None:
    file = starter()
    for mark, offset in ((b"PK\x03\x04", place), (b"PK\x01\x02", place + 2)):
        start = file.index(mark) + offset
        file = file[:start] + written + file[start + 1 :]
    assert fault_of(file).startswith("the Word reference document is not a Word document that can be read")


def test_a_relationship_that_leads_nowhere_is_a_fault() -> None:
    file = with_parts(starter(), {"_rels/.rels": lambda relations: re.sub(b'Target="[^"]*"', b"", relations)})
    assert fault_of(file).startswith("the Word reference document is not a Word document that can be read")


def test_bytes_that_cannot_be_decompressed_are_a_fault() -> None:
    file = bytearray(starter())
    start = file.index(b"PK\x03\x04") + 30 + len("[Content_Types].xml")
    file[start : start + 40] = bytes([0xFF] * 40)
    assert fault_of(bytes(file)).startswith("the Word reference document is not a Word document that can be read")
