"""Personal copies of one PDF: laid out once, then only name and number are put in, unless a name needs a new layout."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from briefs.model.addressing import addressed, copy_line
from briefs.model.copy import Copy
from briefs.model.document import Document
from briefs.render.fonts.glyphs import missing_glyphs
from briefs.render.layout import Layout
from briefs.render.pdf.copy_template import CopyTemplate, Model, copy_template
from briefs.render.pdf.line_shaping import LineShaper
from briefs.render.pdf.page_style import footer_copy_line
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf

MODEL = Copy("[[name]]", 0, 0)
"""What the prepared edition says; its line is shorter than any that takes its place, or may be."""


class PreparedPdf:
    """Copies of `document` in `layout`, by splicing where that gives the same as a layout of their own."""

    def __init__(
        self, document: Document, layout: Layout, template: CopyTemplate | None, lines: dict[Copy, tuple[bytes, bytes]]
    ) -> None:
        self._document, self._layout, self._template, self._lines = document, layout, template, lines

    def is_spliced(self, copy: Copy) -> bool:
        """Whether `copy` needs no layout of its own."""
        return self._template is not None and copy in self._lines

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of `copy`, in pieces to be written after each other. Raises BriefsError."""
        if self._template is None or (lines := self._lines.get(copy)) is None:
            return [self.laid_out(copy)]
        return self._template.pieces(copy, *lines)

    def sha256(self, pieces: list[bytes]) -> str:
        """The SHA-256 of a file in `pieces`, as `pieces` gave them."""
        import hashlib

        if self._template is None or len(pieces) == 1:
            return hashlib.sha256(b"".join(pieces)).hexdigest()
        return self._template.sha256(pieces)

    def make(self, copy: Copy) -> bytes:
        """The file of `copy`. Raises BriefsError."""
        return b"".join(self.pieces(copy))

    def laid_out(self, copy: Copy) -> bytes:
        """The file of `copy` by a layout of its own."""
        document = addressed(self._document, copy)
        return write_pdf(lay_out(document, self._layout), document)


def prepare_pdf(document: Document, layout: Layout, copies: Iterable[Copy]) -> PreparedPdf:
    """What makes the `copies` of `document`, which must be personal. Raises what `lay_out` and `write_pdf` raise."""
    model = addressed(document, MODEL)
    laid_out = lay_out(model, layout)
    boxes = _boxes(laid_out, model, layout)
    if boxes is None:
        return PreparedPdf(document, layout, None, {})
    write_pdf(laid_out, model)  # only to know which glyph stands for what
    again = laid_out.rendering.copy()
    again._html = laid_out.rendering._html
    shapers = tuple(LineShaper(*box, again.fonts, laid_out.rendering.fonts) for box in boxes)
    lines: dict[Copy, tuple[bytes, bytes]] = {}
    longest = total = 0
    for copy in copies:
        shaped = _shaped(addressed(document, copy), layout, shapers)
        if shaped is not None:
            lines[copy] = shaped
            longest = max(longest, *map(len, shaped))
            total = max(total, copy.number, copy.total)
    masthead, footer = (shaper.written for shaper in shapers)
    finished = write_pdf(replace(laid_out, rendering=again), model)
    made = copy_template(finished, document.properties, Model(MODEL, masthead, footer), longest, total)
    return PreparedPdf(document, layout, made, lines if made else {})


def _shaped(document: Document, layout: Layout, shapers: tuple[LineShaper, LineShaper]) -> tuple[bytes, bytes] | None:
    """The glyphs of the lines in masthead and footer; None if one of them needs a layout."""
    line = copy_line(document)
    if missing_glyphs(line, layout.fonts):
        return None
    masthead = shapers[0].shaped(line)
    footer = None if masthead is None else shapers[1].shaped(footer_copy_line(document, layout))
    if masthead is None or footer is None:
        return None
    first = masthead.encode()
    return first, first if footer == masthead else footer.encode()


def _boxes(laid_out: LaidOut, document: Document, layout: Layout) -> tuple[tuple[Any, float], tuple[Any, float]] | None:
    """The text boxes of masthead and footer that hold the line, with the width of their rooms; None if one has none."""
    masthead, footers = [], []
    for page in laid_out.rendering.pages:
        text, *areas = page._page_box.children
        masthead += [found for found in _texts(text, None, copy_line(document))]
        for area in areas:
            footers += list(_texts(area, None, footer_copy_line(document, layout)))
    if len(masthead) != 1 or len(footers) != laid_out.pages:
        return None
    return masthead[0], footers[0]


def _texts(box: Any, around: Any, line: str) -> Iterable[tuple[Any, float]]:
    """The text boxes in `box` whose text is `line`, with the width of the nearest block around them."""
    if getattr(box, "text", None) == line:
        yield box, around.width
    elif hasattr(box, "children"):
        inner = around if type(box).__name__ in ("LineBox", "InlineBox") else box
        for child in box.children:
            yield from _texts(getattr(child, "_box", child), inner, line)
