"""The list of contents: which titles it has, with their numbers, pages and indents, and which headings they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefs.report.heading_numbers import heading_number
from briefs.text.heading_words.heading_word_files import folded, heading_words

_PAGE_END = re.compile(r"(?:\d{1,4}|[ivxl]{1,7})(?:\s?[-–]\s?(?:\d{1,4}|[ivxl]{1,7}))?$")
_LONGEST_PAGE = 20
_FILLING = " \t\xa0.·…_"
"""What stands between a title and its page: leaders, a tab, or a wide gap."""
_WIDE = 4
_PAGE = re.compile(r"\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*[-–]\s*\d{1,4})?\s*")
_LONGEST = 250
_FEWEST = 3
"""How many entries one below the other make a list of contents."""
_FEWEST_UNTITLED = 5
_EARLY_LINES, _EARLY, _EARLIER = 60, 0.5, 0.25
"""A list of contents begins in the first lines, or in this part of all: the smaller one if it has no title."""
_MOST_BETWEEN = 2
"""How many lines that are no entries may stand between two: the first lines of long titles."""
_ALIKE = 0.6
_NEARLY_ALL = 0.85
"""If so many entries have one indent, indents say nothing of levels."""
_WORD = re.compile(r"\w+")
_MARKUP = re.compile(r"</?\w{1,6}>|[*_]")
_SAME, _LIKE = 3, 2
"""What a title with the same words, or with most of them, is worth."""
_MOST_LIKE = 50
"""How many entries with one word are compared with a title, at most."""
_SMALL_WORDS = 3
"""Words up to so many letters are not compared, if there are longer ones."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """An entry: the indices of its lines, its title without leaders and page, the page, and how far it is indented."""

    lines: tuple[int, ...]
    title: str
    page: str
    indent: float


@dataclass(frozen=True, slots=True)
class _Link:
    """One title and its entry in the best order so far, and what precedes them."""

    title: int
    entry: int
    before: _Link | None


@dataclass(frozen=True, slots=True)
class ContentsList:
    """A list of contents: its entries, the index of its title (None if it has none), and the indices of the entries of
    lists of figures and tables."""

    entries: tuple[ContentsEntry, ...]
    title: int | None = None
    captions: tuple[int, ...] = ()

    @property
    def lines(self) -> frozenset[int]:
        """The indices of all its lines."""
        own = {index for entry in self.entries for index in entry.lines}
        return frozenset((*own, *self.captions, *(() if self.title is None else (self.title,))))


def indent_of(line: str) -> int:
    """How many columns of white space a line begins with."""
    expanded = line.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def find_contents(texts: Sequence[str], indents: Sequence[float], most: int = 2000) -> ContentsList | None:
    """The list of contents among the first `most` lines, given their texts and indents; None if there is none.

    It is the longest run of lines that end with page numbers which do not fall, after leaders, a tab, or under a title
    such as "Contents". Lists of figures and tables are not it.
    """
    words = heading_words()
    best: list[ContentsEntry] = []
    best_title: int | None = None
    title: int | None = None
    run: list[ContentsEntry] = []
    captions: list[int] = []
    waiting: list[int] = []

    def close() -> None:
        nonlocal best, best_title, run, title
        has_title = title is not None
        is_early = not run or run[0].lines[0] < max(_EARLY_LINES, len(texts) * (_EARLY if has_title else _EARLIER))
        if (
            len(run) >= (_FEWEST if has_title else _FEWEST_UNTITLED)
            and is_early
            and (has_title, len(run)) > (best_title is not None, len(best))
        ):
            best, best_title = run, title
        run = []

    for index, text in enumerate(texts[:most]):
        if not text.strip():
            continue
        if words.is_contents_title(text):
            close()
            title, waiting = index, []
            continue
        entry = _entry(index, text, indents[index], is_listed=title is not None)
        if entry and not words.is_caption(entry.title) and not _falls(run, entry):
            if run and waiting:
                first = " ".join(texts[at].strip() for at in waiting)
                entry = ContentsEntry((*waiting, index), f"{first} {entry.title}", entry.page, indents[waiting[0]])
            run.append(entry)
            waiting = []
            continue
        if waiting and title is not None and _PAGE.fullmatch(text):
            first = " ".join(texts[at].strip() for at in waiting)
            run.append(ContentsEntry((*waiting, index), first, text.strip(), indents[waiting[0]]))
            waiting = []
            continue
        if entry and words.is_caption(entry.title):
            captions.append(index)
            continue
        waiting.append(index)
        if len(waiting) > _MOST_BETWEEN or len(text) > _LONGEST or (entry and _falls(run, entry)):
            close()
            waiting = []
            if run == [] and best:
                title = None
    close()
    return ContentsList(tuple(best), best_title, tuple(captions)) if best else None


@lru_cache(maxsize=4096)  # the lines below each line that may be the title of a list are looked at again
def title_key(text: str) -> str:
    """The letters and digits of a title, folded, without its number: what two printings of it have in common."""
    number = heading_number(text)
    rest = number.rest if number and number.rest else text
    return "".join(_WORD.findall(folded(_MARKUP.sub("", rest))))


def full_key(text: str) -> str:
    """The letters and digits of a title, folded, with its number."""
    return "".join(_WORD.findall(folded(_MARKUP.sub("", text))))


def is_alike(one: str, other: str) -> bool:
    """Whether two titles have most words in common."""
    first, second = _words(one), _words(other)
    return bool(first and second) and len(first & second) / max(len(first), len(second)) >= _ALIKE


def entry_levels(entries: Sequence[ContentsEntry], step: float) -> list[int]:
    """The level of each entry, from 1: by its indent, of which differences below `step` do not count; if all have
    the same, by its number."""
    steps = _steps((entry.indent for entry in entries), step)
    levels = [steps.index(max(step for step in steps if step <= entry.indent)) + 1 for entry in entries]
    if levels and max(map(levels.count, set(levels))) >= _NEARLY_ALL * len(levels):
        levels = [1] * len(levels)
        numbers = [heading_number(entry.title) for entry in entries]
        has_deep = any(number and len(number.path) > 1 for number in numbers)
        forms = list(dict.fromkeys(number.form for number in numbers if number))
        for at, number in enumerate(numbers):
            if has_deep and number and number.kind == "decimal":
                levels[at] = len(number.path)
            elif not number and forms and not has_deep and not heading_words().is_usual_title(entries[at].title):
                levels[at] = 2 if at else 1
    return levels


def _steps(indents: Iterable[float], step: float) -> list[float]:
    steps: list[float] = []
    last = float("-inf")
    for indent in sorted(indents):
        if indent - last >= step:
            steps.append(indent)
        last = indent
    return steps


def _entry(index: int, text: str, indent: float, is_listed: bool) -> ContentsEntry | None:
    """The entry that a line is; leaders or a wide gap must part title and page, unless it `is_listed` under a title."""
    text = text.rstrip()
    page = _PAGE_END.search(text, max(0, len(text) - _LONGEST_PAGE)) if len(text) <= _LONGEST else None
    if not page:
        return None
    before = text[: page.start()]
    title = before.rstrip(_FILLING)
    filling = before[len(title) :]
    has_leaders = "\t" in filling or "…" in filling or len(filling.replace(" ", "")) > 1 or len(filling) >= _WIDE
    if not filling or not any(map(str.isalpha, title)) or not (has_leaders or is_listed):
        return None
    return ContentsEntry((index,), title.strip(), page[0], indent)


def _falls(run: Sequence[ContentsEntry], entry: ContentsEntry) -> bool:
    """Whether the page of an entry is before that of the last one."""
    pages = [int(one.page) for one in run if one.page.isdigit()]
    return bool(pages) and entry.page.isdigit() and int(entry.page) < pages[-1]


def _words(text: str) -> frozenset[str]:
    words = _WORD.findall(folded(_MARKUP.sub("", text)))
    long = frozenset(word for word in words if len(word) > _SMALL_WORDS)
    return long or frozenset(words)


def aligned(entries: Sequence[str], titles: Sequence[str]) -> dict[int, int]:
    """For the indices of `titles`, the index of the entry that each is: as many as possible, in the order of both.

    Titles with the same words come before those that have most words in common.
    """
    exact: dict[str, list[int]] = {}
    by_word: dict[str, list[int]] = {}
    for at, entry in enumerate(entries):
        for key in {full_key(entry), title_key(entry)}:
            exact.setdefault(key, []).append(at)
        for word in _words(entry):
            by_word.setdefault(word, []).append(at)
    best: list[tuple[int, _Link | None]] = [(0, None)] * (len(entries) + 1)  # by how many entries are used up
    for index, title in enumerate(titles):
        same = {at for key in (full_key(title), title_key(title)) if key for at in exact.get(key, ())}
        near = {at for word in _words(title) for at in by_word.get(word, ())[:_MOST_LIKE]} if not same else set()
        weights = [(at, _SAME) for at in same] + [(at, _LIKE) for at in near if is_alike(entries[at], title)]
        for at, weight in sorted(weights, reverse=True):
            total = best[at][0] + weight
            link = _Link(index, at, best[at][1])
            for used in range(at + 1, len(best)):
                if best[used][0] >= total:
                    break
                best[used] = (total, link)
    found: dict[int, int] = {}
    last = best[-1][1]
    while last:
        found[last.title] = last.entry
        last = last.before
    return found
