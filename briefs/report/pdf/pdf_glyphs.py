"""The characters of a page of a PDF, each with its place, font and size, as pdfium reads them (`fpdf_text.h`)."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Tags: TypeAlias = tuple[str, ...]
Cell: TypeAlias = tuple[int, int, int]
"""The table, row and cell that something is in, by the numbers of their elements on the page."""
_TURNS = {0: (1, 0, 0, 1), 1: (0, -1, 1, 0), 2: (-1, 0, 0, -1), 3: (0, 1, -1, 0)}
"""The matrix of each turn of a page, clockwise, in quarters."""
_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|black|heavy|demi|extrab|semib|(?:^|[-, ])(?:bd|bdi?t?|blk|hv|sb|dm)(?:$|[-,])", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|kursiv|slant|(?:^|[-, ])(?:it|bdit|lightit|mediumit)(?:$|[-,])", re.IGNORECASE)
_TEX_BOLD = re.compile(r"^(?:CM|EC|SF|LM|NimbusRomNo9L)(?:BX|B\d|SSBX|RomanB|-Medi)|^(?:ptmb|phvb)", re.IGNORECASE)
_TEX_ITALIC = re.compile(r"^(?:CM|LM|EC)(?:TI|BXTI|SSI|SL)|^CMMI", re.IGNORECASE)
_HEAVY = 600
"""The weight from which a font without a telling name is bold."""
_ITALIC_FLAG = 1 << 6
"""ISO 32000-1, table 123: bit position 7 of the flags of a font."""
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◻", 0xF06E: "■", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF02D: "–"}
"""What symbol fonts draw at places in the private use area."""
_LINE_END_HYPHENS = frozenset({0x02, 0xFFFE})
"""What pdfium gives for a hyphen at the end of a line."""
_UNKNOWN = "\ufffd"
"""Stands for a character of which the font does not say what it means."""
_MOST_MARKS = 12


@dataclass(frozen=True, slots=True)
class Around:
    """The types of the structure elements around marked content, outermost first; the number on its page of the
    innermost one that is a block of text; and the cell that it is in, if it is in a table."""

    tags: Tags = ()
    element: int = -1
    cell: Cell | None = None


_NOTHING = Around()


@dataclass(frozen=True, slots=True)
class GlyphStyle:
    """Font, size and structure that glyphs of one object on a page share.

    `direction` is how many quarters of a turn, against the clock, the line of writing is turned; None for other angles.
    """

    font: str
    size: float
    is_bold: bool
    is_italic: bool
    direction: int | None = 0
    is_artifact: bool = False
    around: Around = _NOTHING


@dataclass(slots=True)
class Glyph:
    """A character. `x0` and `x1` are the ends of its advance, `y` the height of its baseline: points from the left and
    the bottom edge of what the page shows. `follows_space`: the file has a space before it; `follows_gap`: pdfium takes
    the gap before it for one. `order` is that in the file."""

    text: str
    x0: float
    x1: float
    y: float
    style: GlyphStyle
    order: int
    follows_space: bool = False
    follows_gap: bool = False


@dataclass(slots=True)
class PageGlyphs:
    """The characters that a page shows; its size in points; how many have no known meaning (`unmapped`)."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    unmapped: int = 0


def font_traits(name: str, weight: int, flags: int) -> tuple[str, bool, bool]:
    """The name of a font without the tag of its subset, and whether it is bold and italic: by its name if that tells,
    else by its weight and flags (ISO 32000-1, 9.8)."""
    bare = _SUBSET.sub("", name)
    is_bold = bool(_BOLD.search(bare) or _TEX_BOLD.search(bare)) or weight >= _HEAVY
    return bare, is_bold, bool(_ITALIC.search(bare) or _TEX_ITALIC.search(bare)) or bool(flags & _ITALIC_FLAG)


def meant_text(code: int) -> str:
    """The text of a character: ligatures of letters as letters, bullets of symbol fonts as bullets, no controls."""
    if code in _LINE_END_HYPHENS:
        return "-"
    if code in _BULLETS:
        return _BULLETS[code]
    if code < 0x20 or 0xD800 <= code < 0xE000 or code > 0x10FFFF or code in (0xFFFF, 0x200B, 0xFEFF):
        return ""
    text = chr(code)
    if 0xFB00 <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFC:
        return unicodedata.normalize("NFKC", text)
    return text


