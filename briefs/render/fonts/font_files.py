"""Opening font files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.files.listing import entries_in
from briefs.model.diagnostics import BriefsError
from briefs.model.regular_file import open_file
from briefs.render.fonts.quiet_fonttools import quiet_fonttools

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FONTS_HINT = "restore the fonts in templates/layout/fonts"
"""What to do about fonts that are missing or broken."""

_KINDS = (b"\0\1\0\0", b"OTTO", b"true")
"""How fonts begin that are not compressed (ISO/IEC 14496-22, 4.4)."""
_PACKED = (b"\x1f\x8b", b"\x1f\x9d", b"BZh")
"""How files begin that gzip, compress and bzip2 made: libraries that look for fonts unpack them (CWE-409)."""


@contextmanager
def open_font(file: Path, content: bytes | None = None) -> Iterator[TTFont]:
    """The font in `file`, or in its `content` if that was read already; its tables are read when needed.

    Raises BriefsError if it cannot be read, or is compressed (as WOFF is), since nobody knows then how large it
    becomes.
    """
    from fontTools.ttLib import TTFont

    try:
        with BufferedReader(open_file(file) if content is None else BytesIO(content)) as stream:
            if not is_unpacked(stream.peek(4)):
                raise ValueError("no font that is not compressed")
            with quiet_fonttools(), TTFont(stream, lazy=True) as font:
                yield font
    except Exception as error:  # a broken font can make fontTools fail in any way
        raise not_readable(file) from error


def not_readable(file: Path) -> BriefsError:
    """What to raise for a file that cannot be read as a font."""
    return BriefsError(f"{file} cannot be read as a font", FONTS_HINT)


def is_unpacked(content: bytes) -> bool:
    """Whether `content` begins as a font does that is not compressed."""
    return content.startswith(_KINDS)


def packed_files(fonts: Path) -> list[Path]:
    """The files in the folder `fonts`, and in folders in it, that are compressed as a whole."""
    found: list[Path] = []
    waiting = [fonts]
    while waiting:
        for path in entries_in(waiting.pop()):
            if path.is_dir() and not path.is_symlink():
                waiting.append(path)
            elif path.is_file() and _begins(path).startswith(_PACKED):
                found.append(path)
    return found


def _begins(file: Path) -> bytes:
    """The first bytes of a file; none if it cannot be read, which whoever reads it says."""
    try:
        with open_file(file) as stream:
            return stream.read(4)
    except OSError:
        return b""
