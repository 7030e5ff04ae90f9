"""Personal copies of one PDF: laid out once, then only name and number are put in, unless a name needs a new layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from briefs.model.addressing import addressed, copy_line, joined_lines, line_for, lines_for
from briefs.model.copy import Copy
from briefs.model.diagnostics import BriefsError
from briefs.model.document import Document
from briefs.render.fonts.glyphs import missing_glyphs
from briefs.render.fonts.widths import TextMeasure
from briefs.render.layout import Layout
from briefs.render.page_geometry import footer_copy_line, masthead_width, small_type
from briefs.render.pdf.copy_alphabets import Alphabets, alphabets_of, characters_of
from briefs.render.pdf.copy_template import CopyTemplate, Model, copy_template
from briefs.render.pdf.line_composing import LineComposer
from briefs.render.pdf.line_shaping import LineShaper
from briefs.render.pdf.pages import LaidOut, lay_out, write_pdf

MODEL = Copy("[[name]]", 0, 0)
"""What the prepared edition says."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file that lines of some alphabets are put into; what shapes them, in masthead and footer, and their rooms."""

    template: CopyTemplate
    masthead: LineComposer
    footer: LineComposer
    rooms: tuple[int, int]

    def shaped(self, masthead: str, footer: str) -> tuple[str, str] | None:
        """The glyphs of both lines; None if one of them must be laid out."""
        if masthead == footer and self.masthead is self.footer:
            both = self.masthead.shaped(masthead, min(self.rooms))
            if both is not None:
                return both, both
        above = self.masthead.shaped(masthead, self.rooms[0])
        below = None if above is None else self.footer.shaped(footer, self.rooms[1])
        return None if above is None or below is None else (above, below)


