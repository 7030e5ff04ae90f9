"""Chunks: characters of one style that follow each other closely on one line of a page."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from statistics import median

from briefs.report.pdf.pdf_glyphs import Glyph, GlyphStyle, PageGlyphs

_BREAK = 0.6
"""A gap between chunks, in times the size of the type: wider than most spaces, narrower than gaps between columns."""
_SPACE = 0.17
"""A gap that is a space, in times the size of the type, if the file has none there."""
_TIGHT_SPACE = 0.08
"""The same, if pdfium takes it for one."""
_SAME_PLACE = 0.3
"""Within how much of the size of the type the same text is drawn twice, for shadows and for bold that a font lacks."""
_DOUBLED_WITHIN = 12
"""Among how many chunks that follow each other in the file."""


@dataclass(slots=True)
class Chunk:
    """Characters, with spaces between words, and where they are: points from the left and bottom edges of the page."""

    text: str
    x0: float
    x1: float
    y: float
    style: GlyphStyle
    order: int
    follows_space: bool

    @property
    def size(self) -> float:
        """The size of the type."""
        return self.style.size

    @property
    def top(self) -> float:
        """The height of tall letters."""
        return self.y + 0.75 * self.style.size

    @property
    def bottom(self) -> float:
        """How low letters reach."""
        return self.y - 0.22 * self.style.size


def chunks_of(page: PageGlyphs) -> list[list[Chunk]]:
    """The chunks of a page, grouped by how their lines are turned: first those of most of the text, then others.

    Those that are not level are placed as if the page were turned so that they are.
    """
    turned: dict[int | None, list[Glyph]] = {}
    for glyph in page.glyphs:
        turned.setdefault(glyph.style.direction, []).append(glyph)
    main = max(turned, key=lambda one: (len(turned[one]), one == 0), default=0)
    order = sorted(turned, key=lambda one: (one != main, -1 if one is None else one))
    return [_chunks(_levelled(turned[one], one, page)) for one in order]


def is_right_to_left(text: str) -> bool:
    """Whether most of the letters in a text are written from right to left."""
    balance = 0
    for character in text:
        if character >= "\u0590":
            balance += 1 if _direction(character) == 1 else 0
        elif character.isalpha():
            balance -= 1
    return balance > 0


@cache
def _direction(character: str) -> int:
    """1 for a letter written from right to left, otherwise 0."""
    return int(unicodedata.bidirectional(character) in ("R", "AL"))


def _levelled(glyphs: list[Glyph], direction: int | None, page: PageGlyphs) -> list[Glyph]:
    for glyph in glyphs:
        x, y, wide = glyph.x0, glyph.y, glyph.x1 - glyph.x0
        if direction == 1:
            x, y = y, page.width - x
        elif direction == 2:
            x, y = page.width - x, page.height - y
        elif direction == 3:
            x, y = page.height - y, x
        glyph.x0, glyph.x1, glyph.y = x, x + wide, y
    return glyphs


def _chunks(glyphs: Iterable[Glyph]) -> list[Chunk]:
    found: list[Chunk] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _continues(run[-1], glyph):
            _add(found, run)
            run = []
        run.append(glyph)
    if run:
        _add(found, run)
    return found


def _continues(last: Glyph, glyph: Glyph) -> bool:
    style = glyph.style
    if style is not last.style and style != last.style:
        return False
    size = style.size
    if style.direction is None:
        return glyph.order - last.order <= 2
    if abs(glyph.y - last.y) > 0.1 * size:
        return False
    if -0.5 * size < glyph.x0 - last.x1 < _BREAK * size:
        return True
    is_leftward = _direction(glyph.text[0]) or _direction(last.text[0])
    return bool(is_leftward) and -0.5 * size < last.x0 - glyph.x1 < _BREAK * size


def _add(found: list[Chunk], run: Sequence[Glyph]) -> None:
    """Add the chunk that these glyphs are, unless it is drawn there already."""
    style = run[0].style
    gaps = [max(after.x0 - before.x1, before.x0 - after.x1) for before, after in itertools.pairwise(run)]
    loose = max(0.0, median(gaps)) if len(gaps) >= 4 else 0.0
    space = _SPACE * style.size + (loose if loose > 0.05 * style.size else 0.0)
    parts = [run[0].text]
    for glyph, gap in zip(run[1:], gaps, strict=True):
        is_gap = gap > space or (glyph.follows_gap and not loose and gap > _TIGHT_SPACE * style.size)
        if glyph.follows_space or (is_gap and style.direction is not None):
            parts.append(" ")
        parts.append(glyph.text)
    x0, x1 = min(glyph.x0 for glyph in run), max(glyph.x1 for glyph in run)
    chunk = Chunk("".join(parts), x0, x1, run[0].y, style, run[0].order, run[0].follows_space)
    if not any(_is_same(other, chunk) for other in found[-_DOUBLED_WITHIN:]):
        found.append(chunk)


def _is_same(one: Chunk, other: Chunk) -> bool:
    near = _SAME_PLACE * other.style.size
    return (
        one.text == other.text
        and abs(one.x0 - other.x0) < near
        and abs(one.y - other.y) < near
        and abs(one.style.size - other.style.size) < 0.5
    )
