"""The characters that the bundled fonts can print."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.faces import faces_in
from briefs.render.fonts.font_files import FONTS_HINT

_NEEDS_NO_GLYPH = {"Cf", "Zl", "Zp", "Zs"}
"""Unicode categories of characters that are laid out but not drawn: format characters and spaces."""


def missing_glyphs(text: str, fonts_folder: Path) -> set[str]:
    """The characters of `text` that no font in `fonts_folder` has, as their `cmap` tables say (OpenType, cmap).

    Line breaks and tabs are spaces in a brief; any other control character counts as missing: it cannot be printed.

    Raises BriefsError if the folder holds no font, or one that cannot be read.
    """
    printed = {c for c in set(text) if unicodedata.category(c) not in _NEEDS_NO_GLYPH and c not in "\t\n\r"}
    return printed - _characters(fonts_folder)


@lru_cache(maxsize=4)
def _characters(fonts_folder: Path) -> frozenset[str]:
    faces = faces_in(fonts_folder)
    if not faces:
        raise BriefsError(f"{fonts_folder} holds no fonts", FONTS_HINT)
    return frozenset().union(*(face.characters for face in faces))
