"""Shape single lines exactly as WeasyPrint does, without laying out a page for each.

A line of a page that was laid out is the model: any other text is shaped in its style and written by the same code. It
can take the place of the model if it fits into its width, and is in its one font alone, from left to right, with every
glyph on the line; and if a reader finds its words again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI", "PDF", "PDI"})
"""Bidirectional classes (UAX 9) of characters that do not simply stand one after the other, from left to right."""
_GLYPHS = re.compile(r"<([0-9a-f]*)>")
_SLACK = 0.01
"""Pixels that a line must be shorter than its room: Pango measures in 1024ths."""


class LineShaper:
    """Shapes texts as the line in `box`, a text box of WeasyPrint, which has `width` pixels.

    `fonts` are those of a document to be written, and get the glyphs that are used; `printed` are those of the same
    document as it was written before: what its glyphs stand for does not change. `written` are the glyphs of the model,
    as they are written.
    """

    def __init__(self, box: Any, width: float, fonts: dict[Any, Any], printed: Mapping[Any, Any]) -> None:
        from weasyprint.text.line_break import Layout  # type: ignore[import-untyped]  # ships no types

        self._style, self._width = box.style, width
        self._pen = _Pen(fonts, printed)
        self._layout = Layout(box.style)
        self._known: set[str] = set()
        if self._drawn(box.text) is None:
            raise ValueError("the model of a line cannot be written as one")
        self._pen.font = self._pen.used[0]
        self.written = self._pen.shown[0]

    def shaped(self, text: str) -> str | None:
        """The glyphs of `text` and the space between them, as the operand of TJ (ISO 32000-1, 9.4.3).

        None if it cannot take the place of the model.
        """
        characters = set(text)
        if not characters <= self._known:
            if any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in characters):
                return None
            for character in sorted(characters - self._known):
                self._drawn(character)  # alone, so that its glyph stands for it and not for a part of something
            self._known |= characters
        return self._drawn(text)

    def _drawn(self, text: str) -> str | None:
        from weasyprint.draw.text import draw_first_line  # type: ignore[import-untyped]  # ships no types
        from weasyprint.matrix import Matrix  # type: ignore[import-untyped]  # ships no types
        from weasyprint.text.line_break import line_size

        if not text.strip():
            return None
        pen = self._pen
        pen.begin()
        self._layout.set_text(text)
        line, rest = self._layout.get_first_line()
        if rest is not None or line_size(line, self._style)[0] > self._width - _SLACK:
            return None
        emojis = draw_first_line(pen, _Line(text, self._style, self._layout), "clip", "none", Matrix())
        if emojis or pen.is_raised or len(pen.used) != 1 or len(pen.shown) != 1:
            return None
        if pen.font is not None and pen.used[0] != pen.font:
            return None
        shown = pen.shown[0].replace(">0<", "")
        letters = pen.fonts[pen.key].to_unicode
        glyphs = "".join(_GLYPHS.findall(shown))
        try:
            read = "".join(letters[int(glyphs[at : at + 4], 16)] for at in range(0, len(glyphs), 4))
        except KeyError:
            return None
        return shown if read == text or _plain(read) == _plain(text) else None


def _plain(text: str) -> str:
    """`text` with plain spaces for no-break ones, which have the same glyph."""
    return text.replace("\u00a0", " ")


class _Line:
    """What `draw_first_line` asks of a text box."""

    baseline = 0

    def __init__(self, text: str, style: Any, layout: Any) -> None:
        self.text, self.style, self.pango_layout = text, style, layout


class _Pen:
    """What `draw_first_line` asks of a stream: it notes down what would be written."""

    def __init__(self, fonts: dict[Any, Any], printed: Mapping[Any, Any]) -> None:
        from weasyprint.text.ffi import ffi  # type: ignore[import-untyped]  # ships no types

        self.fonts, self._others, self._printed = fonts, {}, printed  # type: dict[Any, Any], dict[Any, Any], Any
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
        from weasyprint.pdf.fonts import Font  # type: ignore[import-untyped]  # ships no types
        from weasyprint.text.fonts import get_pango_font_key  # type: ignore[import-untyped]  # ships no types

        self.key, description, size = get_pango_font_key(pango_font)
        found = self.fonts.get(self.key) or self._others.get(self.key)
        if found is None:
            found = Font(pango_font, description, size)
            if self.font is None:
                self.fonts[self.key] = found
            else:
                self._others[self.key] = found
            if (before := self._printed.get(self.key)) is not None:
                found.to_unicode |= before.to_unicode
                found.widths |= before.widths
        return found, size

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
