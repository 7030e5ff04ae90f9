"""What a font file says of itself, kept in the user's cache: it takes a tenth of a second to find out for all faces.

What is kept is known by the bytes of the file, and counts for the same program and libraries only; what the fonts of
the program say comes with it. It is from the tables `OS/2`, `name`, `cmap`, `head` and `hmtx` (OpenType 1.9). Of a font
that cannot be read, nothing is kept.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.files.bounded_reading import read_file
from briefs.files.kept_objects import packed, unpacked
from briefs.files.program_state import program_state
from briefs.files.user_cache import cached, keep
from briefs.render.fonts.font_files import not_readable, open_font
from briefs.render.fonts.font_tables import check_tables
from briefs.render.fonts.prepared_fonts import prepared

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_FOLDER, _MOST = "faces", 64
_ITALIC, _BOLD = 1, 1 << 5
"""Bits of `fsSelection` (OpenType, OS/2)."""


@dataclass(frozen=True, slots=True)
class FaceRecord:
    """What one font file says of itself.

    `fs_type` is what its maker allows (OpenType, OS/2). `characters` are all that it has, and `advances` their widths
    in the same order, in units of which `em` make one em; None if the table of widths cannot be read.
    """

    family: str
    is_bold: bool
    is_italic: bool
    fs_type: int
    em: int
    characters: str = field(repr=False)
    advances: tuple[int, ...] | None = field(repr=False)


def face_record(file: Path) -> FaceRecord:
    """What the font in `file` says of itself. Raises BriefsError if it cannot be read, or if its end is missing."""
    try:
        state = file.stat()
        return _record(file.resolve(), state.st_size, state.st_mtime_ns)
    except OSError as error:
        raise not_readable(file) from error


@lru_cache(maxsize=32)
def _record(file: Path, size: int, changed: int) -> FaceRecord:
    """As `face_record`; a file that has changed since, as its size and time show, is read again. Raises OSError too."""
    content = read_file(file)
    digest = sha256(content).digest()
    known = _known(prepared(prepared_name(digest)))
    if known is not None:
        return known
    key = sha256(f"{program_state()}\0{len(content)}\0".encode() + digest).hexdigest()
    known = _known(cached(_FOLDER, key))
    if known is None:
        known = read_record(file, content)
        if (kept := packed(known)) is not None:
            keep(_FOLDER, key, kept, _MOST)
    return known


def prepared_name(digest: bytes) -> str:
    """The name of what comes with the program of a font whose file has this SHA-256."""
    return f"{digest.hex()}.face"


def _known(content: bytes | None) -> FaceRecord | None:
    """The record that was kept; None if there is none."""
    if content is None:
        return None
    try:
        found = unpacked(content)
    except ValueError:
        return None
    return found if isinstance(found, FaceRecord) else None


def read_record(file: Path, content: bytes) -> FaceRecord:
    """What the font in `file`, which has this content, says of itself. Raises BriefsError if it cannot be read."""
    with open_font(file, content) as font:
        ends = [table.offset + table.length for table in font.reader.tables.values()]
        if max(ends, default=0) > len(content):
            raise ValueError("a table ends after the file")
        check_tables(font)
        about, glyphs = font["OS/2"], font.getBestCmap()
        return FaceRecord(
            family=str(font["name"].getDebugName(1)),
            is_bold=bool(about.fsSelection & _BOLD),
            is_italic=bool(about.fsSelection & _ITALIC),
            fs_type=about.fsType,
            em=int.from_bytes(font.reader["head"][18:20], "big"),  # unitsPerEm; fontTools would log of its date
            characters="".join(map(chr, glyphs)),
            advances=_advances(font, list(glyphs.values())),
        )


def _advances(font: TTFont, glyphs: list[str]) -> tuple[int, ...] | None:
    with suppress(Exception):  # a broken font can make fontTools fail in any way
        widths = font["hmtx"].metrics
        return tuple(widths[glyph][0] for glyph in glyphs)
    return None
