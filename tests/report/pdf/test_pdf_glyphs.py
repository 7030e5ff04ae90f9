"""Characters have the place, size and font with which they are drawn."""

from __future__ import annotations

import pytest

from briefs.report.pdf.pdf_glyphs import font_traits, meant_text
from tests.report.pdf.builders import drawn_pdf, file_of, text_at


@pytest.mark.parametrize(
    ("name", "weight", "flags", "traits"),
    [
        ("ABCDEF+Calibri-Bold", 0, 0, ("Calibri-Bold", True, False)),
        ("TimesNewRomanPS-BoldItalicMT", 0, 0, ("TimesNewRomanPS-BoldItalicMT", True, True)),
        ("Frutiger-Black", 400, 0, ("Frutiger-Black", True, False)),
        ("CMBX10", 0, 0, ("CMBX10", True, False)),
        ("CMTI10", 0, 0, ("CMTI10", False, True)),
        ("Arial,BoldItalic", 0, 0, ("Arial,BoldItalic", True, True)),
        ("Garamond", 700, 0, ("Garamond", True, False)),
        ("Garamond", 400, 64, ("Garamond", False, True)),
        ("Bodoni-Book", 400, 0, ("Bodoni-Book", False, False)),
    ],
)
def test_a_font_is_bold_or_italic_by_its_name_then_by_its_weight(
    name: str, weight: int, flags: int, traits: tuple[str, bool, bool]
) -> None:
    assert font_traits(name, weight, flags) == traits


@pytest.mark.parametrize(
    ("code", "text"),
    [(0xFB01, "fi"), (0xF0B7, "•"), (0x02, "-"), (0x200B, ""), (0xB2, "²"), (0xFEF5, "لآ")],
)
def test_ligatures_of_letters_are_letters_and_nothing_else_is_changed(code: int, text: str) -> None:
    assert meant_text(code) == text


def test_sizes_are_those_that_are_drawn() -> None:
    scaled = "q 2 0 0 2 0 0 cm BT /F 6 Tf 20 100 Td (Tides) Tj ET Q"
    (chunk,) = file_of(drawn_pdf(scaled)).pages[0].chunks[0]
    assert (chunk.text, chunk.size, round(chunk.x0), round(chunk.y)) == ("Tides", 12.0, 40, 200)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_what_is_level_on_a_turned_page_is_read_as_level(turn: int) -> None:
    matrix = {0: "1 0 0 1 50 300", 90: "0 1 -1 0 100 50", 180: "-1 0 0 -1 350 100", 270: "0 -1 1 0 300 350"}[turn]
    content = drawn_pdf(f"BT /F 10 Tf {matrix} Tm (Low water comes early) Tj ET", turn=turn)
    (chunk,) = file_of(content).pages[0].chunks[0]
    assert (chunk.text, round(chunk.x0), round(chunk.y)) == ("Low water comes early", 50, 300)


def test_places_are_counted_from_the_corner_of_what_is_shown() -> None:
    content = drawn_pdf(text_at(150, 250, "Tides"), box=(100, 200, 400, 600))
    (chunk,) = file_of(content).pages[0].chunks[0]
    assert (round(chunk.x0), round(chunk.y)) == (50, 50)
