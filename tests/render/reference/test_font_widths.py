"""How wide common fonts are."""

from __future__ import annotations

import pytest

from briefs.render.fonts.widths import text_measure
from briefs.render.reference.font_widths import cautious_width, line_of, nearest_in_width, width_against
from tests.builders import REPOSITORY

FONTS = REPOSITORY / "templates" / "layout" / "fonts"


@pytest.mark.parametrize("font", ["Calibri", "carlito", "Gotham", ""])
def test_our_font_and_unknown_ones_are_as_wide_as_ours(font: str) -> None:
    assert width_against(font) == 1


@pytest.mark.parametrize(
    ("wide", "narrow"), [("Verdana", "Arial"), ("Arial", "Calibri"), ("Calibri", "Garamond"), ("Lato Light", "Calibri")]
)
def test_some_fonts_are_wider_than_others(wide: str, narrow: str) -> None:
    assert width_against(wide) > width_against(narrow)


@pytest.mark.parametrize(("one", "other"), [("Arial", "Liberation Sans"), ("Georgia", "Gelasio"), ("Times", "Tinos")])
def test_twins_are_equally_wide(one: str, other: str) -> None:
    assert width_against(one) == width_against(other)


def test_the_difference_is_that_of_the_fonts_themselves() -> None:
    words = "The council of the valley agreed on the plan of the wells, and asked for it again in the next year."
    ours, theirs = (text_measure(FONTS, (family,))(words, False) for family in ("Carlito", "DejaVu Sans"))
    assert width_against("DejaVu Sans") == pytest.approx(theirs / ours, rel=0.04)


def test_the_nearest_font_is_that_with_the_least_difference() -> None:
    known = ("Carlito", "DejaVu Sans", "Gotham")
    assert nearest_in_width("Verdana", known) == "DejaVu Sans"
    assert nearest_in_width("Times New Roman", known) == "Carlito"
    assert nearest_in_width("Gotham", known) is None
    assert nearest_in_width("Arial", ("Gotham",)) is None


def test_lines_are_higher_in_some_fonts() -> None:
    assert line_of("Segoe UI") > line_of("Calibri") > line_of("Georgia")
    assert line_of("Gotham") == 1.2


def test_text_in_other_fonts_may_turn_out_wider_than_its_average() -> None:
    assert [cautious_width(font, bold) for font in ("Calibri", "Carlito") for bold in (False, True)] == [1, 1, 1, 1]
    assert cautious_width("Gotham", False) > 1.05
    assert width_against("Arial") < cautious_width("Arial", False) < cautious_width("Arial", True)
