"""Which sentences of an edition a file still has, which it says in other words, which are gone, and what was added."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Literal, TypeAlias

from briefs.verification.document_sentences import Sentence
from briefs.verification.file_contents import words_in
from briefs.verification.word_changes import place_in

Fate: TypeAlias = Literal[
    "same",
    "changed",
    "missing",
    "added",
    "unread",  # in a picture of which the file has no text
]

_GAP = "\0"
_TAG = re.compile(r"‹[^›]*›")
_MARKS = re.compile(r"[\W_]+")
_NUMBERS = re.compile(r"[\d\W_]+")


@dataclass(frozen=True, slots=True)
class FoundSentence:
    """A sentence of an edition and what the file says in its place: `now`, empty if that is gone.

    What was added has no `sentence`.
    """

    fate: Fate
    now: str
    sentence: Sentence | None = None


def sentences_found(
    sentences: Sequence[Sentence], words: Sequence[str], built: Sequence[str] = (), layout: Sequence[str] = ()
) -> list[FoundSentence]:
    """`sentences` of an edition as a file with these `words` has them, and what was added to it, in reading order.

    `built` are the words of the file as it was built, in the same format, if that is known: then each word is compared.
    Else the `layout` words that formats print besides (see `layout_words`), numbers of paragraphs, and where a sentence
    stands are passed over.
    """
    repeated = [one.text for one in sentences if one.role == "column head"]
    reference = list(built) or [word for one in sentences for word in words_in(one.text)]
    comparison = _Comparison(reference, words, None if built else _Layout([*layout, *repeated]))
    return list(comparison.found(sentences))


class _Layout:
    """What formats print besides sentences, for taking it away."""

    def __init__(self, texts: Sequence[str]) -> None:
        squeezed = sorted({"".join(words_in(text)) for text in texts}, key=len, reverse=True)
        patterns = [re.sub("0", r"\\d*", re.escape(text)) if "0" in text else re.escape(text) for text in squeezed]
        self._pattern = re.compile("|".join(patterns)) if patterns else None

    def pieces(self, text: str, *, within: bool) -> list[str]:
        """What `text`, without spaces, says besides, piece by piece; within a sentence, numbers count."""
        text = _TAG.sub(_GAP, text)
        if self._pattern is not None:
            text = self._pattern.sub(_GAP, text)
        pieces = ((_MARKS if within else _NUMBERS).sub("", piece) for piece in text.split(_GAP))
        return [piece for piece in pieces if piece]


class _Comparison:
    """The words of a file beside those that it was built with."""

    def __init__(self, before: Sequence[str], after: Sequence[str], layout: _Layout | None) -> None:
        self._before, self._after = before, after
        self._starts = list(accumulate(map(len, before), initial=0))
        self._text = "".join(before)
        self._after_text = "".join(after)
        self._layout = layout
        self._plain_text = _NUMBERS.sub("", self._text)
        is_same = self._text == self._after_text
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        codes = [] if is_same else matcher.get_opcodes()
        self._changes = [
            (start, end, other, last)
            for kind, start, end, other, last in codes
            if kind != "equal" and "".join(before[start:end]) != "".join(after[other:last])
        ]
        self._told: set[int] = set()

    def found(self, sentences: Sequence[Sentence]) -> Iterator[FoundSentence]:
        """Each sentence with its fate, and what was added behind those that it follows."""
        places = list(self._places(sentences))
        fates = [
            self._unplaced(one) if place is None else self._placed(one, *place)
            for one, place in zip(sentences, places, strict=True)
        ]
        for found, place in zip(fates, places, strict=True):
            if place is not None and found.sentence is not None and found.sentence.role != "furniture":
                yield from self._added(place[0])
            yield found
        yield from self._added(len(self._before) + 1)

    def _places(self, sentences: Sequence[Sentence]) -> Iterator[tuple[int, int] | None]:
        """Where each sentence is among the words of the file as it was built: its first word, and the one after it."""
        at = 0
        for one in sentences:
            own = "".join(words_in(one.text))
            place = place_in(own, self._text, at) or place_in(own, self._text, 0)
            if place is None:
                yield None
                continue
            at = place[1] if place[0] >= at and one.role != "furniture" else at
            yield bisect_right(self._starts, place[0]) - 1, bisect_left(self._starts, place[1])

    def _unplaced(self, one: Sentence) -> FoundSentence:
        """A sentence that the file as built has in other pieces: it is the same if the file has them in a row."""
        own = "".join(words_in(one.text))
        if own in self._after_text or one.role in ("furniture", "source tag"):
            return FoundSentence("same", one.text, one)
        if one.role == "picture":
            return FoundSentence("unread", "", one)
        return FoundSentence("missing", "", one)

    def _placed(self, one: Sentence, first: int, last: int) -> FoundSentence:
        within = [
            (number, change)
            for number, change in enumerate(self._changes)
            if _overlaps(change, first, last) and not self._is_untold(change, within=True)
        ]
        is_elsewhere = self._layout is not None and "".join(self._before[first:last]) in self._after_text
        if not within or is_elsewhere:
            return FoundSentence("same", one.text, one)
        self._told.update(number for number, _ in within)
        now = " ".join(self._after[self._other(first, is_end=False) : self._other(last, is_end=True)])
        if self._layout is not None and one.role in ("furniture", "source tag"):
            return FoundSentence("same", one.text, one)
        if self._layout is not None and one.role == "picture":
            return FoundSentence("unread", "", one)
        if self._layout is not None and self._is_divided("".join(self._before[first:last]), "".join(now.split())):
            return FoundSentence("same", one.text, one)
        return FoundSentence("changed" if re.search(r"\w", now) else "missing", now, one)

    def _is_divided(self, own: str, now: str) -> bool:
        """Whether a sentence is the same but for what stands where a page ends."""
        assert self._layout is not None
        return _MARKS.sub("", own) in "".join(self._layout.pieces(now, within=True))

    def _added(self, before: int) -> Iterator[FoundSentence]:
        """What was added in front of the word `before` and not told yet."""
        for number, change in enumerate(self._changes):
            start, end, other, last = change
            if number not in self._told and start < before and (end == start or self._layout is None):
                self._told.add(number)
                if other < last and not self._is_untold(change, within=False):
                    yield FoundSentence("added", " ".join(self._after[other:last]))

    def _is_untold(self, change: tuple[int, int, int, int], *, within: bool) -> bool:
        """Whether a change is one that layouts make by themselves, as where a page ends or a note is called."""
        if self._layout is None:
            return False
        start, end, other, last = change
        lost, new = "".join(self._before[start:end]), "".join(self._after[other:last])
        if lost and new.startswith(lost) and not lost[-1].isdigit() and new[len(lost) :].isdecimal():
            return True
        pieces = self._layout.pieces(new, within=within)
        is_repeated = not within and all(piece in self._plain_text for piece in pieces)
        return (not pieces or is_repeated) and not self._layout.pieces(lost, within=True)

    def _other(self, index: int, *, is_end: bool) -> int:
        """Where the word `index`, or the end before it, is among the words of the file."""
        shift = 0
        for start, end, other, last in self._changes:
            if index < start or (index == start and (is_end or start < end)):
                break
            if index < end or (index == end and is_end):
                return last if is_end else other
            shift = last - end
        return index + shift


def _overlaps(change: tuple[int, int, int, int], first: int, last: int) -> bool:
    start, end, _, _ = change
    return first < start < last if start == end else start < last and end > first
