"""Checksums of tables, and tables that a font needs."""

from __future__ import annotations

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
