"""The width of a text in the bundled fonts: the sum of its glyphs' advances (OpenType, hmtx), without kerning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.glyphs import FONTS_HINT, open_font

TextMeasure: TypeAlias = Callable[[str, bool], float]
"""Returns the width of a text in ems: takes the text, and whether it is bold. Widths of texts add up."""

FAMILIES = ("Carlito", "DejaVu Sans")
"""The families that come with the program, in the order in which a character is looked up."""

_STYLES: Mapping[bool, tuple[str, ...]] = MappingProxyType({False: ("Regular", "Book"), True: ("Bold",)})
"""What fonts call themselves, by whether they are bold (OpenType, name 2)."""


@lru_cache(maxsize=4)  # one for each folder and families, so that what was measured with it can be kept
def text_measure(fonts: Path, families: tuple[str, ...] = FAMILIES) -> TextMeasure:
    """A function from a text, and whether it is bold, to its width in ems in `families`, from the folder `fonts`.

    The first family that has a character gives its width; a character that no family has counts as one em. The fonts
    are read when a text is first measured; if they are missing, BriefsError is raised then.
    """

    def measure(text: str, bold: bool) -> float:
        return sum(_advance(character, bold, fonts, families) for character in text)

    return measure


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool, fonts: Path, families: tuple[str, ...]) -> float:
    for family in families:
        advance = _advances(family, bold, fonts).get(ord(character))
        if advance is not None:
            return advance
    return 1.0


def families_in(fonts: Path) -> tuple[str, ...]:
    """The families in the folder `fonts` that have what text needs, regular and bold type, by their names.

    Raises BriefsError for a font that cannot be read.
    """
    found: dict[str, set[bool]] = {}
    for file in files_in(fonts, ".ttf"):
        with open_font(file) as font:
            for bold, styles in _STYLES.items():
                if font["name"].getDebugName(2) in styles:
                    found.setdefault(font["name"].getDebugName(1), set()).add(bold)
    return tuple(sorted(family for family, weights in found.items() if len(weights) == len(_STYLES)))


def font_file(family: str, bold: bool, fonts: Path) -> Path:
    """The file in the folder `fonts` with the upright type of `family`, bold or not. Raises BriefsError without one."""
    for file in files_in(fonts, ".ttf"):
        with open_font(file) as font:
            if font["name"].getDebugName(1) == family and font["name"].getDebugName(2) in _STYLES[bold]:
                return file
    raise BriefsError(f"{fonts} has no {family}", FONTS_HINT)


@lru_cache(maxsize=8)
def _advances(family: str, bold: bool, fonts: Path) -> Mapping[int, float]:
    with open_font(font_file(family, bold, fonts)) as font:
        em = int.from_bytes(font.reader["head"][18:20], "big")  # unitsPerEm; fontTools would log of its date
        widths = font["hmtx"].metrics
        return {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}
