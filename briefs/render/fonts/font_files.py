"""Opening font files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.model.diagnostics import BriefsError
from briefs.model.regular_file import open_file

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

FONTS_HINT = "restore the fonts in templates/layout/fonts"
"""What to do about fonts that are missing or broken."""


@contextmanager
def open_font(file: Path) -> Iterator[TTFont]:
    """The font in `file`; its tables are read when needed. Raises BriefsError if it cannot be read."""
    from fontTools.ttLib import TTFont

    try:
        with BufferedReader(open_file(file)) as stream, TTFont(stream, lazy=True) as font:
            yield font
    except Exception as error:  # a broken font can make fontTools fail in any way
        raise BriefsError(f"{file} cannot be read as a font", FONTS_HINT) from error
