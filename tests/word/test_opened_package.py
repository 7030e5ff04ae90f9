"""Word files that somebody sent: those that are opened, and those that are refused, each in one line."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.word import opened_package
from briefs.word.opened_package import OpenedPackage, open_received, open_report
from briefs.word.package_safety import tags_in
from tests.returned_files import packed, par, run, unpacked, with_relationship, word_file

FILE = word_file(par(run("One")))
TYPES = "[Content_Types].xml"
MAIN = b"wordprocessingml.document.main+xml"


def changed(changes: Mapping[str, bytes | None]) -> bytes:
    """The file with these parts: changed, added, or (None) taken out."""
    parts: dict[str, bytes | None] = {**unpacked(FILE), **changes}
    return packed({name: content for name, content in parts.items() if content is not None})


def typed(content_type: bytes) -> bytes:
    """The file, whose main part has another content type."""
    return changed({TYPES: unpacked(FILE)[TYPES].replace(MAIN, content_type)})


def encrypted() -> bytes:
    """The file, whose entries are marked as encrypted."""
    return FILE.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def twice() -> bytes:
    """A package with two parts whose names differ only in capital letters."""
    return changed({"word/Document.xml": b"<x/>"})


OF_MACROS = b'<Default Extension="foo" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
DEEP = b"<w:document xmlns:w='x'>" + 300 * b"<a>" + 300 * b"</a>" + b"</w:document>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
STRICT = b'<R><r Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/></R>'
REFUSED: dict[str, tuple[bytes, str]] = {
    "text": (b"Dear all", "a.docx is not a Word document"),
    "nothing": (b"", "a.docx is not a Word document"),
    "cut": (FILE[: len(FILE) // 2], "a.docx is damaged"),
    "bytes changed": (FILE[:60] + b"\x00" * 20 + FILE[80:], "a.docx is damaged"),
    "compound file": (bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600), "a.docx is protected by a password"),
    "encrypted": (encrypted(), "a.docx is encrypted"),
    "macros": (changed({"word/vbaProject.bin": b"x"}), "a.docx holds macros"),
    "macros of another name": (
        with_relationship(FILE, "word/document.xml", "vbaProject", "media/a.png"),
        "a.docx holds macros",
    ),
    "part of the type of macros": (
        changed({TYPES: unpacked(FILE)[TYPES].replace(b"</Types>", OF_MACROS), "word/a.foo": b"x"}),
        "a.docx holds macros",
    ),
    "type with macros": (typed(b"ms-word.document.macroEnabled.main+xml"), "a.docx holds macros"),
    "declaration": (changed({"word/theme.xml": ENTITIES}), "a.docx has a document type declaration"),
    "strict": (changed({"_rels/.rels": STRICT}), "a.docx is a Strict Open XML document"),
    "template": (typed(b"wordprocessingml.template.main+xml"), "a.docx is a template"),
    "workbook": (typed(b"spreadsheetml.sheet.main+xml"), "a.docx is not a Word document"),
    "OpenDocument": (packed({"mimetype": b"x", "content.xml": b"<x/>"}), "a.docx is not a Word document"),
    "no document": (changed({"word/document.xml": None}), "a.docx is not a Word document"),
    "no relationships": (changed({"_rels/.rels": None}), "a.docx is not a Word document"),
    "no body": (changed({"word/document.xml": b"<x/>"}), "a.docx is damaged"),
    "no XML": (changed({"word/document.xml": b"<x"}), "a.docx is damaged"),
    "too deep": (
        changed({"word/document.xml": DEEP}),
        "a.docx is damaged: its elements lie in each other more than 256",
    ),
    "two of one name": (twice(), "a.docx has parts of the same name"),
    "a name that leads out": (changed({"../a.xml": b"<x/>"}), "a.docx has parts of the same name, or parts whose"),
    "a name with a drive": (changed({"word\\..\\a.xml": b"<x/>"}), "a.docx has parts of the same name, or parts"),
    "fills memory": (changed({"word/media/a.png": bytes(30_000_000)}), "a.docx is made so that it fills the memory"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=list(REFUSED))
def test_what_is_not_safe_to_open_is_refused_in_one_line(content: bytes, message: str) -> None:
    with pytest.raises(BriefsError) as raised:
        open_received("a.docx", content)
    assert raised.value.message.startswith(message)
    assert raised.value.hint
    assert "\n" not in raised.value.message + raised.value.hint


@pytest.mark.parametrize(("name", "value"), [("MOST", 100), ("MOST_XML", 100), ("MOST_PARTS", 3)])
def test_what_is_larger_than_any_brief_is_refused(name: str, value: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened_package, name, value)
    with pytest.raises(BriefsError) as raised:
        open_received("a.docx", FILE)
    assert raised.value.message.startswith("a.docx is far larger than a brief")


def test_all_parts_that_are_read_have_a_limit_of_tags_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    package = open_report("a.docx", FILE)
    main, types = package.main, TYPES
    most = max(tags_in(package.archive.read(part)) for part in (main, types))
    for module in ("opened_package", "package_safety"):
        monkeypatch.setattr(f"briefs.word.{module}.MOST_TAGS", most)
    fresh = OpenedPackage(package.archive, "a.docx", main)
    fresh.root(main)
    with pytest.raises(BriefsError) as raised:
        fresh.root(types)
    assert raised.value.message == (
        f"a.docx has more than {most:,} tags and attributes, which are those of more than a thousand pages"
    )
    assert raised.value.hint


def test_parts_that_are_packed_in_odd_ways_or_are_very_many_are_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        for name, content in unpacked(FILE).items():
            archive.writestr(name, content)
    for content, message in (
        (made.getvalue(), "a.docx is packed in a way in which no Word document may be"),
        (
            FILE + b"PK\x01\x02" * 10_000,
            "a.docx is far larger than a report once it is unpacked: it may have 500 MB, 60 MB in a part that is XML, "
            "and 4,000 parts",
        ),
    ):
        with pytest.raises(BriefsError) as raised:
            open_report("a.docx", content)
        assert raised.value.message == message


def test_of_relationships_with_one_id_the_first_counts() -> None:
    parts = unpacked(FILE)
    rels = "word/_rels/document.xml.rels"
    twice = b"".join(b'<Relationship Id="r" Type="x/y" Target="%b.xml"/>' % one for one in (b"document", b"gone"))
    parts[rels] = parts[rels].replace(b"</Relationships>", twice + b"</Relationships>")
    package = open_report("a.docx", packed(parts))
    assert package.target(package.main, "r") == "word/document.xml"
    assert package.target(package.main, "") == package.target("word/other.xml", "r") == ""


def test_a_part_that_is_larger_than_it_says_is_damaged() -> None:
    size = len(unpacked(FILE)["word/document.xml"]).to_bytes(4, "little")
    with pytest.raises(BriefsError) as raised:
        open_received("a.docx", FILE.replace(size, (10).to_bytes(4, "little")))
    assert raised.value.message.startswith("a.docx is damaged")


def test_every_cut_is_refused() -> None:
    for end in range(0, len(FILE), 37):
        with pytest.raises(BriefsError):
            open_received("a.docx", FILE[:end])


def test_parts_are_found_by_their_relationships_wherever_they_are() -> None:
    parts = unpacked(FILE)
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["word/_rels/document2.xml.rels"] = parts.pop("word/_rels/document.xml.rels")
    moved = packed({name: content.replace(b"document.xml", b"document2.xml") for name, content in parts.items()})
    assert open_received("a.docx", moved).main == "word/document2.xml"


def test_relationships_to_other_files_are_not_followed() -> None:
    for target in ("https://example.org/a.xml", "file:///etc/hosts", "gone.xml", "../../a.xml"):
        package = open_received("a.docx", with_relationship(FILE, "word/document.xml", "footnotes", target))
        assert package.related(package.main, "footnotes") == []
    external = with_relationship(FILE, "word/document.xml", "footnotes", "document.xml")
    parts = unpacked(external)
    rels = "word/_rels/document.xml.rels"
    parts[rels] = parts[rels].replace(b'Id="added"', b'Id="added" TargetMode="External"')
    package = open_received("a.docx", packed(parts))
    assert package.related(package.main, "footnotes") == []


def test_a_content_type_may_be_that_of_all_parts_whose_names_end_alike() -> None:
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    assert open_received("a.docx", changed({TYPES: types})).main == "word/document.xml"


def test_a_package_with_other_bytes_before_it_is_read_as_zip_readers_do() -> None:
    with zipfile.ZipFile(io.BytesIO(b"MZ" + FILE)) as archive:
        assert archive.testzip() is None
    assert open_received("a.docx", b"MZ" + FILE).main == "word/document.xml"


REPORTS = ("macros", "macros of another name", "part of the type of macros", "type with macros", "strict", "template")
"""What reviewers may not send, and reports may be."""


def test_reports_may_be_of_more_variants_and_all_else_is_refused_too() -> None:
    for name, (content, _) in REFUSED.items():
        if name in (*REPORTS, "declaration"):
            continue
        with pytest.raises(BriefsError):
            open_report("a.docx", content)
    for name in ("macros", "macros of another name", "template"):
        assert open_report("a.docx", REFUSED[name][0]).main == "word/document.xml"
    with pytest.raises(BriefsError, match="document type declaration"):
        open_report("a.docx", REFUSED["declaration"][0]).root("word/theme.xml")
