"""What the fonts can print."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.glyphs import missing_glyphs
from briefs.render.fonts.widths import text_measure
from briefs.render.reference.typefaces import families
from tests.render.builders import LAYOUT_FOLDER

FONTS = LAYOUT_FOLDER / "fonts"


def test_the_characters_of_briefs_are_there() -> None:
    assert missing_glyphs("Curly “quotes”, ‹tags›, ☐ boxes, “…”, · and – — é ł ş\u00a0\u2011\n", FONTS) == set()


def test_what_no_font_has_is_named() -> None:
    assert missing_glyphs("a 𓀀 and \ue000 and \x01", FONTS) == {"𓀀", "\ue000", "\x01"}


def test_spaces_and_format_characters_need_no_glyph() -> None:
    assert missing_glyphs("a\u2003b\u00adc\u200dd\te\r\n", FONTS) == set()


def test_a_folder_without_fonts_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    with pytest.raises(BriefsError, match=r"holds no fonts$"):
        missing_glyphs("a", tmp_path)


def test_a_font_that_cannot_be_read_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    (tmp_path / "Quay.ttf").write_bytes(b"no font")
    for use in (
        lambda: missing_glyphs("a", tmp_path),
        lambda: text_measure(tmp_path)("a", False),
        lambda: families(tmp_path),
    ):
        with pytest.raises(BriefsError, match=r"/Quay\.ttf cannot be read as a font$"):
            use()


def test_a_font_that_ends_early_is_a_fault_of_the_environment(tmp_path: Path) -> None:
    (tmp_path / "Quay.ttf").write_bytes((FONTS / "Carlito-Regular.ttf").read_bytes()[:5000])
    with pytest.raises(BriefsError, match=r"/Quay\.ttf cannot be read as a font$"):
        missing_glyphs("a", tmp_path)
