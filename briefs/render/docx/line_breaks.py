"""How many lines a paragraph of Word takes, estimated from the widths of its words."""

from __future__ import annotations

from typing import NamedTuple

from briefs.render.docx.type_setting import Type, TypeSetting
from briefs.render.fonts.widths import TextMeasure
from briefs.word.elements import Element, local_name, qn

_EMU = 12700
"""English metric units in a point."""
_TAB = 22.7
"""The distance of default tab stops, in points."""
_SPACES = frozenset(" \u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a")
_BREAKS = frozenset("-\u2010\u2013\u2014\u200b")
"""Signs after which a line may end."""


class Lines(NamedTuple):
    """How many lines a paragraph takes, and the height of the highest picture in it, in points."""

    number: int
    tallest: float


def lines_of(paragraph: Element, width: float, setting: TypeSetting, letters: TextMeasure) -> Lines:
    """The lines that `paragraph` takes in a column `width` points wide, with `letters` as wide as in the PDF."""
    indents = setting.setting(paragraph).indents
    line = _Line(width - indents.left - indents.right, indents.first)
    tallest = 0.0
    for run in paragraph.iter(qn("w:r")):
        type = setting.type_of(run, paragraph)
        for child in run:
            match local_name(child):
                case "t":
                    line.add(child.text or "", type, letters)
                case "noBreakHyphen":
                    line.lengthen(type.width_of("-", letters))
                case "tab":
                    line.tab()
                case "br":
                    line.turn()
                case "drawing":
                    tallest = max(tallest, _height(child))
    return Lines(line.number, tallest)


class _Line:
    """The line that is being filled; it has `room`, and its first one less or more of it at the left."""

    def __init__(self, room: float, first: float) -> None:
        self.number = 1
        self._room = room
        self._hangs = first < 0
        self._used = max(first, 0.0)
        self._word = 0.0

    def add(self, text: str, type: Type, letters: TextMeasure) -> None:
        """Set text; a word that does not fit begins the next line."""
        for character in text:
            wide = type.width_of(character, letters)
            if character in _SPACES:
                self._used, self._word = self._used + self._word + wide, 0.0
                continue
            self.lengthen(wide)
            if character in _BREAKS:
                self._used, self._word = self._used + self._word, 0.0

    def lengthen(self, wide: float) -> None:
        """Make the word `wide` points longer."""
        self._word += wide
        if self._used and self._used + self._word > self._room:
            self._used, self.number = 0.0, self.number + 1

    def tab(self) -> None:
        """Move to the next stop; the first one of a hanging line is where its text begins."""
        begins = self._hangs and self.number == 1 and self._used + self._word < 1
        self._used, self._word = self._used + self._word + (0.0 if begins else _TAB), 0.0

    def turn(self) -> None:
        """Begin a new line."""
        self._used, self._word, self.number = 0.0, 0.0, self.number + 1


def _height(drawing: Element) -> float:
    """The height of a picture in a line; one that stands beside the text, or behind it, takes none."""
    extents = drawing.iterfind(f"{qn('wp:inline')}/{qn('wp:extent')}")
    heights = (extent.get("cy", "") for extent in extents)
    return sum(int(height) / _EMU for height in heights if height.isdecimal())
