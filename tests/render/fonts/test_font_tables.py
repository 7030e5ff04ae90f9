"""Checksums of tables, and tables that a font needs."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import calcChecksum

from briefs.render.fonts.font_tables import check_tables, checksum
from tests.render.drawn import FONTS


@pytest.mark.parametrize("data", [b"", b"a", b"abcd", b"\xff" * 4099])
def test_a_checksum_is_that_of_opentype(data: bytes) -> None:
    assert checksum(data) == calcChecksum(data)


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.stem)
def test_the_fonts_of_the_program_are_whole(path: Path) -> None:
    with TTFont(path, lazy=True) as font:
        check_tables(font)


def test_a_font_without_outlines_is_not_whole() -> None:
    with TTFont(FONTS / "Carlito-Bold.ttf", lazy=True) as font:
        del font.reader.tables["glyf"]
        with pytest.raises(ValueError, match="a table is missing"):
            check_tables(font)


@pytest.mark.parametrize(
    ("rows", "subtable"),
    [
        (1, struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 0, 0xFFFFFFFF, 1)),
        (1, struct.pack(">HHIIIIII", 13, 0, 28, 0, 1, 0, 0x10FFFF, 1)),
        (200, struct.pack(">HHIIIIII", 12, 0, 28, 0, 1, 65, 66, 1)),
    ],
)
def test_a_font_that_says_to_have_more_characters_than_there_are_is_refused(rows: int, subtable: bytes) -> None:
    cmap = struct.pack(">HH", 0, rows) + struct.pack(">HHI", 3, 10, 4 + 8 * rows) * rows + subtable
    with TTFont(FONTS / "Carlito-Bold.ttf", lazy=True) as font:
        entry = font.reader.tables["cmap"]
        entry.loadData = lambda file: cmap
        entry.checkSum = checksum(cmap)
        with pytest.raises(ValueError, match="the table of characters has more than there are"):
            check_tables(font)


def test_a_font_whose_names_all_share_a_long_text_is_refused() -> None:
    records = struct.pack(">HHHHHH", 3, 1, 0x409, 1, 60_000, 0) * 100
    name = struct.pack(">HHH", 0, 100, 6 + len(records)) + records + b"\0x" * 30_000
    with TTFont(FONTS / "Carlito-Bold.ttf", lazy=True) as font:
        entry = font.reader.tables["name"]
        entry.loadData = lambda file: name
        entry.checkSum = checksum(name)
        with pytest.raises(ValueError, match="the table of names has more than it holds"):
            check_tables(font)
