"""What no package that somebody sends may have."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from briefs.word.package_safety import (
    TooManyTags,
    has_declaration,
    is_oddly_packed,
    is_xml,
    lists_too_many,
    parsed,
    read_part,
    tags_in,
    unpacked_size,
)
from tests.returned_files import packed


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_declaration_is_found_in_every_encoding(encoding: str) -> None:
    assert has_declaration("<!DOCTYPE x><x/>".encode(encoding))
    assert not has_declaration("<x/>".encode(encoding))


def test_xml_is_known_by_its_name() -> None:
    assert [is_xml(name) for name in ("word/document.xml", "_rels/.RELS", "word/media/a.png")] == [True, True, False]


def test_a_part_larger_than_it_may_be_is_not_read() -> None:
    with zipfile.ZipFile(io.BytesIO(packed({"a.xml": b"12345"}))) as package:
        assert read_part(package, "a.xml", 5) == b"12345"
        assert unpacked_size(package.infolist()) == 5
        with pytest.raises(ValueError, match=r"a\.xml is larger"):
            read_part(package, "a.xml", 4)


def test_entities_and_comments_are_not_read() -> None:
    root = parsed(b'<!DOCTYPE x [<!ENTITY a "boo">]><x>one&a;<!-- two --><?three?></x>')
    assert "boo" not in "".join(map(str, root.itertext()))
    assert list(root.iter(etree.Comment, etree.ProcessingInstruction)) == []


def test_what_is_nested_too_deep_is_not_read() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        parsed(b"<x>" * 300 + b"</x>" * 300)


def test_tags_and_attributes_are_counted_before_a_tree_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    part = b"<a><b c=\"1\" d='2'/></a>"
    assert tags_in(part) == 5
    monkeypatch.setattr("briefs.word.package_safety.MOST_TAGS", 5)
    assert parsed(part).tag == "a"
    with pytest.raises(TooManyTags):
        parsed(part + b"<!---->")


def test_ways_of_packing_that_can_ask_for_any_memory_are_odd() -> None:
    for way, is_odd in ((zipfile.ZIP_STORED, False), (zipfile.ZIP_DEFLATED, False), (zipfile.ZIP_LZMA, True)):
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", way) as package:
            package.writestr("a.xml", "<a/>")
            assert is_oddly_packed(package.infolist()) == is_odd


def test_a_list_of_very_many_parts_is_not_read() -> None:
    assert not lists_too_many(packed({"a.xml": b"<a/>"}))
    assert lists_too_many(b"PK\x01\x02" * 10_000)
