"""The tables of a font: all that a font needs are there, and hold what they held when its maker saved it."""

from __future__ import annotations

import struct
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
_MOST_CHARACTERS = 1_000_000
"""More than the subtables of any font have together: Unicode has 160,000 characters."""
_MOST_NAMED = 5_000_000
"""More bytes than the names and licences in any font have, in all languages."""
_PER_SUBTABLE = 10_000
"""As how many characters a subtable counts, whatever it has: fonts have five or ten."""


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
    if _characters(font.reader["cmap"]) > _MOST_CHARACTERS:
        raise ValueError("the table of characters has more than there are")
    if _named(font.reader["name"]) > _MOST_NAMED:
        raise ValueError("the table of names has more than it holds")


def _named(name: bytes) -> int:
    """How many bytes the records of a table `name` say that they have, together: they may share the same ones
    (OpenType 1.9, name). Raises `struct.error` for a table that ends too early."""
    (count,) = struct.unpack_from(">H", name, 2)
    return sum(int(struct.unpack_from(">H", name, 6 + 12 * number + 8)[0]) for number in range(count))


def _characters(cmap: bytes) -> int:
    """How many characters the subtables of a table `cmap` say that they have in groups, together; the others, which
    have a row for each, cannot say more than they hold (OpenType 1.9, cmap, formats 12 and 13). Each counts a little.

    Raises `struct.error` for a table that ends too early.
    """
    (count,) = struct.unpack_from(">H", cmap, 2)
    said: int = 0
    for number in range(count):
        (at,) = struct.unpack_from(">I", cmap, 4 + 8 * number + 4)
        (form,) = struct.unpack_from(">H", cmap, at)
        said += _PER_SUBTABLE
        if form in (12, 13):
            (groups,) = struct.unpack_from(">I", cmap, at + 12)
            for group in range(groups):
                first, last = struct.unpack_from(">II", cmap, at + 16 + 12 * group)
                said += max(last - first + 1, 1)
                if said > _MOST_CHARACTERS:
                    return said
    return said


def checksum(data: bytes) -> int:
    """The checksum of a table: the sum of its words of four bytes (OpenType 1.9, table directory)."""
    words = array("I", data + bytes(-len(data) % 4))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) & 0xFFFFFFFF