class GlyphReader:
    """Reads the glyphs of the pages of one file, whose fonts are looked at once."""

    def __init__(self, raw: Any) -> None:
        """Begin with `pypdfium2.raw`."""
        self._raw = raw
        self._fonts: dict[tuple[str, int, int], tuple[str, bool, bool]] = {}

    def read(self, page: Any, text_page: Any, tags: Mapping[int, Around]) -> PageGlyphs:
        """The glyphs of a page, in the file's order, turned as the page is shown. `tags` says what is
        around each marked content, by its number."""
        raw = self._raw
        turn = raw.FPDFPage_GetRotation(page) % 4
        left, bottom, right, top = self.shown(page)
        a, b, c, d = _TURNS[turn]
        corners = [(a * x + c * y, b * x + d * y) for x in (left, right) for y in (bottom, top)]
        dx, dy = min(x for x, _ in corners), min(y for _, y in corners)
        width, height = max(x for x, _ in corners) - dx, max(y for _, y in corners) - dy
        found = PageGlyphs(width, height)
        for glyph, is_unmapped in self._glyphs(text_page, turn, tags):
            x0, y0 = a * glyph.x0 + c * glyph.y - dx, b * glyph.x0 + d * glyph.y - dy
            glyph.x1, glyph.x0, glyph.y = x0 + (glyph.x1 - glyph.x0), x0, y0
            found.unmapped += is_unmapped
            if -glyph.style.size < x0 < width + glyph.style.size and -glyph.style.size < y0 < height + glyph.style.size:
                found.glyphs.append(glyph)
        return found

    def shown(self, page: Any) -> tuple[float, float, float, float]:
        """The box of the page that is shown: the crop box, within the media box (ISO 32000-1, 14.11.2)."""
        sides = [ctypes.c_float() for _ in range(4)]
        for read in (self._raw.FPDFPage_GetCropBox, self._raw.FPDFPage_GetMediaBox):
            if read(page, *map(ctypes.byref, sides)):
                left, bottom, right, top = (side.value for side in sides)
                if right > left and top > bottom:
                    return left, bottom, right, top
        return 0.0, 0.0, self._raw.FPDF_GetPageWidthF(page), self._raw.FPDF_GetPageHeightF(page)

    def _glyphs(self, text_page: Any, turn: int, tags: Mapping[int, Around]) -> Iterator[tuple[Glyph, bool]]:
        raw = self._raw
        get_unicode, get_origin, get_box = (
            raw.FPDFText_GetUnicode,
            raw.FPDFText_GetCharOrigin,
            raw.FPDFText_GetLooseCharBox,
        )
        get_object, is_generated = raw.FPDFText_GetTextObject, raw.FPDFText_IsGenerated
        has_no_meaning = raw.FPDFText_HasUnicodeMapError
        x, y, box = ctypes.c_double(), ctypes.c_double(), raw.FS_RECTF()
        x_at, y_at, box_at = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
        styles: dict[int, GlyphStyle] = {}
        follows_space, follows_gap, high = False, False, 0
        for index in range(raw.FPDFText_CountChars(text_page)):
            code = get_unicode(text_page, index)
            if code in (0x20, 0xA0, 0x09, 0x3000) or 0x2000 <= code <= 0x200A:
                if is_generated(text_page, index):
                    follows_gap = True
                else:
                    follows_space = True
                continue
            if 0xD800 <= code < 0xDC00:
                high = code
                continue
            if 0xDC00 <= code < 0xE000 and high:
                code, high = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00, 0
            is_unknown = has_no_meaning(text_page, index) == 1
            text = _UNKNOWN if is_unknown and code < 0x20 else meant_text(code)
            if not text:
                if code or is_generated(text_page, index):
                    continue
                text, is_unknown = _UNKNOWN, True
            if text.isspace():  # a narrow no-break space
                follows_space = True
                continue
            held = get_object(text_page, index)
            address = ctypes.c_void_p.from_buffer(held).value or 0
            if not address and is_generated(text_page, index):
                continue
            style = styles.get(address)
            if style is None:
                style = styles[address] = self._style(text_page, index, held if address else None, turn, tags)
            get_origin(text_page, index, x_at, y_at)
            get_box(text_page, index, box_at)
            along = self._advance(box, style.direction, turn)
            yield (
                Glyph(text, x.value, x.value + along, y.value, style, index, follows_space, follows_gap),
                is_unknown,
            )
            follows_space = follows_gap = False

    @staticmethod
    def _advance(box: Any, direction: int | None, turn: int) -> float:
        """How wide the character is along its line, in points."""
        is_upright = direction is not None and (direction + turn) % 2 == 0
        wide, high = abs(box.right - box.left), abs(box.top - box.bottom)
        return float(wide if is_upright or direction is None else high)

    def _style(self, text_page: Any, index: int, held: Any, turn: int, tags: Mapping[int, Around]) -> GlyphStyle:
        raw = self._raw
        matrix = raw.FS_MATRIX()
        size = raw.FPDFText_GetFontSize(text_page, index) or 1.0
        direction: int | None = 0
        if raw.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d) or 1.0
            angle = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * turn
            nearest = round(angle / 90)
            direction = nearest % 4 if abs(angle - 90 * nearest) < 3 else None
        name, is_bold, is_italic = self._font(text_page, index)
        number, is_artifact = -1, False
        if held is not None:
            number = raw.FPDFPageObj_GetMarkedContentID(held)
            is_artifact = number < 0 and self._is_artifact(held)
        around = tags.get(number, _NOTHING)
        return GlyphStyle(name, round(size, 2), is_bold, is_italic, direction, is_artifact, around)

    def _font(self, text_page: Any, index: int) -> tuple[str, bool, bool]:
        raw = self._raw
        buffer, flags = ctypes.create_string_buffer(160), ctypes.c_int()
        length = raw.FPDFText_GetFontInfo(text_page, index, buffer, 160, ctypes.byref(flags))
        name = buffer.value.decode("utf-8", "replace") if 0 < length <= 160 else ""
        key = (name, raw.FPDFText_GetFontWeight(text_page, index), flags.value)
        if key not in self._fonts:
            self._fonts[key] = font_traits(*key)
        return self._fonts[key]

    def _is_artifact(self, held: Any) -> bool:
        """Whether marked content around an object says that it is no content (ISO 32000-1, 14.8.2.2)."""
        raw = self._raw
        buffer, length = ctypes.create_string_buffer(64), ctypes.c_ulong()
        for index in range(min(raw.FPDFPageObj_CountMarks(held), _MOST_MARKS)):
            mark = raw.FPDFPageObj_GetMark(held, index)
            wide = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
            if raw.FPDFPageObjMark_GetName(mark, wide, 64, ctypes.byref(length)):
                name = buffer.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace")
                if name == "Artifact":
                    return True
        return False
