"""Counting in lists, so that each paragraph gets the number or bullet that Word prints (ISO/IEC 29500-1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefs.word.list_levels import LEVELS, ListLevel, NumberedList
from briefs.word.number_formats import formatted, padded
from briefs.word.run_text import sign_of_font

_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_BULLET = "•"


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed before a paragraph: `marker` as Word prints it, empty if nothing is; `number` is the one counted.

    `separator` is "tab", "space" or "nothing"; `is_restart` says that counting began anew with this paragraph.
    """

    marker: str
    number: int
    is_bullet: bool
    separator: str
    is_restart: bool
    indent: int | None


class ListCounter:
    """Counts the paragraphs of all lists of a file; they must be given in reading order. `language` is that of words
    that stand for numbers."""

    def __init__(self, lists: dict[str, NumberedList], language: str = "") -> None:
        self._lists = lists
        self._language = language
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def has(self, number: str) -> bool:
        """Whether there is a list with this number (`w:numId`)."""
        return number in self._lists

    def level_of_style(self, number: str, style: str) -> int | None:
        """The level of a list that belongs to a style (17.9.23); None if none does."""
        levels = self._lists[number].levels if number in self._lists else {}
        return next((level for level, one in levels.items() if style and one.linked_style == style), None)

    def count(self, number: str, level: int) -> Printed | None:
        """Count one more paragraph on a level of a list; None if there is no such list or level."""
        found = self._lists.get(number)
        level = min(max(level, 0), LEVELS - 1)
        if found is None or level not in found.levels:
            return None
        counts = self._counts.setdefault(found.definition, [None] * LEVELS)
        of_level = found.levels[level]
        is_override = level in found.restarts and (number, level) not in self._begun
        self._begun.add((number, level))
        before = counts[level]
        is_restart = before is None or is_override
        counts[level] = of_level.start if before is None or is_override else before + 1
        for higher in range(level):  # a level without an item above it has one that is not printed
            is_anew = higher in found.restarts and (number, higher) not in self._begun
            if counts[higher] is None or is_anew:
                counts[higher] = found.levels[higher].start if higher in found.levels else 1
                self._begun.add((number, higher))
        for lower in range(level + 1, LEVELS):
            restart = found.levels[lower].restart if lower in found.levels else None
            if restart is None or 0 < level + 1 <= restart:
                counts[lower] = None
        marker = _marker(of_level, counts, found.levels, self._language)
        is_bullet = of_level.style == "bullet"
        return Printed(marker, counts[level] or 0, is_bullet, of_level.separator, is_restart, of_level.indent)


def _marker(level: ListLevel, counts: list[int | None], levels: dict[int, ListLevel], language: str) -> str:
    if level.style == "bullet":
        return bullet(level.text, level.font)

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        of_place = levels.get(place, ListLevel())
        count = counts[place]
        if count is None:
            return ""
        if level.is_legal and of_place.style not in ("decimal", "decimalZero", "none"):
            return str(count)
        return padded(count, of_place.pattern) if of_place.pattern else formatted(count, of_place.style, language)

    return _PLACE.sub(number, level.text).strip()


def bullet(text: str, font: str) -> str:
    """A bullet as a character that all fonts have: those of fonts of signs, and letters that stand for one, are "•"."""
    shown = text.strip()
    if not shown:
        return ""
    if _PRIVATE.search(shown) or font.lower().startswith(("symbol", "wingdings", "webdings", "zapf")):
        sign = sign_of_font(font, ord(shown[0]))
        return sign if sign in ("→", "☐", "−") else _BULLET
    return _BULLET if shown in ("o", "·", "●", "▪", "■", "○", "§", "∙", "◦", "•", "⚫", "◾") else shown
