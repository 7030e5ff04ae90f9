"""The tables of a font: all that a font needs are there, and hold what they held when its maker saved it."""

from __future__ import annotations

import sys
from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_NEEDED = frozenset(("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"))
"""Tables that every font must have (OpenType 1.9, required tables)."""
_OUTLINES = (frozenset(("glyf", "loca")), frozenset(("CFF ",)), frozenset(("CFF2",)))
_ADJUSTMENT = slice(8, 12)
"""Where `head` holds a sum of the whole file, which does not count in its own."""


def check_tables(font: TTFont) -> None:
    """Raise ValueError if `font` lacks a table that it needs, or if a table is not as its checksum says."""
    tables = font.reader.tables
    if not tables.keys() >= _NEEDED or not any(tables.keys() >= outlines for outlines in _OUTLINES):
        raise ValueError("a table is missing")
    for tag, entry in tables.items():
        data = bytearray(font.reader[tag])
        if tag == "head":
            data[_ADJUSTMENT] = bytes(4)
        if checksum(bytes(data)) != entry.checkSum:
            raise ValueError(f"the table {tag} is not what it was")


def checksum(data: bytes) -> int:
    """The checksum of a table: the sum of its words of four bytes (OpenType 1.9, table directory)."""
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
