"""The characters that the bundled fonts can print."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_NEEDS_NO_GLYPH = {"Cf", "Zl", "Zp", "Zs"}
"""Unicode categories of characters that are laid out but not drawn: format characters and spaces."""

FONTS_HINT = "restore the fonts in templates/layout/fonts"
"""What to do about fonts that are missing or broken."""


@contextmanager
def open_font(file: Path) -> Iterator[TTFont]:
    """The font in `file`; its tables are read when needed. Raises BriefsError if it cannot be read."""
    from fontTools.ttLib import TTFont

    try:
        with file.open("rb") as stream, TTFont(stream, lazy=True) as font:
            yield font
    except Exception as error:  # a broken font can make fontTools fail in any way
        raise BriefsError(f"{file} cannot be read as a font", FONTS_HINT) from error


def missing_glyphs(text: str, fonts_folder: Path) -> set[str]:
    """The characters of `text` that no font in `fonts_folder` has, as their `cmap` tables say (OpenType, cmap).

    Line breaks and tabs are spaces in a brief; any other control character counts as missing: it cannot be printed.

    Raises BriefsError if the folder holds no font, or one that cannot be read.
    """
    printed = {c for c in text if unicodedata.category(c) not in _NEEDS_NO_GLYPH and c not in "\t\n\r"}
    return printed - _characters(fonts_folder)


@lru_cache(maxsize=4)
def _characters(fonts_folder: Path) -> frozenset[str]:
    files = files_in(fonts_folder, ".ttf")
    if not files:
        raise BriefsError(f"{fonts_folder} holds no fonts", FONTS_HINT)
    characters: set[str] = set()
    for file in files:
        with open_font(file) as font:
            characters.update(map(chr, font.getBestCmap()))
    return frozenset(characters)
