"""Finding words that somebody copied from a report, however the program they were copied from has changed them.

Only letters and digits are compared, in small letters (Unicode Standard Annex 15, NFKC): so line breaks, hyphens at the
ends of lines, forms of quotation marks, ligatures, spaces and emphasis make no difference. Marks of notes that were
copied along are left out if the words are not found with them, and what stands between pages is passed over.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate

from briefs.model.folding import printable_form
from briefs.model.report import Footnote, Item, Leaf, Paragraph, Quotation, Report, Section
from briefs.model.typesetting import plain
from briefs.text.anchors import AnchorIndex, Searchable

_SUPERSCRIPTS = re.compile("[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+")
_GLUED = re.compile(r"(?<=[^\W\d_]|[.,;:!?)\]”\"’'»])\d{1,3}(?=\s|\Z|[.,;:)\]])")
"""Digits right behind a word or a mark, as the marks of notes are where they are no superscripts."""
_MARKER = re.compile(r"\A[(\[]?\w{1,4}[.)\]]\s+")
"""The number or letter of an item, which is no part of its text."""
_SURE = 16
"""So many letters, at least, must be the same at the beginning and at the end of words that were not copied cleanly."""
_ALIKE = 0.8
"""So much of a passage must be in words that were not copied cleanly."""
_FURNITURE = 2
"""The most lines of a page, such as its number, that are taken for copied along at each end."""
_MOST = 50
"""The most places of words that are looked at."""
_MOST_WITHIN = 2000
"""The most places of letters that are looked at, since they may stand within words."""


class _Folded(dict[int, str]):
    """The letters and digits that stand for each character, by its code point."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).casefold()
        self[code] = "".join(one for one in folded if one.isalnum())
        return self[code]


_FOLDED = _Folded()


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """What is at `start`–`end` of the matching form of `node`."""

    node: Searchable
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place in which words stand: a passage in each of the paragraphs that they run over. Unless it `is_exact`, other
    words stand between them, there or where they were copied."""

    passages: tuple[FoundPassage, ...]
    is_exact: bool = True


@dataclass(frozen=True)
class _Stream:
    """Nodes that can follow each other where somebody copies; None stands for a heading, which no anchor can name."""

    nodes: Sequence[Searchable | None]
    letters: Sequence[str]

    @cached_property
    def all(self) -> str:
        """The letters and digits of all nodes."""
        return "".join(self.letters)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where the letters of each node begin, and where the last ones end."""
        return [0, *accumulate(map(len, self.letters))]

    def passages(self, start: int, end: int, is_meant: Callable[[Leaf], bool]) -> tuple[FoundPassage, ...]:
        """What is at `start`–`end` of its letters; nothing if that begins or ends within a word, or is not meant."""
        found: list[FoundPassage] = []
        number = bisect_right(self.starts, start) - 1
        while number < len(self.nodes) and self.starts[number] < end:
            node, at = self.nodes[number], self.starts[number]
            if node is not None and self.letters[number]:
                low, high = max(start - at, 0), min(end - at, len(self.letters[number]))
                span = _span(node.plain, low, high) if is_meant(node.leaf) else None
                if span is None:
                    return ()
                first = 0 if found else span[0]  # between passages, all of each is meant, also its last mark
                if found:
                    found[-1] = replace(found[-1], end=len(found[-1].node.plain))
                found.append(FoundPassage(node, first, span[1]))
            number += 1
        return tuple(found)


@dataclass(frozen=True)
class CopiedWords:
    """Finds words in `report`, which `index` is of."""

    report: Report
    index: AnchorIndex

    @cached_property
    def _streams(self) -> Sequence[_Stream]:
        """The body with its headings, the notes, and everything else: in this order words are looked for."""
        by_leaf = {id(node.leaf): node for node in self.index.nodes}
        body: list[tuple[Searchable | None, str]] = []
        notes: list[tuple[Searchable | None, str]] = []
        others: list[tuple[Searchable | None, str]] = []
        for node in self.report.nodes():
            if isinstance(node, Section):
                body.append((None, _letters(plain(node.heading.text))))
            elif (found := by_leaf.get(id(node))) is not None:
                is_body = isinstance(node, Paragraph | Item) or (isinstance(node, Quotation) and node.role == "block")
                stream = body if is_body else notes if isinstance(node, Footnote) else others
                stream.append((found, _letters(found.plain)))
        return [_Stream([node for node, _ in one], [text for _, text in one]) for one in (body, notes, others)]

    def places(self, words: str, is_meant: Callable[[Leaf], bool] = lambda leaf: True) -> list[FoundPlace]:
        """The places in which `words` stand, in reading order: those of which all leaves are meant. If they stand
        somewhere with the same capitals and marks, others do not count.

        Those in notes count only if there are none in the body; those in displays and tables, if there are no others.
        """
        for number, said in enumerate(_trimmed(words)):
            for letters in _variants(said):
                for stream in self._streams:
                    if found := [_with_marks(one, said) for one in _exactly(stream, letters, is_meant)]:
                        same = [one for one in found if _text_of(one) == plain(said)]  # also in capitals
                        return [FoundPlace(one, not number) for one in same or found]
        for said in _trimmed(words):
            for letters in reversed(_variants(said)):
                for stream in self._streams:
                    if passages := _nearly(stream, letters, said, is_meant):
                        return [FoundPlace(_with_marks(passages, said), is_exact=False)]
        return []

    def whole_places(self, words: str) -> list[FoundPlace]:
        """All places in which the letters of `words` stand as they are, also in notes, displays and tables."""
        letters = _letters(words)
        found = (_exactly(stream, letters, lambda leaf: True) for stream in self._streams if letters)
        return [FoundPlace(_with_marks(one, words)) for ones in found for one in ones]


