"""Where a passage stands in the report's file: as characters that anybody with the file can find and compare."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from briefs.model.library import Extract
from briefs.model.note_marks import SUPERSCRIPTS
from briefs.model.provenance import SourceSpan
from briefs.model.report import Report
from briefs.model.typesetting import clean

_WORD = re.compile(rf"[^\W{SUPERSCRIPTS}]+")
_CLOSING = ".,;:?!…)]\"'”’»"
_OPENING = "([\"'“‘«"
_UNPRINTED = f"*{SUPERSCRIPTS}"


def source_spans(extract: Extract, clean_text: str, report: Report, notes: frozenset[int]) -> tuple[SourceSpan, ...]:
    """Where the words of `extract` are in the file of `report`; `clean_text` is the whole clean text of its node.

    `notes` are the numbers of the report's footnotes. There is a span for each run of lines that follow each other. If
    the words cannot be found in their lines, these are the spans; there are none if the file is not one of text.
    """
    if not report.text:
        return ()
    starts = line_starts(report.text)
    lines = [(starts[line - 1], starts[line] if line < len(starts) else len(report.text)) for line in extract.lines]
    text = "".join(report.text[start:end] for start, end in lines)
    found = _found(extract, clean_text, text) or (0, len(text.rstrip()))
    return tuple(_spans(found, lines, report.text, notes))


@lru_cache(maxsize=8)
def line_starts(text: str) -> Sequence[int]:
    """Where each line of `text` begins, as reports count lines."""
    return [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", text))]


def _found(extract: Extract, clean_text: str, text: str) -> tuple[int, int] | None:
    """Where the passage is in `text`, the lines of its node as received; None if its words do not stand there so."""
    passage = clean_text[extract.start : extract.end]
    wanted = [word for word, _, _ in _words(passage)]
    before = sum(1 for start, _ in _places(wanted, _words(clean_text)) if start < extract.start)
    places = list(_places(wanted, _words(text)))
    if not wanted or before >= len(places):
        return None
    start, end = places[before]
    return _extended(text, start, passage, -1), _extended(text, end, passage, 1)


@lru_cache(maxsize=4096)
def _words(text: str) -> Sequence[tuple[str, int, int]]:
    """The words of `text` with their places. Spaces, line ends, punctuation, emphasis and note marks are none."""
    return [(found[0], found.start(), found.end()) for found in _WORD.finditer(text)]


def _places(wanted: Sequence[str], words: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    """Where the words that are `wanted` stand one after the other among `words`: from where to where in the text."""
    count = len(wanted)
    for at in range(len(words) - count + 1 if count else 0):
        if words[at][0] == wanted[0] and [word for word, _, _ in words[at : at + count]] == wanted:
            yield words[at][1], words[at + count - 1][2]


def _extended(text: str, at: int, passage: str, step: int) -> int:
    """`at`, where the words of `passage` begin or end in `text`, moved over the punctuation that it has there too."""
    marks = _OPENING if step < 0 else _CLOSING
    missing = len(passage) - len(passage.lstrip(marks) if step < 0 else passage.rstrip(marks))
    place = at
    while missing and 0 <= (index := place - (step < 0)) < len(text) and text[index] in marks + _UNPRINTED:
        place += step
        if text[index] in marks:
            missing, at = missing - 1, place
    return at


def _spans(
    found: tuple[int, int], lines: Sequence[tuple[int, int]], text: str, notes: frozenset[int]
) -> Iterator[SourceSpan]:
    """The spans in the file of what is at `found` in its lines put together; those that touch are one."""
    at = list(accumulate((end - start for start, end in lines), initial=0))
    spans: list[tuple[int, int]] = []
    first, last = (bisect_right(at, place) - 1 for place in (found[0], found[1] - 1))
    for number in range(first, min(last, len(lines) - 1) + 1):
        start, end = lines[number]
        begin = start + max(0, found[0] - at[number])
        stop = min(end, start + found[1] - at[number])
        if spans and spans[-1][1] == begin:
            spans[-1] = (spans[-1][0], stop)
        else:
            spans.append((begin, stop))
    for begin, stop in spans:
        words = text[begin:stop].rstrip()
        stop = begin + len(words)
        exact = " ".join(clean(" ".join(words.split()), notes).split())
        yield SourceSpan(begin, stop, hashlib.sha256(words.encode()).hexdigest(), exact)
