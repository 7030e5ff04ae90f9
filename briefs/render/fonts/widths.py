"""The width of a text in the bundled fonts: the sum of its glyphs' advances (OpenType, hmtx), without kerning."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.face_records import face_record
from briefs.render.fonts.faces import faces_in, faces_of
from briefs.render.fonts.font_files import FONTS_HINT, not_readable

TextMeasure: TypeAlias = Callable[[str, bool], float]
"""Returns the width of a text in ems: takes the text, and whether it is bold. Widths of texts add up."""

FAMILIES = ("Carlito", "DejaVu Sans")
"""The families that come with the program, in the order in which a character is looked up."""


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
    families = dict.fromkeys(face.family for face in faces_in(fonts))
    return tuple(
        sorted(family for family in families if {(False, False), (True, False)} <= set(faces_of(family, fonts)))
    )


def font_file(family: str, bold: bool, fonts: Path) -> Path:
    """The file in the folder `fonts` with the upright type of `family`, bold or not. Raises BriefsError without one."""
    face = faces_of(family, fonts).get((bold, False))
    if face is None:
        raise BriefsError(f"{fonts} has no {family}", FONTS_HINT)
    return face.file


def _advances(family: str, bold: bool, fonts: Path) -> Mapping[int, float]:
    return _advances_in(font_file(family, bold, fonts))


@lru_cache(maxsize=8)
def _advances_in(file: Path) -> Mapping[int, float]:
    record = face_record(file)
    if record.advances is None or not record.em:
        raise not_readable(file)
    return {ord(one): advance / record.em for one, advance in zip(record.characters, record.advances, strict=True)}
