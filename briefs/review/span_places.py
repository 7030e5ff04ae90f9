"""Where the spans of a returned paragraph stand in what was sent and in what a reviewer made of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefs.model.mark import Mark
from briefs.model.marked_file import Span
from briefs.review.word_tokens import opcodes, tokens


class PlacedSpan(NamedTuple):
    """A span: its words are at `start`–`end` in the final text, and at `kept_start`–`kept_end` in the sent one. Words
    that are not there have a place, and no room."""

    span: Span
    kept_start: int
    kept_end: int
    start: int
    end: int

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Who inserted and who deleted it."""
        return tuple(mark for mark in (self.span.inserted, self.span.deleted) if mark is not None)

    def is_of(self, kept: tuple[int, int], final: tuple[int, int]) -> bool:
        """Whether it is among the changes that made the characters `final` of the new text of the sent ones `kept`."""
        if self.span.deleted is None:
            return self.span.inserted is not None and self.start < final[1] and final[0] < self.end
        if self.span.inserted is None:
            return self.kept_start < kept[1] and kept[0] < self.kept_end
        return final[0] <= self.start <= final[1]

    def within(self, kept: tuple[int, int], final: tuple[int, int]) -> Span | None:
        """What of it stands at `final` in the new text, or stood at `kept` in the sent one."""
        if self.span.is_in_final:
            low, high, start, end = self.start, self.end, *final
        elif self.span.is_in_base:
            low, high, start, end = self.kept_start, self.kept_end, *kept
        else:
            return self.span if final[0] <= self.start < final[1] else None
        cut = self.span.text[max(start - low, 0) : max(end - low, 0)] if high > low else ""
        return _with_text(self.span, cut) if cut else None


def placed_spans(spans: Iterable[Span], kept: str, final: str) -> tuple[PlacedSpan, ...]:
    """`spans` with their places in `kept` and `final`: these texts lack source tags, and `kept` what nobody tracked."""
    found = tuple(spans)
    old, new = _lengths(found, is_final=False), _lengths(found, is_final=True)
    in_kept = _Places("".join(span.text for span in found if span.is_in_base), kept)
    in_final = _Places("".join(span.text for span in found if span.is_in_final), final)
    return tuple(
        PlacedSpan(span, in_kept.of(before[0]), in_kept.of(before[1]), in_final.of(after[0]), in_final.of(after[1]))
        for span, before, after in zip(found, old, new, strict=True)
    )


def _lengths(spans: Sequence[Span], is_final: bool) -> Iterator[tuple[int, int]]:
    place = 0
    for span in spans:
        end = place + (len(span.text) if (span.is_in_final if is_final else span.is_in_base) else 0)
        yield place, end
        place = end


class _Places:
    """Where the characters of one text stand in another, which has most of its words."""

    def __init__(self, text: str, other: str) -> None:
        self._starts = [0]
        self._others = [0]
        self._is_same = text == other
        if self._is_same:
            return
        old, new = tokens(text), tokens(other)
        for kind, start, end, first, last in opcodes([one.key for one in old], [one.key for one in new]):
            if kind == "equal":
                self._starts += [one.start for one in old[start:end]]
                self._others += [one.start for one in new[first:last]]
            else:
                self._starts += [one.start for one in old[start:end]]
                self._others += [new[first].start if first < len(new) else len(other)] * (end - start)
        self._starts.append(len(text))
        self._others.append(len(other))

    def of(self, place: int) -> int:
        """Where the character at `place` stands in the other text."""
        if self._is_same:
            return place
        at = bisect_right(self._starts, place) - 1
        limit = self._others[at + 1] if at + 1 < len(self._others) else self._others[at]
        return min(self._others[at] + place - self._starts[at], limit)


def _with_text(span: Span, text: str) -> Span:
    return Span(text, span.inserted, span.deleted, span.is_moved, span.revisions, span.threads)
