"""Personal copies of one PDF: laid out once, then only name and number are put in, unless a name needs a new layout."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefs.model.addressing import addressed, copy_line
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.render.fonts.glyphs import missing_glyphs
from briefs.render.layout import Layout
from briefs.render.pdf.copy_template import CopyTemplate, Model, copy_template
from briefs.render.pdf.line_composing import LineComposer
from briefs.render.pdf.line_shaping import LineShaper
from briefs.render.pdf.page_style import footer_copy_line
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf

MODEL = Copy("[[name]]", 0, 0)
"""What the prepared edition says."""
_TRIED = 64
"""How many of the first lines, and of the others, are also shaped whole."""


@dataclass(frozen=True, slots=True)
class PreparedPdf:
    """Copies of a personal `document` in `layout`: by splicing where that gives the same as a layout of their own.

    `template` is what is spliced into, and `lines` are the glyphs of masthead and footer of each copy that can be.
    """

    document: Document
    layout: Layout
    template: CopyTemplate | None
    lines: Mapping[Copy, tuple[bytes, bytes]]

    def is_spliced(self, copy: Copy) -> bool:
        """Whether `copy` needs no layout of its own."""
        return self.template is not None and copy in self.lines

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of `copy`, in pieces to be written after each other. Raises BriefsError."""
        if self.template is None or (lines := self.lines.get(copy)) is None:
            return [self.laid_out(copy)]
        return self.template.pieces(copy, *lines)

    def sha256(self, pieces: Sequence[bytes]) -> str:
        """The SHA-256 of a file in `pieces`, as `pieces` gave them."""
        if self.template is None or len(pieces) == 1:
            return hashlib.sha256(b"".join(pieces)).hexdigest()
        return self.template.sha256(pieces)

    def make(self, copy: Copy) -> bytes:
        """The file of `copy`. Raises BriefsError."""
        return b"".join(self.pieces(copy))

    def laid_out(self, copy: Copy) -> bytes:
        """The file of `copy` by a layout of its own. Raises BriefsError."""
        document = addressed(self.document, copy)
        return write_pdf(lay_out(document, self.layout), document)


def prepare_pdf(document: Document, layout: Layout, copies: Sequence[Copy]) -> PreparedPdf:
    """What makes the `copies` of `document`, which must be personal. Raises what `lay_out` and `write_pdf` raise."""
    model = addressed(document, MODEL)
    laid_out = lay_out(model, layout)
    boxes = tuple(_boxes(laid_out, model, layout))
    if len(boxes) != 2:
        return PreparedPdf(document, layout, None, {})
    write_pdf(laid_out, model)  # only to know which glyph stands for what
    again = laid_out.rendering.copy()
    again._html = laid_out.rendering._html
    shapers = tuple(LineShaper(*box, again.fonts, laid_out.rendering.fonts) for box in boxes)
    lines = dict(_Lines(document, layout, shapers, copies).all())
    finished = write_pdf(replace(laid_out, rendering=again), model)
    masthead, footer = (shaper.written for shaper in shapers)
    longest = max((len(line) for both in lines.values() for line in both), default=0)
    total = max((max(copy.number, copy.total) for copy in copies), default=0)
    made = copy_template(finished, document.properties, Model(MODEL, masthead, footer), longest, total)
    return PreparedPdf(document, layout, made, lines if made else {})


class _Lines:
    """The lines of all copies, shaped by the `shapers` of masthead and footer."""

    def __init__(
        self, document: Document, layout: Layout, shapers: Sequence[LineShaper], copies: Sequence[Copy]
    ) -> None:
        self._document, self._layout, self._letters, self._copies = document, layout, layout.letters, copies
        self._rooms = tuple(shaper.room for shaper in shapers)
        self._masthead, self._footer = map(LineComposer, shapers)
        tried = [*copies[:_TRIED], *copies[_TRIED :: len(copies) // _TRIED + 1]]
        texts = [text for text in map(self._texts, tried) if text is not None]
        for masthead, footer in texts:
            self._masthead.is_right(masthead)
            self._footer.is_right(footer)
        if shapers[0].is_like(shapers[1]) and all(
            self._masthead.shaped(footer, self._rooms[1]) == self._footer.shaped(footer, self._rooms[1])
            for _, footer in texts
        ):
            self._footer = self._masthead  # so that each word is shaped once

    def all(self) -> Iterator[tuple[Copy, tuple[bytes, bytes]]]:
        """Each copy that needs no layout, with the glyphs of masthead and footer."""
        for copy in self._copies:
            texts = self._texts(copy)
            glyphs = None if texts is None else self._glyphs(*texts)
            if glyphs is not None:
                yield copy, glyphs

    def _texts(self, copy: Copy) -> tuple[str, str] | None:
        """The lines of masthead and footer; None if they cannot be printed."""
        document = addressed(self._document, copy)
        line = copy_line(document)
        if missing_glyphs(line, self._layout.fonts):
            return None
        return line, footer_copy_line(document, self._layout.sheet, self._letters)

    def _glyphs(self, masthead: str, footer: str) -> tuple[bytes, bytes] | None:
        above = self._masthead.shaped(masthead, self._rooms[0])
        below = None if above is None else self._footer.shaped(footer, self._rooms[1])
        if above is None or below is None:
            return None
        first = above.encode()
        return first, first if above == below else below.encode()


def _boxes(laid_out: LaidOut, document: Document, layout: Layout) -> Iterator[tuple[Any, float]]:
    """The text boxes of masthead and footer that hold the line, with the width of their rooms.

    Nothing if the style sheet does not print it once in the masthead and once in the footer of each page.
    """
    below = footer_copy_line(document, layout.sheet, layout.letters)
    masthead, footers = [], []
    for page in laid_out.rendering.pages:
        text, *areas = page._page_box.children
        masthead += list(_texts(text, None, copy_line(document)))
        footers += [found for area in areas for found in _texts(area, None, below)]
    if len(masthead) == 1 and len(footers) == laid_out.pages:
        yield masthead[0]
        yield footers[0]


def _texts(box: Any, around: Any, line: str) -> Iterator[tuple[Any, float]]:
    """The text boxes in `box` whose text is `line`, with the width of the nearest block around them."""
    if getattr(box, "text", None) == line:
        yield box, around.width
    elif hasattr(box, "children"):
        inner = around if type(box).__name__ in ("LineBox", "InlineBox") else box
        for child in box.children:
            yield from _texts(getattr(child, "_box", child), inner, line)
