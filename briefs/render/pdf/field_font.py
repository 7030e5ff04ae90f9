"""The font of what somebody writes into a PDF: the regular type of the briefs, embedded with all Latin letters.

It is a simple font, since programs that fill in forms can rarely write with any other: it has the characters of
WinAnsiEncoding (ISO 32000-1, annex D). The fonts of the pages have only the characters that are printed there.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefs.files.bounded_reading import read_file
from briefs.render.fonts.quiet_fonttools import quiet_fonttools
from briefs.render.fonts.widths import FAMILIES, families_in, font_file

if TYPE_CHECKING:
    import pikepdf

_FIRST, _LAST = 32, 255
_NONSYMBOLIC = 1 << 5
"""The flag of a font whose characters are Latin letters (table 123)."""


@dataclass(frozen=True, slots=True)
class _Font:
    """A font program and its measures, in thousandths of an em."""

    name: str
    program: bytes
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int
    cap_height: int
    slant: float


def field_font(pdf: pikepdf.Pdf, fonts: Path) -> Any:
    """The font for fields, put into `pdf`, from the folder `fonts`. Raises BriefsError if it cannot be read."""
    from pikepdf import Array, Dictionary, Name

    families = families_in(fonts)
    family = next((name for name in (*FAMILIES, *families) if name in families), FAMILIES[0])
    font = _latin(font_file(family, False, fonts))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{font.name}"),
        Flags=_NONSYMBOLIC,
        FontBBox=Array(list(font.box)),
        ItalicAngle=font.slant,
        Ascent=font.ascent,
        Descent=font.descent,
        CapHeight=font.cap_height,
        StemV=80,
        FontFile2=pdf.make_stream(font.program, Length1=len(font.program)),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{font.name}"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array(list(font.widths)),
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )


@lru_cache(maxsize=2)
def _latin(file: Path) -> _Font:
    """The Latin letters of the font in `file`."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    codes = [_character(code) for code in range(_FIRST, _LAST + 1)]
    target = io.BytesIO()
    with quiet_fonttools(), io.BytesIO(read_file(file)) as stream, TTFont(stream, recalcTimestamp=False) as font:
        options = Options(layout_features=[], hinting=False, notdef_outline=True)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for code in codes if code])
        subsetter.subset(font)
        font.save(target)
        scale = 1000 / font["head"].unitsPerEm
        advances, glyphs = font["hmtx"].metrics, font.getBestCmap()
        widths = (advances[glyphs.get(code, ".notdef")][0] for code in codes)
        sides = (font["head"].xMin, font["head"].yMin, font["head"].xMax, font["head"].yMax)
        ascent, descent = font["hhea"].ascent, font["hhea"].descent
        return _Font(
            name=str(font["name"].getDebugName(6)),
            program=target.getvalue(),
            widths=tuple(round(width * scale) for width in widths),
            box=tuple(round(side * scale) for side in sides),
            ascent=round(ascent * scale),
            descent=round(descent * scale),
            cap_height=round(getattr(font["OS/2"], "sCapHeight", ascent) * scale),
            slant=float(font["post"].italicAngle),
        )


def _character(code: int) -> int:
    """The character that a code stands for; 0 for codes that stand for none."""
    try:
        return ord(bytes([code]).decode("cp1252"))
    except UnicodeDecodeError:
        return 0