class PdfCopies:
    """Makes copies of `document`, an edition with personal copies, in `layout`.

    A copy that is put together shows and says the same as one that is laid out: text, structure, and every pixel. What
    could not be the same is laid out: a name that is too long for its line, or needs other fonts or directions.
    """

    def __init__(self, document: Document, layout: Layout) -> None:
        self._document, self._layout = document, layout
        self._language = document.properties.language
        self._letters = _remembered(layout.letters)
        self._laid_out: LaidOut | None = None
        self._prepared: dict[Alphabets, _Prepared | None] = {}

    def prepare(self, copies: Iterable[Copy]) -> None:
        """Prepare what `copies` are put together from: processes begun later then share it."""
        for alphabets in {alphabets_of(line_for(copy, self._language)) for copy in copies}:
            if alphabets is not None:
                self._of(alphabets)

    def is_put_together(self, copy: Copy) -> bool:
        """Whether the file of `copy` is put together, and not laid out anew."""
        return self._glyphs(copy) is not None

    def pieces(self, copy: Copy) -> list[bytes]:
        """The file of `copy` in pieces that together are its bytes; always the same for the same copy.

        Raises BriefsError, also if no font has a character of the name, and what `lay_out` raises.
        """
        found = self._glyphs(copy)
        if found is None:
            return [self.written(copy)]
        prepared, masthead, footer = found
        return prepared.template.pieces(copy, masthead, footer)

    def make(self, copy: Copy) -> bytes:
        """The file of `copy`; see `pieces`."""
        return b"".join(self.pieces(copy))

    def written(self, copy: Copy) -> bytes:
        """The file of `copy`, laid out anew."""
        if missing := unprintable(copy.recipient, self._layout):
            raise BriefsError(f"none of the fonts has {missing}", "add a font that has it to templates/layout/fonts")
        document = addressed(self._document, copy)
        return write_pdf(lay_out(document, self._layout), document)

    def overlong(self, copies: Iterable[Copy]) -> list[tuple[Copy, int, int]]:
        """Those of `copies` that would have more pages than the edition, with both numbers.

        The longer a name, the more lines it takes; so the longest are laid out, until one of them fits.
        """
        room = masthead_width(self._layout.sheet) / small_type(self._layout.sheet)
        widths = {copy: self._letters(line_for(copy, self._language), False) for copy in copies}
        found = []
        for copy in sorted((one for one in widths if widths[one] > room), key=lambda one: -widths[one]):
            pages, allowed = lay_out(addressed(self._document, copy), self._layout).pages, self._model().pages
            if pages <= allowed:
                break
            found.append((copy, pages, allowed))
        return found

    def _glyphs(self, copy: Copy) -> tuple[_Prepared, bytes, bytes] | None:
        """What a file is put together from, and the glyphs of its lines; None if it must be laid out."""
        lines = lines_for(copy, self._language)
        line = joined_lines(lines)
        alphabets = alphabets_of(line)
        if alphabets is None or (prepared := self._of(alphabets)) is None:
            return None
        footer = footer_copy_line(lines, self._layout.sheet, self._letters)
        glyphs = prepared.shaped(line, footer)
        if glyphs is None or not prepared.template.holds(copy, *glyphs):
            return None
        above, below = glyphs
        return prepared, above.encode(), below.encode()

    def _of(self, alphabets: Alphabets) -> _Prepared | None:
        if alphabets not in self._prepared:
            self._prepared[alphabets] = self._prepare(alphabets)
        return self._prepared[alphabets]

    def _prepare(self, alphabets: Alphabets) -> _Prepared | None:
        """None if the style sheet does not print the line where it can be replaced."""
        model, laid_out = addressed(self._document, MODEL), self._model()
        boxes = tuple(self._boxes(laid_out, model))
        if len(boxes) != 2:
            return None
        again = laid_out.rendering.copy()
        again._html = laid_out.rendering._html
        alphabet = characters_of(alphabets)
        masthead, footer = (LineShaper(*box, again.fonts, laid_out.rendering.fonts, alphabet) for box in boxes)
        above = LineComposer(masthead)
        below = above if masthead.is_like(footer) else LineComposer(footer)
        finished = write_pdf(replace(laid_out, rendering=again), model)
        lines = Model(MODEL, masthead.written, footer.written)
        template = copy_template(finished, self._document.properties, lines)
        return None if template is None else _Prepared(template, above, below, (masthead.room, footer.room))

    def _model(self) -> LaidOut:
        if self._laid_out is None:
            model = addressed(self._document, MODEL)
            self._laid_out = lay_out(model, self._layout)
            write_pdf(self._laid_out, model)  # only to know which glyph stands for what
        return self._laid_out

    def _boxes(self, laid_out: LaidOut, model: Document) -> Iterator[tuple[Any, float]]:
        """The text boxes of masthead and footer that hold the line, with the width of their rooms.

        Nothing if the style sheet does not print it once in the masthead and once in the footer of each page.
        """
        line = copy_line(model)
        masthead, footers = [], []
        for page in laid_out.rendering.pages:
            text, *areas = page._page_box.children
            masthead += list(_texts(text, None, line))
            footers += [found for area in areas for found in _texts(area, None, line)]
        if len(masthead) == 1 and len(footers) == laid_out.pages:
            yield masthead[0]
            yield footers[0]


def _remembered(letters: TextMeasure) -> TextMeasure:
    """The same, remembering the width of each letter; widths of texts add up."""
    one = cache(letters)
    return lambda text, bold: sum(one(letter, bold) for letter in text)


def unprintable(name: str, layout: Layout) -> str:
    """The number of the first character of `name` that no font of `layout` has, as in `U+5F35`; empty if there is none.

    Messages say no more of it, since they name nobody.
    """
    for character in sorted(missing_glyphs(" ".join(name.split()), layout.fonts)):
        return f"U+{ord(character):04X}"
    return ""


def _texts(box: Any, around: Any, line: str) -> Iterator[tuple[Any, float]]:
    """The text boxes in `box` whose text is `line`, with the width of the nearest block around them."""
    if getattr(box, "text", None) == line:
        yield box, around.width
    elif hasattr(box, "children"):
        inner = around if type(box).__name__ in ("LineBox", "InlineBox") else box
        for child in box.children:
            yield from _texts(getattr(child, "_box", child), inner, line)
