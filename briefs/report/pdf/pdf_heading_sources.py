"""What a PDF itself says of its headings: structure tags, bookmarks, and the list of contents."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from briefs.report.contents_list import ContentsList, entry_levels, full_key, is_alike, title_key
from briefs.report.pdf.pdf_lines import OutlineEntry, PdfLine

_HEADING_TAG = re.compile(r"H([1-6]?)$")
_LEAST_SHARE = 0.004
_MOST_SHARE = 0.2
"""Between which parts of all lines the headings of a plausible structure are."""
_MOST_LINES = 5
_LONGEST_AVERAGE = 110
"""Characters of a heading on average; more are paragraphs that are tagged as headings."""
_STEP = 4.0
"""The least difference of indents in a list of contents, in points."""
_LEAST_FOUND = 0.5
"""The share of bookmarks whose words stand on their pages, if they name headings."""


def tagged_levels(lines: Sequence[PdfLine]) -> dict[int, int]:
    """The level of each line that is tagged as a heading; nothing if the tags are not plausible.

    They are not if there are too few or too many, if they are as long as paragraphs, or if the first is deep and none
    is of the first level.
    """
    levels: dict[int, int] = {}
    for index, line in enumerate(lines):
        for tag in line.tags:
            if match := _HEADING_TAG.match(tag):
                levels[index] = int(match[1] or 1)
                break
    groups = Counter(_groups(lines, levels))
    share = len(levels) / max(1, len(lines))
    if len(groups) < 2 or not _LEAST_SHARE <= share <= _MOST_SHARE:
        return {}
    average = sum(len(lines[index].text) for index in levels) / len(groups)
    return levels if average <= _LONGEST_AVERAGE else {}


def _groups(lines: Sequence[PdfLine], levels: dict[int, int]) -> list[int]:
    """For each tagged line, the index of the first line of its heading."""
    groups: list[int] = []
    for index in levels:
        before = index - 1
        is_same = (
            before in levels and lines[before].tags == lines[index].tags and lines[before].page == lines[index].page
        )
        groups.append(groups[-1] if is_same and groups else index)
    return groups


def outlined_levels(lines: Sequence[PdfLine], outline: Sequence[OutlineEntry]) -> dict[int, tuple[int, int]]:
    """For the first line of each heading that a bookmark names, the depth of the bookmark, and how many lines it has.

    Nothing if most bookmarks are not found on the pages that they lead to: then they do not name headings.
    """
    by_page: dict[int, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        by_page[line.page].append(index)
    found: dict[int, tuple[int, int]] = {}
    looked_for = 0
    for entry in outline:
        key = full_key(entry.title)
        if not key or entry.page is None:
            continue
        looked_for += 1
        matches = [
            (index, count)
            for page in (entry.page, entry.page + 1)
            for index, count in _with_words(lines, by_page.get(page, []), key, title_key(entry.title))
            if index not in found
        ]
        if matches:
            height = entry.height
            best = min(
                matches,
                key=lambda match: (
                    lines[match[0]].page != entry.page,
                    abs(lines[match[0]].top - height) if height is not None else 0,
                    match[0],
                ),
            )
            found[best[0]] = (entry.depth, best[1])
    return found if found and len(found) >= _LEAST_FOUND * looked_for else {}


def _with_words(lines: Sequence[PdfLine], indices: Sequence[int], key: str, bare: str) -> list[tuple[int, int]]:
    """Where on a page lines have the words of a title and nothing else, and how many lines these are."""
    matches: list[tuple[int, int]] = []
    for at, index in enumerate(indices):
        words = ""
        for count, one in enumerate(indices[at : at + _MOST_LINES], 1):
            words += full_key(lines[one].text)
            if words in (key, bare) or (len(bare) > 5 and words.endswith(bare) and len(words) - len(bare) <= 6):
                matches.append((index, count))
                break
            if len(words) > len(key) + 6:
                break
    return matches


class ListedTitles:
    """The titles in a list of contents, for looking up headings."""

    def __init__(self, contents: ContentsList | None) -> None:
        """Take the list; None if there is none, and then nothing is listed."""
        entries = contents.entries if contents else ()
        self._levels: dict[str, int] = {}
        self._titles = [entry.title for entry in entries]
        self._entry_levels = entry_levels(entries, _STEP)
        for entry, level in zip(entries, self._entry_levels, strict=True):
            self._levels.setdefault(full_key(entry.title), level)
            self._levels.setdefault(title_key(entry.title), level)

    def __len__(self) -> int:
        return len(self._titles)

    def level(self, text: str) -> int | None:
        """The level of the entry with the words of `text`, with or without its number; None if there is none."""
        return self._levels.get(full_key(text)) or self._levels.get(title_key(text))

    def nearly(self, text: str) -> int | None:
        """The level of the first entry that has most words of `text`; None if there is none."""
        for title, level in zip(self._titles, self._entry_levels, strict=True):
            if is_alike(title, text):
                return level
        return None