def _trimmed(words: str) -> list[str]:
    """`words`, then what is left of them without lines at the beginning and at the end that a page may have there."""
    lines = [line for line in words.splitlines() if line.strip()]
    cuts = sorted(((start, end) for start in range(_FURNITURE + 1) for end in range(_FURNITURE + 1)), key=sum)
    parts = (lines[start : len(lines) - end] for start, end in cuts if 2 * (start + end) <= len(lines))
    return [printable_form(" ".join(part)) for part in parts]


def _variants(said: str) -> list[str]:
    """The letters of `said`: all of them, and without the number of an item and what may be marks of notes."""
    item = _MARKER.sub("", said)
    bare = _SUPERSCRIPTS.sub("", item)
    return [one for one in dict.fromkeys(map(_letters, (said, item, bare, _GLUED.sub("", bare)))) if one]


def _letters(text: str) -> str:
    return text.translate(_FOLDED)


def _exactly(stream: _Stream, letters: str, is_meant: Callable[[Leaf], bool]) -> Iterator[tuple[FoundPassage, ...]]:
    """The places of `letters`, as whole words; no more than are worth looking at."""
    start, found, looked_at = stream.all.find(letters), 0, 0
    while start >= 0 and found < _MOST and looked_at < _MOST_WITHIN:
        looked_at += 1
        passages = stream.passages(start, start + len(letters), is_meant)
        if passages:
            yield passages
            found += 1
        start = stream.all.find(letters, start + 1)


def _nearly(stream: _Stream, letters: str, said: str, is_meant: Callable[[Leaf], bool]) -> tuple[FoundPassage, ...]:
    """The place that begins and ends as `letters` do, and has most of its words in between; empty if there is none."""
    text = stream.all
    first = _most(len(letters), lambda count: letters[:count] in text)
    last = _most(len(letters), lambda count: letters[len(letters) - count :] in text)
    if min(first, last) < _SURE:
        return ()
    ends = [start + last for start in _starts(text, letters[len(letters) - last :])]
    for start in _starts(text, letters[:first]):
        for end in ends:
            if max(first, last) <= end - start <= 1.2 * len(letters):
                passages = stream.passages(start, end, is_meant)
                if passages and _is_in(passages, said):
                    return passages
    return ()


def _starts(text: str, part: str) -> list[int]:
    """Where `part` begins in `text`, as often as is worth looking at."""
    found: list[int] = []
    start = text.find(part)
    while start >= 0 and len(found) < _MOST:
        found.append(start)
        start = text.find(part, start + 1)
    return found


def _most(highest: int, holds: Callable[[int], bool]) -> int:
    """The highest number up to `highest` for which `holds` is true; if it is for one, it is for all below."""
    low = 0
    while low < highest:
        middle = (low + highest + 1) // 2
        if holds(middle):
            low = middle
        else:
            highest = middle - 1
    return low


def _text_of(passages: Sequence[FoundPassage]) -> str:
    return " ".join(one.node.plain[one.start : one.end] for one in passages)


def _is_in(passages: Sequence[FoundPassage], said: str) -> bool:
    """Whether most words of `passages` are in `said`, in this order."""
    there = _text_of(passages).lower().split()
    matcher = SequenceMatcher(None, there, plain(said).lower().split(), autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) >= _ALIKE * len(there)


def _span(text: str, first: int, last: int) -> tuple[int, int] | None:
    """Where the letters and digits number `first` to `last` of `text` stand in it.

    If that begins or ends within a word, all of the word is meant if there are several others, otherwise nothing: None.
    """
    count, start = 0, None
    for offset, character in enumerate(text):
        folded = len(_FOLDED[ord(character)])
        if not folded:
            continue
        if count == first and start is None:
            start = offset
        count += folded
        if count >= last:
            end = offset + 1
            is_within = start is None or count > last or _is_within(text, start) or _is_within(text, end)
            if is_within and (start is None or last - first < _SURE):
                return None
            assert start is not None
            while _is_within(text, start):
                start -= 1
            while _is_within(text, end):
                end += 1
            return start, end
    return None


def _is_within(text: str, at: int) -> bool:
    """Whether `at` lies between two letters or digits of `text`."""
    return 0 < at < len(text) and _is_letter(text[at - 1]) and _is_letter(text[at])


def _is_letter(character: str) -> bool:
    return character.isalpha() or character.isdecimal()


def _with_marks(passages: tuple[FoundPassage, ...], said: str) -> tuple[FoundPassage, ...]:
    """`passages` with the marks before the first word and behind the last one, as far as `said` has them too."""
    marks = plain(said)
    first = passages[0]
    start, before = first.start, len(marks) - len(marks.lstrip(_marks_of(marks)))
    while before and start and first.node.plain[start - 1] == marks[before - 1]:
        start, before = start - 1, before - 1
    passages = (FoundPassage(first.node, start, first.end), *passages[1:])
    last, end, behind = passages[-1], passages[-1].end, len(marks.rstrip(_marks_of(marks)))
    while behind < len(marks) and end < len(last.node.plain) and last.node.plain[end] == marks[behind]:
        end, behind = end + 1, behind + 1
    return (*passages[:-1], FoundPassage(last.node, last.start, end))


def _marks_of(text: str) -> str:
    """All characters of `text` that are neither letters nor digits."""
    return "".join({one for one in text if not _is_letter(one)})
