"""The list of fonts of a reference document, with the fonts that it embeds: those that are fonts."""

from __future__ import annotations

import struct
from uuid import UUID

from docx.opc.part import Part
from lxml import etree

from briefs.word.elements import Element, local_name, qn, remove, value_of
from briefs.word.embedded_fonts import CONTENT_TYPE, RELATIONSHIP, STYLES, obfuscated
from briefs.word.known_elements import keep_known

_SFNT = (b"\0\1\0\0", b"OTTO", b"true")
"""How fonts begin (ISO/IEC 14496-22, 4.4): with TrueType outlines, or with those of CFF."""
_ENTRY = struct.Struct(">4sIII")
_MOST_TABLES = 64
_NEEDED = {b"head", b"cmap", b"hmtx"}


def known_fonts(table: Part) -> tuple[Part, list[str]]:
    """A list of fonts as briefs take it, and what is left out, in words; the same part if nothing is.

    Raises `etree.XMLSyntaxError` for one that is damaged.
    """
    root = etree.fromstring(table.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    given = etree.tostring(root)
    found = keep_known(root, "fonts")
    kept: dict[str, Part] = {}
    for name in STYLES.values():
        for embedded in list(root.iter(qn(f"w:{name}"))):
            id = embedded.get(qn("r:id"), "")
            relation = table.rels.get(id)
            font = None if relation is None or relation.is_external else relation.target_part
            if font is not None and _is_font(font.blob, value_of(embedded, "fontKey")):
                kept[id] = font
                continue
            found.append(_said(embedded))
            remove(embedded)
    if etree.tostring(root) == given and kept.keys() == table.rels.keys():
        return table, found
    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = Part(table.partname, table.content_type, content, table.package)
    for id, font in kept.items():
        made.load_rel(RELATIONSHIP, Part(font.partname, CONTENT_TYPE, font.blob, table.package), id)
    return made, list(dict.fromkeys(found))


def _said(embedded: Element) -> str:
    owner = embedded.getparent()
    name = "" if owner is None or local_name(owner) != "font" else value_of(owner, "name")[:40]
    return f'an embedded font ("{name}") that is none' if name else "an embedded font that is none"


def _is_font(content: bytes, key: str) -> bool:
    """Whether an obfuscated part is a font whose tables lie within it (17.8.1)."""
    try:
        font = obfuscated(content, UUID(key))
    except ValueError:
        return False
    if font[:4] not in _SFNT or len(font) < 12:
        return False
    (count,) = struct.unpack_from(">H", font, 4)
    if not 0 < count <= _MOST_TABLES or len(font) < 12 + _ENTRY.size * count:
        return False
    tables = [_ENTRY.unpack_from(font, 12 + _ENTRY.size * number) for number in range(count)]
    return all(at + size <= len(font) for _, _, at, size in tables) and {name for name, *_ in tables} >= _NEEDED
