"""What the bundled fonts can print."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from briefs.model.diagnostics import BriefsError

_NEEDS_NO_GLYPH = {"Cf", "Zl", "Zp", "Zs"}
"""Unicode categories of what is laid out and not drawn: format characters and spaces."""


def missing_glyphs(text: str, fonts_folder: Path) -> set[str]:
    """The characters of `text` that no font in `fonts_folder` has, as their `cmap` tables say (OpenType, cmap).

    Line breaks and tabs are spaces in a brief; any other control character is missing, for it cannot be printed.

    Raises BriefsError when the folder holds no font.
    """
    printed = {c for c in text if unicodedata.category(c) not in _NEEDS_NO_GLYPH and c not in "\t\n\r"}
    return printed - _characters(fonts_folder)


@lru_cache(maxsize=4)
def _characters(fonts_folder: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont

    files = sorted(fonts_folder.glob("*.ttf"))
    if not files:
        raise BriefsError(f"{fonts_folder} holds no fonts", "bring back the fonts folder of the layout")
    characters: set[str] = set()
    for file in files:
        with TTFont(file, lazy=True) as font:
            characters.update(map(chr, font.getBestCmap()))
    return frozenset(characters)
