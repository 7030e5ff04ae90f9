"""The faces in a folder of fonts: family, weight, slope, characters, and whether a file may carry them.

What a face says of itself is in its `FaceRecord`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from briefs.files.listing import files_in
from briefs.model.same_object import Same
from briefs.render.fonts.face_records import FaceRecord, face_record

_USAGE, _EDITABLE, _WHOLE_ONLY, _BITMAPS_ONLY = 0x000F, 0x0008, 0x0100, 0x0200
"""Bits of `fsType` (OpenType, OS/2)."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: a family in one weight and slope, with the characters that it has.

    `fs_type` is what its maker allows (OpenType, OS/2).
    """

    file: Path
    family: str
    is_bold: bool
    is_italic: bool
    fs_type: int
    characters: frozenset[str] = field(repr=False)

    @property
    def name(self) -> str:
        """Its name in messages, as in Carlito Bold Italic."""
        return " ".join((self.family, *self.weight_and_slope))

    @property
    def weight_and_slope(self) -> tuple[str, ...]:
        """Bold, Italic, both in this order, or else Regular."""
        words = [word for word, is_so in (("Bold", self.is_bold), ("Italic", self.is_italic)) if is_so]
        return tuple(words) or ("Regular",)

    @property
    def may_be_embedded(self) -> bool:
        """Whether a part of it may be put into a file that others change: its maker forbids nothing that this takes.

        If several usages are set, the one that allows most counts.
        """
        usage = self.fs_type & _USAGE
        return (not usage or bool(usage & _EDITABLE)) and not self.fs_type & (_WHOLE_ONLY | _BITMAPS_ONLY)


@lru_cache(maxsize=4)
def faces_in(fonts: Path) -> tuple[Face, ...]:
    """The faces in the folder `fonts`, by the names of their files. Raises BriefsError for one that cannot be read."""
    return tuple(read_face(file) for file in files_in(fonts, ".ttf"))


def read_face(file: Path) -> Face:
    """What the font in `file` says of itself. Raises BriefsError if it cannot be read, or if its end is missing."""
    return _face(file.resolve(), Same(face_record(file)))


@lru_cache(maxsize=32)
def _face(file: Path, of_file: Same[FaceRecord]) -> Face:
    record = of_file.value
    characters = frozenset(record.characters)
    return Face(file, record.family, record.is_bold, record.is_italic, record.fs_type, characters)


def faces_of(family: str, fonts: Path) -> dict[tuple[bool, bool], Face]:
    """The faces of a family in the folder `fonts`, by whether they are bold and italic; the first of each counts."""
    found: dict[tuple[bool, bool], Face] = {}
    for face in faces_in(fonts):
        if face.family.lower() == family.lower():
            found.setdefault((face.is_bold, face.is_italic), face)
    return found


def families_named(css: str, fonts: Path) -> tuple[str, ...]:
    """The families in the folder `fonts` that the style sheet `css` names, in the order in which it first does."""
    rules = _COMMENT.sub("", css).lower()
    places = {family: _first(family.lower(), rules) for family in dict.fromkeys(f.family for f in faces_in(fonts))}
    return tuple(sorted((family for family, place in places.items() if place >= 0), key=lambda name: places[name]))


def _first(family: str, css: str) -> int:
    found = re.search(rf"(?<![\w-]){re.escape(family)}(?![\w-])", css)
    return found.start() if found else -1


def shared_out(text: Iterable[str], families: Iterable[str], fonts: Path) -> Mapping[str, frozenset[str]]:
    """The characters of `text` by the family that prints them: the first of `families` that has them in regular type.

    A character that no family has is left out, and so is a family without a character.
    """
    left = set(text)
    found: dict[str, frozenset[str]] = {}
    for family in families:
        regular = faces_of(family, fonts).get((False, False))
        if regular is not None and (printed := left & regular.characters):
            found[family] = frozenset(printed)
            left -= printed
    return found
