"""Shape single lines exactly as WeasyPrint does, without laying out a page for each.

A line of a page that was laid out is the model: any other text is shaped in its style and written by the same code. It
can take the place of the model if it fits into its width, and is in its one font alone, from left to right, with every
glyph on the line; and if a reader finds its words again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_GLYPHS = re.compile(r"<([0-9a-f]*)>")
_NO_SPACE = re.compile(r">0<|(?<=>)0\Z")
"""What moves nothing."""
_STYLE = (
    *("font_family", "font_size", "font_style", "font_weight", "font_stretch", "font_kerning", "font_feature_settings"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_variation_settings", "font_language_override"),
    *("letter_spacing", "word_spacing", "direction", "overflow_wrap", "text_decoration_line"),
)
"""The properties that shape a line, apart from its language: English has no forms of letters of its own."""
_SLACK = 0.01
"""Pixels that a line must be shorter than its room: Pango measures in 1024ths."""


class LineShaper:
    """Shapes texts as the line in `box`, a text box of WeasyPrint, which has `width` pixels.

    `fonts` are those of a document to be written, and get the glyphs of the characters in `alphabet`; `printed` are
    those of the same document as it was written before: what its glyphs stand for does not change. `written` are the
    glyphs of the model, as they are written; `room` is the greatest width of a line there, in units of Pango.
    """

    def __init__(
        self, box: Any, width: float, fonts: dict[Any, Any], printed: Mapping[Any, Any], alphabet: frozenset[str]
    ) -> None:
        from weasyprint.text.line_break import Layout

        self._style = box.style
        self.room = int((width - _SLACK) * 1024)
        self._pen = _Pen(fonts, printed)
        self._layout = Layout(box.style)
        self._alphabet = alphabet
        self._written: dict[tuple[int, int], str] = {}
        self._letters: Mapping[int, str] | None = None
        if self._drawn(box.text, self.room) is None:
            raise ValueError("the model of a line cannot be written as one")
        self._pen.font = self._pen.used[0]
        self.written = self._pen.shown[0]
        for character in sorted(alphabet):
            self._drawn(character, self.room)  # alone, so that its glyph stands for it and not for a part of something
        self._letters = dict(self._pen.fonts[self._pen.key].to_unicode)

    def is_like(self, other: LineShaper) -> bool:
        """Whether lines of `other` look like lines of this one, apart from their rooms and colours."""
        same = all(self._style[name] == other._style[name] for name in _STYLE)
        same = same and (self._pen.font, self._pen.key) == (other._pen.font, other._pen.key)
        return same and all(self.glyphs(character) == other.glyphs(character) for character in self._alphabet)

    @property
    def alphabet(self) -> frozenset[str]:
        """The characters of lines."""
        return self._alphabet

    def shaped(self, text: str, room: int) -> str | None:
        """The glyphs of `text` and the space between them, as the operand of TJ (ISO 32000-1, 9.4.3).

        None if it is wider than `room`, in units of Pango, or else cannot take the place of the model.
        """
        return self._drawn(text, room) if self._alphabet.issuperset(text) else None

    def glyphs(self, text: str) -> list[tuple[str, int]] | None:
        """The glyphs of `text`, each with the space behind it as it is written, and its advance in units of Pango.

        None if it cannot be a part of a line like the model.
        """
        from weasyprint.text.ffi import FROM_UNITS, ffi, pango

        if not self._alphabet.issuperset(text):
            return None
        self._layout.set_text(text)
        line = pango.pango_layout_get_line_readonly(self._layout.layout, 0)
        run = line.runs
        if run == ffi.NULL or run.next != ffi.NULL or line.length != len(text.encode()):
            return None
        item, string = run.data.item, run.data.glyphs
        font, size = self._pen.add_font(item.analysis.font)
        if self._pen.font != (font.hash, size):
            return None
        found = ffi.unpack(string.glyphs, string.num_glyphs)
        made, letters, known = [], [], self._letters or {}
        for info in found:
            glyph, geometry = info.glyph, info.geometry
            width = geometry.width
            if geometry.x_offset or geometry.y_offset or glyph not in known:
                return None
            if (operand := self._written.get((glyph, width))) is None:
                kerning = int(font.widths[glyph] - width * 1000 * FROM_UNITS / size)
                operand = self._written[glyph, width] = f"{glyph:04x}>{kerning}<" if kerning else f"{glyph:04x}"
            made.append((operand, width))
            letters.append(known[glyph])
        return made if _is_read(letters, text) else None

    def _drawn(self, text: str, room: int) -> str | None:
        from weasyprint.draw.text import draw_first_line
        from weasyprint.matrix import Matrix
        from weasyprint.text.line_break import line_size

        if not text.strip():
            return None
        pen = self._pen
        pen.begin()
        self._layout.set_text(text)
        line, rest = self._layout.get_first_line()
        if rest is not None or line_size(line, self._style)[0] * 1024 > room:
            return None
        emojis = draw_first_line(pen, _Line(text, self._style, self._layout), "clip", "none", Matrix())
        if emojis or pen.is_raised or len(pen.used) != 1 or len(pen.shown) != 1:
            return None
        if pen.font is not None and pen.used[0] != pen.font:
            return None
        shown = _NO_SPACE.sub("", pen.shown[0])
        glyphs = "".join(_GLYPHS.findall(shown))
        letters = pen.fonts[pen.key].to_unicode if self._letters is None else self._letters
        read = (letters.get(int(glyphs[at : at + 4], 16), "") for at in range(0, len(glyphs), 4))
        return shown if _is_read(read, text) else None


def _is_read(letters: Iterable[str], text: str) -> bool:
    """Whether `letters` are those of `text`; no-break spaces have the same glyph as others."""
    read = "".join(letters)
    return read == text or read.replace("\u00a0", " ") == text.replace("\u00a0", " ")


class _Line:
    """What `draw_first_line` asks of a text box."""

    baseline = 0

    def __init__(self, text: str, style: Any, layout: Any) -> None:
        self.text, self.style, self.pango_layout = text, style, layout


class _Pen:
    """What `draw_first_line` asks of a stream: it notes down what would be written."""

    def __init__(self, fonts: dict[Any, Any], printed: Mapping[Any, Any]) -> None:
        from weasyprint.text.ffi import ffi

        self.fonts, self._printed = fonts, printed
        self._others: dict[Any, Any] = {}
        self._pointers: dict[Any, tuple[Any, Any, float]] = {}
        self.font: tuple[str, float] | None = None
        self.key: Any = None
        self.ink_rect, self.logical_rect = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
        self.begin()

    def begin(self) -> None:
        """Forget what was written."""
        self.shown: list[str] = []
        self.used: list[tuple[str, float]] = []
        self.is_raised = False

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        """The font, and its size. One that the model does not have is not put among the fonts of the document."""
        known = self._pointers.get(pango_font)
        if known is None:
            known = self._pointers[pango_font] = self._font(pango_font)
        self.key, font, size = known
        return font, size

    def _font(self, pango_font: Any) -> tuple[Any, Any, float]:
        from weasyprint.pdf.fonts import Font
        from weasyprint.text.fonts import get_pango_font_key

        key, description, size = get_pango_font_key(pango_font)
        font = self.fonts.get(key) or self._others.get(key)
        if font is None:
            font = Font(pango_font, description, size)
            fonts = self.fonts if self.font is None else self._others
            fonts[key] = font
            if (before := self._printed.get(key)) is not None:
                font.to_unicode |= before.to_unicode
                font.widths |= before.widths
        return key, font, size

    def set_text_matrix(self, *values: float) -> None:
        """Ignore where the line stands."""

    def set_font_size(self, font: str, size: float) -> None:
        """Note the name of the font and its size."""
        self.used.append((font, size))

    def set_text_rise(self, rise: float) -> None:
        """Note that a glyph stands above or below the line."""
        self.is_raised = True

    def show_text(self, text: str) -> None:
        """Note the glyphs."""
        self.shown.append(text)
