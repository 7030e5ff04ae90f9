"""Contents lists in a Word file that are no field and have no style: typed, with tabs and page numbers or without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefs.report.contents_list import find_contents
from briefs.report.unpaged_contents import unpaged_contents
from briefs.report.word.word_blocks import WordParagraph
from briefs.text.heading_words.heading_word_files import heading_words

_ENTRY = re.compile(
    r"[^\n]{1,300}?(?:\t|\.{3,}+|…|(?: \.){3,}+|_{3,}+)[\s.…]*+(?:\d{1,4}|[ivxl]{1,6}|[\u0660-\u0669]{1,4})\s*"
)
_FEWEST = 4
"""Entries: fewer lines that end with a tab and a number may be anything."""
_MOST_BETWEEN = 2
"""Paragraphs in a row that are no entries, but stand in the list: entries that take two lines, and headings."""
_SHORT, _LONGEST = 25, 2_000
"""Words, and characters with all leaders: a longer paragraph is no entry."""


def mark_contents(paragraphs: Sequence[WordParagraph]) -> None:
    """Mark the entries of typed contents lists in the `paragraphs` of a body, and the headings of all contents lists.

    Where Word itself has made a list, no other one is looked for.
    """
    shown = [one for one in paragraphs if not one.is_blank]
    if not any(one.is_contents for one in shown):
        listed = [index for first, last in _typed_lists(shown) for index in range(first, last + 1)]
        for index in listed or _under_a_title(shown):
            shown[index].is_contents = True
    if not any(one.is_contents for one in shown):
        found = unpaged_contents([" ".join(one.words.split()) for one in shown])
        for entry in found.entries if found else ():
            for index in entry.lines:
                shown[index].is_contents = True
    for before, after in pairwise(shown):
        if after.is_contents and not before.is_contents and _names_a_list(before):
            before.is_contents = True


def _names_a_list(paragraph: WordParagraph) -> bool:
    """Whether a paragraph is the heading of a contents list."""
    return heading_words().is_contents_title(paragraph.words)


def _under_a_title(shown: Sequence[WordParagraph]) -> Iterable[int]:
    """The indices of a list that has neither leaders nor tabs, but a title, and page numbers that do not fall."""
    found = find_contents([one.words.strip() for one in shown], [one.left for one in shown])
    return () if found is None or found.title is None else found.lines


def _typed_lists(shown: Sequence[WordParagraph]) -> Iterator[tuple[int, int]]:
    """The first and the last index of each list of entries."""
    first, last, count = -1, -1, 0
    for index, one in enumerate(shown):
        is_short = len(one.words) <= _LONGEST and len(one.words.split()) <= _SHORT
        if is_short and _ENTRY.fullmatch(one.words.strip()):
            first, last, count = (index if count == 0 else first), index, count + 1
        elif count and (not is_short or index - last > _MOST_BETWEEN):
            if count >= _FEWEST:
                yield first, last
            count = 0
    if count >= _FEWEST:
        yield first, last
