"""Fonts within a document, as ISO/IEC 29500-1, 17.8.1 has them."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from briefs.word.elements import element, local_name, parse, qn, root, value_of
from briefs.word.embedded_fonts import (
    embed,
    font_entry,
    font_key,
    font_table,
    is_embedded,
    name_also,
    obfuscated,
)

KEY = UUID("00112233-4455-6677-8899-AABBCCDDEEFF")


def test_the_first_32_bytes_are_combined_with_the_reversed_key() -> None:
    mask = bytes.fromhex("FFEEDDCCBBAA99887766554433221100")
    assert obfuscated(bytes(40), KEY) == mask * 2 + bytes(8)


@given(st.binary(max_size=100), st.uuids())
def test_done_twice_it_gives_the_font_back(font: bytes, key: UUID) -> None:
    assert obfuscated(obfuscated(font, key), key) == font


def test_the_same_font_has_the_same_key_and_another_one_another() -> None:
    assert font_key(b"font") == font_key(b"font") != font_key(b"other")


def test_an_entry_is_in_the_order_of_the_schema() -> None:
    table = root("fonts", *parse('<w:font w:name="Calibri"><w:panose1 w:val="0"/><w:pitch w:val="variable"/></w:font>'))
    entry = font_entry(table, "calibri")
    assert not is_embedded(entry)
    name_also(entry, "Carlito")
    name_also(entry, "Other")
    embed(entry, {(True, True): ("rId2", KEY), (False, False): ("rId1", KEY)})
    assert [local_name(child) for child in entry] == ["altName", "panose1", "pitch", "embedRegular", "embedBoldItalic"]
    assert is_embedded(entry)
    assert entry[-2].get(qn("r:id")) == "rId1"
    assert value_of(entry[-2], "fontKey") == "{00112233-4455-6677-8899-AABBCCDDEEFF}"
    assert value_of(entry[0]) == "Carlito"


def test_a_font_that_a_table_does_not_have_gets_an_entry() -> None:
    table = font_table(None)
    made = font_entry(table, "Lato")
    assert font_entry(table, "Lato") is made
    assert [local_name(child) for child in made] == ["charset", "family", "pitch"]
    name_also(made, "Lato")
    assert made.find(qn("w:altName")) is None


def test_something_else_in_place_of_a_table_is_not_used() -> None:
    written = etree.tostring(root("fonts", element("w:font", {"w:name": "Arial"})))
    assert [value_of(entry, "name") for entry in font_table(written)] == ["Arial"]
    assert len(font_table(b"<fonts><font/></fonts>")) == 0
