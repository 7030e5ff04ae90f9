"""Copies of a package that are put together from what stays the same and what differs."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
import pytest

from briefs.word.prepared_package import PreparedPackage

MARKS = (b"[[name]]", b"[[number]]")
LONG = "".join(f"<w:p>{number} paragraphs</w:p>" for number in range(400))
PARTS = {
    "[Content_Types].xml": "<Types/>",
    "customXml/item1.xml": '<edition copy="[[number]]"/>',
    "word/document.xml": f"[[name]]{LONG}[[number]] of 9{LONG}<end>[[name]]</end>",
    "word/fontTable.xml": "<font>[[name]]</font>",
    "word/footer1.xml": "<p>[[name]], [[number]]</p>",
    "word/šablona.xml": "<styles/>",
}
WITH_MARKS = ("customXml/item1.xml", "word/document.xml", "word/footer1.xml")


def _package(parts: Mapping[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _filled(values: Sequence[str]) -> dict[str, bytes]:
    made = dict(PARTS)
    for name in WITH_MARKS:
        for mark, value in zip(MARKS, values, strict=True):
            made[name] = made[name].replace(mark.decode(), value)
    return {name: content.encode() for name, content in made.items()}


@pytest.mark.parametrize(
    "values",
    [
        ("Ó RÍORDÁIN", "17"),
        ("&lt;Smith &amp; &quot;Co&quot;&gt;", "1"),
        ("", ""),
        ("x" * 65_535, "y" * 65_536),
        ("李 明" * 50_000, "194"),
        ("[[number]]", "[[name]]"),
    ],
    ids=["accents", "escaped", "empty", "one block and two", "several blocks", "marks as values"],
)
def test_a_copy_has_its_values_in_place_of_the_marks(values: tuple[str, str]) -> None:
    prepared = PreparedPackage(_package(PARTS), WITH_MARKS, MARKS)
    copy = prepared.copy([value.encode() for value in values])
    if "[[" in values[0]:  # filled in one after the other, they would be taken for marks
        assert b"[[number]]9" not in _parts(copy)["word/document.xml"]
    else:
        assert _parts(copy) == _filled(values)
    assert copy == b"".join(prepared.pieces([value.encode() for value in values]))
    assert copy == prepared.copy([value.encode() for value in values])


def test_only_the_named_parts_are_searched() -> None:
    copy = PreparedPackage(_package(PARTS), WITH_MARKS, MARKS).copy([b"A", b"1"])
    assert _parts(copy)["word/fontTable.xml"] == b"<font>[[name]]</font>"


def test_parts_keep_their_order_and_names() -> None:
    copy = PreparedPackage(_package(PARTS), WITH_MARKS, MARKS).copy([b"A", b"1"])
    assert list(_parts(copy)) == list(PARTS)


def test_a_mark_that_stands_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="other"):
        PreparedPackage(_package(PARTS), WITH_MARKS, (*MARKS, b"[[other]]"))
    with pytest.raises(ValueError, match="name"):
        PreparedPackage(_package(PARTS), ("customXml/item1.xml",), MARKS)


def test_what_is_not_a_package_is_an_error() -> None:
    with pytest.raises(ValueError, match="not a package"):
        PreparedPackage(b"%PDF-1.7", WITH_MARKS, MARKS)


def test_a_word_file_can_be_prepared() -> None:
    document = docx.Document()
    document.add_paragraph("For: [[name]]")
    document.sections[0].footer.paragraphs[0].text = "[[name]] · [[number]]"
    written = io.BytesIO()
    document.save(written)
    footer = next(name for name in _parts(written.getvalue()) if "footer" in name)
    prepared = PreparedPackage(written.getvalue(), ("word/document.xml", footer), MARKS)
    copy = docx.Document(io.BytesIO(prepared.copy(["PEDULLA' & Co".replace("&", "&amp;").encode(), b"17"])))
    assert copy.paragraphs[-1].text == "For: PEDULLA' & Co"
    assert copy.sections[0].footer.paragraphs[0].text == "PEDULLA' & Co · 17"
