"""The width of a text in the bundled fonts: the sum of its glyphs' advances (OpenType, hmtx), without kerning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.glyphs import FONTS_HINT, open_font

TextMeasure: TypeAlias = Callable[[str, bool], float]
"""Returns the width of a text in ems: takes the text, and whether it is bold. Widths of texts add up."""

_FAMILIES = ("Carlito", "DejaVu Sans")
"""In the order in which a character is looked up."""


@lru_cache(maxsize=4)  # one for each folder, so that its results can be cached
def text_measure(fonts: Path) -> TextMeasure:
    """A function from a text, and whether it is bold, to its width in ems in the fonts of the folder `fonts`.

    A character that no font has counts as one em. The fonts are read when a text is first measured; if they are
    missing, BriefsError is raised then.
    """

    def measure(text: str, bold: bool) -> float:
        return sum(_advance(character, bold, fonts) for character in text)

    return measure


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool, fonts: Path) -> float:
    for family in _FAMILIES:
        advance = _advances(family, bold, fonts).get(ord(character))
        if advance is not None:
            return advance
    return 1.0


@lru_cache(maxsize=8)
def _advances(family: str, bold: bool, fonts: Path) -> Mapping[int, float]:
    for file in files_in(fonts, ".ttf"):
        with open_font(file) as font:
            style = font["name"].getDebugName(2)
            if font["name"].getDebugName(1) == family and style in (("Bold",) if bold else ("Regular", "Book")):
                em = int.from_bytes(font.reader["head"][18:20], "big")  # unitsPerEm; fontTools would log of its date
                widths = font["hmtx"].metrics
                return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
    raise BriefsError(f"{fonts} has no {family}", FONTS_HINT)
