"""The font of what somebody writes into a PDF."""

from __future__ import annotations

import io
import logging
import shutil
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from briefs.model.diagnostics import BriefsError
from briefs.render.pdf.field_font import field_font
from tests.render.builders import LAYOUT_FOLDER

FONTS = LAYOUT_FOLDER / "fonts"


def test_it_has_all_latin_letters_with_their_widths() -> None:
    pdf = pikepdf.new()
    font = field_font(pdf, FONTS)
    program = TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))
    glyphs, advances = program.getBestCmap(), program["hmtx"].metrics
    em = program["head"].unitsPerEm
    for letter in "Aé€ß’ 9":
        code = letter.encode("cp1252")[0]
        assert int(font.Widths[code - 32]) == round(advances[glyphs[ord(letter)]][0] * 1000 / em)
    assert (font.BaseFont, font.Encoding, len(font.Widths)) == ("/Carlito", "/WinAnsiEncoding", 224)
    assert len(font.FontDescriptor.FontFile2.read_raw_bytes()) < 60_000


def test_it_has_the_same_bytes_each_time_and_nothing_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    pdf = pikepdf.new()
    first, second = (field_font(pdf, FONTS).FontDescriptor.FontFile2.read_bytes() for _ in range(2))
    assert first == second
    assert caplog.records == []


def test_a_house_without_our_fonts_has_one_of_its_own(tmp_path: Path) -> None:
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        shutil.copy(FONTS / name, tmp_path)
    pdf = pikepdf.new()
    assert field_font(pdf, tmp_path).BaseFont == "/DejaVuSans"


def test_without_fonts_the_program_says_so(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match="has no Carlito"):
        field_font(pikepdf.new(), tmp_path)
