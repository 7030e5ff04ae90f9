"""Lines are shaped as a layout shapes them, or not at all."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from briefs.model.addressing import addressed, copy_line
from briefs.render.pdf.copy_alphabets import characters_of
from briefs.render.pdf.line_shaping import LineShaper
from briefs.render.pdf.pages import lay_out
from briefs.render.pdf.prepared_copies import MODEL, _texts
from tests.render.builders import document, layout, personal


@cache
def _rendering() -> Any:
    return lay_out(addressed(personal(document()), MODEL), layout()).rendering


def shaper(*alphabets: int) -> LineShaper:
    """What shapes lines like that of a masthead."""
    line = copy_line(addressed(personal(document()), MODEL))
    ((box, width),) = _texts(_rendering().pages[0]._page_box.children[0], None, line)
    return LineShaper(box, width, {}, {}, characters_of(alphabets))


def test_glyphs_are_written_with_the_space_between_them() -> None:
    made = shaper()
    assert made.written.startswith("<")
    assert (made.shaped("AVA", made.room) or "").count(">") > 1  # these letters are kerned
    glyphs = made.glyphs("AVA")
    assert glyphs is not None
    assert f"<{''.join(glyph for glyph, _ in glyphs)}>" == made.shaped("AVA", made.room)


def test_a_line_that_is_wider_than_its_room_is_not_shaped() -> None:
    made = shaper()
    width = sum(width for _, width in made.glyphs("Jane DOE") or ())
    assert made.shaped("Jane DOE", width) is not None
    assert made.shaped("Jane DOE", width - 1) is None
    assert made.shaped("W" * 90, made.room) is None


@pytest.mark.parametrize("text", ["É", "Ж", "א", "x\u0302", "Ա", "\u200f", ""])
def test_characters_of_other_alphabets_and_directions_are_not_shaped(text: str) -> None:
    made = shaper()
    assert made.shaped(text, made.room) is None


def test_characters_that_only_another_font_has_are_not_shaped() -> None:
    made = shaper(1, 2)
    missing = [one for one in sorted(characters_of((1, 2))) if one.strip() and made.shaped(one, made.room) is None]
    assert all(made.glyphs(one) is None for one in missing)
    assert made.shaped("ŁÓDŹ", made.room) is not None
