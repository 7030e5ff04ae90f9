"""Fonts of themes and layouts, and which are equally wide."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.reference.reference_check import check_reference
from briefs.render.reference.typefaces import families, free_twin, has_widths_of
from tests.render.docx.corporate import changed, with_parts

FONTS = Path(__file__).parents[3] / "templates" / "layout" / "fonts"


def warnings(reference: bytes) -> list[str]:
    found = check_reference(reference, "r.docx", FONTS)
    assert {diagnostic.severity for diagnostic in found} <= {"warning"}
    return [str(diagnostic) for diagnostic in found]


def test_fonts_of_the_theme_are_known() -> None:
    plain = changed(lambda opened: None)
    found = [warning for warning in warnings(plain) if "reference-font" in warning]
    assert len(found) == 1
    assert 'use the font "Cambria"' in found[0]
    themed = b'<a:latin typeface="Cambria"/>'
    carlito = with_parts(
        plain, {"word/theme/theme1.xml": lambda xml: xml.replace(themed, themed.replace(b"Cambria", b"Carlito"))}
    )
    assert [warning for warning in warnings(carlito) if "reference-font" in warning] == []


@pytest.mark.parametrize(
    ("font", "fonts", "expected"),
    [
        ("Calibri", ("Carlito",), True),
        ("carlito", ("Carlito",), True),
        ("Arial", ("Liberation Sans",), True),
        ("Arial", ("Carlito",), False),
        ("Gotham", ("Carlito", "DejaVu Sans"), False),
    ],
)
def test_twins_have_the_same_widths(font: str, fonts: tuple[str, ...], expected: bool) -> None:
    assert has_widths_of(font, fonts) is expected


def test_the_fonts_of_the_layout_are_known_by_their_families(tmp_path: Path) -> None:
    assert families(FONTS) == ("Carlito", "DejaVu Sans")
    with pytest.raises(BriefsError, match="holds no fonts"):
        families(tmp_path)


@pytest.mark.parametrize(
    ("font", "twin"),
    [("Arial", "Liberation Sans"), ("Georgia", "Gelasio"), ("Book Antiqua", "TeX Gyre Pagella"), ("Verdana", None)],
)
def test_some_fonts_have_a_free_twin(font: str, twin: str | None) -> None:
    assert free_twin(font) == twin


def test_a_free_font_needs_no_other() -> None:
    assert free_twin("Carlito") is None
