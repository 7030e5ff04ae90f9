"""Small fonts for tests: a few letters of Carlito, changed."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from briefs.render.fonts.faces import read_face
from briefs.render.fonts.subsets import subset
from tests.render.drawn import FONTS


@cache
def _letters(name: str) -> bytes:
    return subset(read_face(FONTS / f"{name}.ttf"), frozenset("abcABC "), "ttf")


def write_font(file: Path, fs_type: int = 0, family: str = "Quay", name: str = "Carlito-Regular") -> Path:
    """Write a font with a few letters of the face `name` into `file`, as one of another family; returns `file`."""
    font = TTFont(io.BytesIO(_letters(name)), recalcTimestamp=False)
    font["OS/2"].fsType = fs_type
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = family
    file.parent.mkdir(parents=True, exist_ok=True)
    font.save(file)
    return file
