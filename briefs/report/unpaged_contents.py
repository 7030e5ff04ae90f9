"""Lists of contents without page numbers: titles under "Contents" that stand again further below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefs.report.contents_list import ContentsEntry, ContentsList, indent_of, title_key
from briefs.text.heading_words.heading_word_files import heading_words

_BULLETS = "-*• "
_FEWEST = 3
_LONGEST = 150
_MOST = 300
_LEAST_SHARE = 0.6


def unpaged_contents(lines: Sequence[str]) -> ContentsList | None:
    """The first list of titles, under a title such as "Contents", most of which recur below it; None if none does.

    `lines` are those of the text; the indices of the list count from 0.
    """
    last: dict[str, int] | None = None  # the last line with each title
    for title, line in enumerate(lines):
        if line.strip() and len(line) < _LONGEST and heading_words().is_contents_title(line):
            if last is None:
                last = {title_key(one): at for at, one in enumerate(lines) if 0 < len(one.strip()) <= _LONGEST}
            entries = _entries(lines, title, last)
            if len(entries) >= _FEWEST:
                return ContentsList(tuple(entries), title)
    return None


def _entries(lines: Sequence[str], title: int, last: Mapping[str, int]) -> list[ContentsEntry]:
    """The lines below the title up to a long one, or to where the first of them stands again, or else another one: a
    title may stand in the list under several others."""
    below: list[int] = []
    keys: set[str] = set()
    first = ""
    before_repeated: list[int] | None = None
    for index in range(title + 1, min(len(lines), title + _MOST)):
        text = lines[index].strip().lstrip(_BULLETS)
        key = title_key(text)
        if len(text) > _LONGEST or (key and key == first):
            if found := _recurring(lines, title, below, last):
                return found
            break
        if key in keys and before_repeated is None:
            before_repeated = list(below)
        if key:
            first = first or key
            keys.add(key)
            below.append(index)
    return _recurring(lines, title, below if before_repeated is None else before_repeated, last)


def _recurring(lines: Sequence[str], title: int, below: Sequence[int], last: Mapping[str, int]) -> list[ContentsEntry]:
    """Entries on the lines `below` the title, if most of them stand again after them; none if they do not."""
    end = below[-1] + 1 if below else title + 1
    recurring = [index for index in below if last.get(title_key(lines[index].strip().lstrip(_BULLETS)), -1) >= end]
    if not recurring or len(recurring) < _LEAST_SHARE * len(below):
        return []
    final = recurring[-1]
    return [
        ContentsEntry((index,), lines[index].strip().lstrip(_BULLETS), "", float(indent_of(lines[index])))
        for index in below
        if index <= final
    ]
