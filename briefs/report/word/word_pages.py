"""Pages of a Word file, as Word last laid it out: it notes where pages began (ISO/IEC 29500-1, 17.3.3.13)."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.report.word.word_styles import whole
from briefs.word.elements import Element, qn, value_of
from briefs.word.number_formats import formatted


@dataclass(frozen=True, slots=True)
class WordSection:
    """A section: whether it begins on a new page, the number of its first page if it sets one, the format of numbers,
    and in how many columns its text is set."""

    is_on_new_page: bool = True
    start: int | None = None
    style: str = "decimal"
    columns: int = 1


def sections_of(body: Element) -> list[WordSection]:
    """The sections of a body, in order; at least one."""
    return [_section(properties) for properties in body.iter(qn("w:sectPr"))] or [WordSection()]


def _section(properties: Element) -> WordSection:
    numbers = properties.find(qn("w:pgNumType"))
    kind = value_of(properties.find(qn("w:type")))
    return WordSection(
        kind not in ("continuous", "nextColumn"),
        whole(value_of(numbers, "start")),
        value_of(numbers, "fmt") or "decimal",
        min(max(whole(value_of(properties.find(qn("w:cols")), "num")) or 1, 1), 9),
    )


class PageCounter:
    """Counts pages while a body is read. `index` is that of the page now being read; `labels` are those of all pages.

    Word notes the beginning of a page in addition to a break that somebody made, and the beginning of a column as if it
    was a page. Breaks alone do not say where pages begin: there are pages only if Word has noted some.
    """

    def __init__(self, sections: list[WordSection]) -> None:
        self._sections = sections
        self._section = 0
        self._number = 1 if sections[0].start is None else sections[0].start
        self.index = 0
        self.labels = [formatted(self._number, sections[0].style)]
        self.is_noted = False
        self._is_fresh = False
        self._columns = 0

    def note(self) -> None:
        """Word has noted that a page begins here."""
        self.is_noted = True
        if not self._is_fresh:
            self._columns += 1
            if self._columns >= self._sections[self._section].columns:
                self._turn()
        self._is_fresh = False

    def turn(self) -> None:
        """A new page begins here because of a break that somebody made."""
        self._turn()
        self._is_fresh = True

    def say(self) -> None:
        """Words stand here."""
        self._is_fresh = False

    def end_section(self) -> None:
        """The section ends, and the next one begins."""
        if self._section + 1 < len(self._sections):
            self._section += 1
            self._columns = 0
            self._is_fresh = True
            if self._sections[self._section].is_on_new_page:
                start = self._sections[self._section].start
                self._number = self._number if start is None else start - 1
                self.turn()

    def go_to(self, index: int) -> None:
        """Go on from a page that was counted before: cells beside each other are on the same pages."""
        self._number += index - self.index
        self.index = index

    def _turn(self) -> None:
        self.index += 1
        self._number += 1
        self._columns = 0
        if self.index == len(self.labels):
            self.labels.append(formatted(self._number, self._sections[self._section].style))
