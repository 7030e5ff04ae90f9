"""Fonts within a document (ISO/IEC 29500-1, 17.8.1): obfuscated, and named in the table of fonts."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from uuid import UUID

from lxml import etree

from briefs.word.elements import Element, element, qn, root, value_of, w

RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
OBFUSCATED = 32
"""How many bytes of a font are obfuscated: the first ones."""

STYLES: Mapping[tuple[bool, bool], str] = {
    (False, False): "embedRegular",
    (True, False): "embedBold",
    (False, True): "embedItalic",
    (True, True): "embedBoldItalic",
}
"""The elements for embedded faces, by whether these are bold and italic, in the order of the schema (A.1, CT_Font)."""


def font_key(font: bytes) -> UUID:
    """The key with which a font is obfuscated: the same for the same font."""
    return UUID(bytes=blake2b(font, digest_size=16).digest(), version=4)


def obfuscated(font: bytes, key: UUID) -> bytes:
    """A font with its first 32 bytes combined with the key by exclusive or, in reverse order of its bytes, twice.

    Done twice, it gives the font back.
    """
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:OBFUSCATED], mask, strict=False)) + font[OBFUSCATED:]


def font_table(part: bytes | None) -> Element:
    """The root of a part with the table of fonts, `part`; an empty one if there is none, or something else in it."""
    if part is not None:
        found = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
        if found.tag == qn("w:fonts"):
            return found
    return root("fonts")


def font_entry(table: Element, name: str) -> Element:
    """The entry of the font `name` in a table of fonts, whose names have no case; it is added if there is none."""
    for entry in table.iterfind(qn("w:font")):
        if value_of(entry, "name").lower() == name.lower():
            return entry
    shown = (w("charset", val="00"), w("family", val="auto"), w("pitch", val="variable"))
    made = w("font", *shown, name=name)
    table.append(made)
    return made


def is_embedded(entry: Element) -> bool:
    """Whether an entry has a face embedded."""
    return any(entry.find(qn(f"w:{name}")) is not None for name in STYLES.values())


def name_also(entry: Element, family: str) -> None:
    """Say in an entry that its font is also found as `family`; nothing if that is its name or it has another one."""
    if family.lower() != value_of(entry, "name").lower() and entry.find(qn("w:altName")) is None:
        entry.insert(0, w("altName", val=family))


def embed(entry: Element, faces: Mapping[tuple[bool, bool], tuple[str, UUID]]) -> None:
    """Add to an entry its embedded faces: the relationship of each, and its key."""
    for style, name in STYLES.items():
        if style in faces:
            id, key = faces[style]
            entry.append(element(f"w:{name}", {"r:id": id, "w:fontKey": f"{{{str(key).upper()}}}"}))
