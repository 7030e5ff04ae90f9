"""Items of lists in a Word file: which list each is in, how deep, and which paragraphs continue an item."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefs.report.word.word_blocks import WordParagraph
from briefs.text.roman_numbers import roman_value

_TWIPS = 120
"""About the width of a character."""
_ALIKE = 80
"""Twips: indents that differ by less are meant to be the same."""
_TYPED = re.compile(
    r"(?P<marker>\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{2,6})[.)\]]|[•·●▪■◦‣∙○►➢✓–—-])"
    r"(?:\s*\t\s*|[ \u00a0\u2002\u2003]+)(?=\S)"
)
_ORDINAL = re.compile(r"(?P<before>\(?)(?P<number>[0-9]{1,6}|[A-Za-z]|[ivxlcIVXLC]{2,8})(?P<after>[.)\]]{0,2})")
_PATH = re.compile(r"(?P<marker>\d{1,3}(?:\.\d{1,3}){1,4}(?P<close>[.)]?))(?P<space>\s+)(?P<first>\S)")
"""A number of several levels: "2.1."."""
_DIGITS = re.compile(r"\d+")
_BULLETS = "•·●▪■◦‣∙○►➢✓"


@dataclass(frozen=True, slots=True)
class ItemPlace:
    """Where an item stands: its marker as printed, its indent in characters, the id and the depth of its list."""

    marker: str
    indent: int
    list_id: str
    depth: int


@dataclass(slots=True)
class _Open:
    list_number: str
    list_id: str
    level: int
    depth: int
    left: int
    is_bullet: bool = False


@dataclass(frozen=True, slots=True)
class _Counted:
    """The last item of a form of markers, such as "(1)": its number, its list and its depth."""

    number: int
    list_id: str
    depth: int


def _readings(marker: str) -> list[tuple[str, int]]:
    """The forms that a marker may have, each with its number then: "(i)" is a Roman 1, or the ninth letter."""
    found = _ORDINAL.fullmatch(marker)
    if found is None:
        return []
    before, number, after = found["before"], found["number"], found["after"]
    if number.isdigit():
        return [(f"{before}1{after}", int(number))]
    case = "A" if number.isupper() else "a"
    readings = [(f"{before}roman {case}{after}", roman_value(number) or 0)]
    if len(number) == 1:
        readings.append((f"{before}letter {case}{after}", ord(number.lower()) - ord("a") + 1))
    return [one for one in readings if one[1]]


@dataclass(slots=True)
class ListPlacer:
    """Places paragraphs in lists, in reading order.

    What Word counts on is one list, however much stands in between. Bullets are one list until other text comes.
    """

    _open: list[_Open] = field(default_factory=list)
    _ids: dict[str, str] = field(default_factory=dict)
    _series: dict[str, _Counted] = field(default_factory=dict)
    _made: int = 0

    def item(self, paragraph: WordParagraph) -> ItemPlace | None:
        """The place of a paragraph that has a number or bullet; None if it has none."""
        printed = paragraph.printed
        if printed is None or not printed.marker:
            return None
        number, level, left = paragraph.list_number, paragraph.list_level, paragraph.left
        known = self._ids.get(number, "")
        own = [at for at, one in enumerate(self._open) if number == one.list_number or known == one.list_id]
        while own and self._open[own[-1]].level > level:
            own.pop()
        if own:
            del self._open[own[-1] + 1 :]
        else:
            while self._open and left <= self._open[-1].left - _ALIKE:
                self._open.pop()
        around = self._open[-1] if self._open else None
        if around is None:
            is_new = printed.is_bullet or number not in self._ids or (printed.is_restart and level == 0)
            depth = 0 if is_new else level
        elif (around.list_number == number or around.list_id == known) and around.level == level:
            depth, is_new = around.depth, printed.is_restart and not printed.is_bullet
        elif around.list_number == number or around.list_id == known:
            depth, is_new = around.depth + 1, False
        elif left > around.left + _ALIKE:
            depth, is_new = around.depth + 1, True
        else:
            depth, is_new = around.depth, True
            if printed.is_bullet and around.is_bullet:  # offices make a list anew for some of its items
                self._ids[number], is_new = around.list_id, False
        if around is not None and around.depth == depth:
            self._open.pop()
        if is_new or number not in self._ids:
            goes_on = None if printed.is_bullet else self._before(printed.marker)
            if goes_on is None:
                self._made += 1
                self._ids[number] = f"{number}-{self._made}"
            else:
                self._ids[number], depth = goes_on.list_id, goes_on.depth
        self._open.append(_Open(number, self._ids[number], level, depth, left, printed.is_bullet))
        self._note(printed.marker, self._ids[number], depth)
        return ItemPlace(printed.marker, max(left, 0) // _TWIPS, self._ids[number], depth)

    def typed(self, marker: str, left: int) -> ItemPlace:
        """The place of an item whose marker somebody typed.

        If it is the next one of a list, the item is in that list; otherwise it is in the open list of such markers,
        unless it is a first one. Any other marker begins a list, in the item right before it.
        """
        readings = _readings(marker)
        form = readings[0][0] if readings else _DIGITS.sub("1", marker)
        goes_on = self._before(marker)
        alike = next((one for one in reversed(self._open) if one.list_number == form), None)
        is_first = bool(readings) and readings[0][1] == 1
        if goes_on is None and alike is not None and not is_first:
            goes_on = _Counted(0, alike.list_id, alike.depth)
        if goes_on is None:
            while self._open and (left < self._open[-1].left - _ALIKE or self._open[-1].list_number == form):
                self._open.pop()
            self._made += 1
            depth = self._open[-1].depth + 1 if self._open else 0
            goes_on = _Counted(0, f"typed-{self._made}", depth)
        else:
            while self._open and self._open[-1].depth >= goes_on.depth:
                self._open.pop()
        self._open.append(_Open(form, goes_on.list_id, 0, goes_on.depth, left))
        self._note(marker, goes_on.list_id, goes_on.depth)
        return ItemPlace(marker, max(left, 0) // _TWIPS, goes_on.list_id, goes_on.depth)

    def _before(self, marker: str) -> _Counted | None:
        """The list of which a marker is the next one, by its last item; None if there is none."""
        for form, number in _readings(marker):
            counted = self._series.get(form)
            if counted is not None and number == counted.number + 1:
                return counted
        return None

    def _note(self, marker: str, list_id: str, depth: int) -> None:
        for form, number in _readings(marker):
            self._series[form] = _Counted(number, list_id, depth)

    def continued(self, paragraph: WordParagraph) -> tuple[str, int | None]:
        """The id of the list whose last item a paragraph without a number continues, since it has the same indent, and
        the depth of this item; empty if it continues none, and then no bullet after it does."""
        if self._open and paragraph.left > 0:
            for one in reversed(self._open):
                if abs(one.left - paragraph.left) < _ALIKE:
                    return one.list_id, one.depth
        self._open.clear()
        return "", None

    def end(self) -> None:
        """Note that something else than text comes, which ends what is open."""
        self._open.clear()


def typed_item(text: str) -> tuple[str, str] | None:
    """The marker and the rest of a text that begins with a marker somebody typed: "a)", "(iv)", "12.", "2.1.", "•".

    A number or a letter needs a tab behind it, or brackets: "A. Smith" is a name.
    """
    path = _PATH.match(text.lstrip())
    if path is not None and ("\t" in path["space"] or (path["close"] and not path["first"].islower())):
        return path["marker"], text.lstrip()[path.start("first") :]
    found = _TYPED.match(text.lstrip())
    if found is None:
        return None
    marker, has_tab = found["marker"], "\t" in found[0]
    is_certain = has_tab or marker in _BULLETS or marker[-1] in ")]" or marker[0].isdigit() or marker in "–—-"
    return (marker, text.lstrip()[found.end() :]) if is_certain else None
