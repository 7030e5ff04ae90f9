"""Items of lists in a Word file: which list each is in, how deep, and which paragraphs continue an item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefs.report.word.word_blocks import WordParagraph

_TWIPS = 120
"""About the width of a character."""
_ALIKE = 80
"""Twips: indents that differ by less are meant to be the same."""
_TYPED = re.compile(
    r"(?P<marker>\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{2,6})[.)\]]|[•·●▪■◦‣∙○►➢✓–—-])"
    r"(?:\s*\t\s*|[ \u00a0\u2002\u2003]+)(?=\S)"
)
_BULLETS = "•·●▪■◦‣∙○►➢✓"


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where an item stands: its marker as printed, the id and depth of its list (none if its marker was typed), its
    indent in characters."""

    marker: str
    indent: int
    list_id: str = ""
    depth: int = 0


@dataclass(slots=True)
class _Open:
    list_number: str
    list_id: str
    level: int
    depth: int
    left: int


@dataclass(slots=True)
class ListPlacer:
    """Places paragraphs in lists, in reading order.

    What Word counts on is one list, however much stands in between. Bullets are one list until other text comes.
    """

    _open: list[_Open] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _made: int = 0

    def item(self, paragraph: WordParagraph) -> ItemPlace | None:
        """The place of a paragraph that has a number or bullet; None if it has none."""
        printed = paragraph.printed
        if printed is None or not printed.marker:
            return None
        number, level, left = paragraph.list_number, paragraph.list_level, paragraph.left
        while self._open and not self._holds(self._open[-1], number, level, left):
            self._open.pop()
        around = self._open[-1] if self._open else None
        if around is None:
            is_new = printed.is_bullet or number not in self._ids or (printed.is_restart and level == 0)
            depth = 0 if is_new else level
        elif around.list_number == number and around.level == level:
            depth, is_new = around.depth, printed.is_restart and not printed.is_bullet
        elif around.list_number == number:
            depth, is_new = around.depth + 1, False
        elif left > around.left + _ALIKE:
            depth, is_new = around.depth + 1, True
        else:
            depth, is_new = around.depth, True
        if around is not None and around.depth == depth:
            self._open.pop()
        if is_new or number not in self._ids:
            self._made += 1
            self._ids[number] = f"{number}-{self._made}"
        self._open.append(_Open(number, self._ids[number], level, depth, left))
        return ItemPlace(printed.marker, max(left, 0) // _TWIPS, self._ids[number], depth)

    @staticmethod
    def _holds(one: _Open, number: str, level: int, left: int) -> bool:
        """Whether an open item is of the same list and level as one that comes, or is around it."""
        if one.list_number == number:
            return one.level <= level
        return left > one.left - _ALIKE

    def continued(self, paragraph: WordParagraph) -> str:
        """The id of the list whose last item a paragraph without a number continues, since it has the same indent;
        empty if it continues none, and then no bullet after it does."""
        if self._open and paragraph.left > 0:
            for one in reversed(self._open):
                if abs(one.left - paragraph.left) < _ALIKE:
                    return one.list_id
        self._open.clear()
        return ""

    def end(self) -> None:
        """Note that something else than text comes, which ends what is open."""
        self._open.clear()


def typed_item(text: str) -> tuple[str, str] | None:
    """The marker and the rest of a text that begins with a marker somebody typed: "a)", "(iv)", "12.", "•".

    A number or a letter needs a tab behind it, or brackets: "A. Smith" is a name.
    """
    found = _TYPED.match(text.lstrip())
    if found is None:
        return None
    marker, has_tab = found["marker"], "\t" in found[0]
    is_certain = has_tab or marker in _BULLETS or marker[-1] in ")]" or marker[0].isdigit() or marker in "–—-"
    return (marker, text.lstrip()[found.end() :]) if is_certain else None
