"""Making anchors: the fewest words that name one passage of a report and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefs.model.block_fields import Anchor
from briefs.model.library import Extract
from briefs.model.typesetting import plain, unprintable
from briefs.text.anchors import ELLIPSIS, FEWEST_WORDS, AnchorIndex, Searchable, occurrences

_MANY = 400
"""Words that begin in more places than this are not looked at one by one: more words are taken."""
_WORD = re.compile(r"\S+")


def anchor_for(words: str, address: str, index: AnchorIndex) -> Anchor | None:
    """An anchor that names `words`, which stand at `address` in the report, and resolves to them alone.

    It has the first and the last words, as few in all as will do, and says where they are only if they recur elsewhere.
    None if no anchor names them, since they are not there as one piece, or more than once.
    """
    said = plain(words)
    for node in index.nodes_at(address):
        if said and (found := next(occurrences(node.plain, said), None)):
            return shortest_anchor(node, *found, index)
    return None


def shortest_anchor(node: Searchable, start: int, end: int, index: AnchorIndex) -> Anchor | None:
    """The anchor with the fewest words that names what is at `start`–`end` of the matching form of `node`.

    It says where that is only if no words name it alone. None if the passage stands in its node twice, so that no words
    of it name it, or if its first or last words have a character that cannot be printed.
    """
    for scope in (None, node.leaf.address):
        passage = _Passage(node, start, end, index, scope)
        for first, last in passage.shortest():
            text = passage.words(first, last)
            if unprintable(text) is not None:
                continue
            anchor = Anchor.model_validate({"text": text, "in": scope})
            found = index.resolve(anchor, "")
            if isinstance(found, Extract) and (found.address, found.start, found.end) == (
                node.leaf.address,
                *node.span(start, end),
            ):
                return anchor
    return None


@dataclass(frozen=True)
class _Passage:
    """A passage of `node`, and where an anchor of it is looked for."""

    node: Searchable
    start: int
    end: int
    index: AnchorIndex
    scope: str | None

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where its words begin and end, in the matching form of its node."""
        return [found.span() for found in _WORD.finditer(self.node.plain, self.start, self.end)]

    def words(self, first: int, last: int) -> str:
        """An anchor of that many first and last words, as the report has them; of all its words, if `last` is 0."""
        text, spans = self.node.text, self._spans
        if not last:
            low, high = self.node.span(self.start, self.end)
            return " ".join(text[low:high].split())
        low, high = self.node.span(self.start, spans[first - 1][1])
        low2, high2 = self.node.span(spans[-last][0], self.end)
        return f"{' '.join(text[low:high].split())}{ELLIPSIS}{' '.join(text[low2:high2].split())}"

    def shortest(self) -> Iterator[tuple[int, int]]:
        """How many first and last words may name it, those with the fewest in all first; `(0, 0)` for all words."""
        count = len(self._spans)
        best = self._best_ends() if count > 2 * FEWEST_WORDS else None
        if best is not None and sum(best) < count:
            yield best
        if count:
            yield 0, 0

    def _best_ends(self) -> tuple[int, int] | None:
        """The numbers of first and last words that name it alone, the fewest in all; None if no such words do.

        More first words leave fewer places where they begin; in each of these, the last words must not follow. So only
        those numbers of first words are tried that leave fewer places, or leave one of the last words behind them.
        """
        count = len(self._spans)
        least, places = self._places()
        worthwhile = {least, *(common + 1 for _, _, common in places), *self._behind_last_words()}
        best: tuple[int, int] | None = None
        for first in sorted(one for one in worthwhile if one >= least):
            if first > count - FEWEST_WORDS or (best is not None and first + FEWEST_WORDS >= sum(best)):
                break
            most = count - first if best is None else min(count - first, sum(best) - first - 1)
            last = self._last_words(first, [place for place in places if place[2] >= first], most)
            if last is not None:
                best = first, last
        return best

    def _places(self) -> tuple[int, list[tuple[Searchable, int, int]]]:
        """Where its first words begin elsewhere, with how many words are the same there; before that, how many words
        these are: more than usual if those begin in very many places."""
        least = FEWEST_WORDS
        while True:
            opening = self._text(0, least)
            found: list[tuple[Searchable, int, int]] = []
            for node in self.index.with_words(opening, self.scope):
                for at, _ in occurrences(node.plain, opening):
                    if node is not self.node or at != self.start:
                        found.append((node, at, self._common(node.plain, at, least)))
                if len(found) > _MANY:
                    break
            else:
                return least, found
            if least >= len(self._spans):
                return least, []
            least = min(2 * least, len(self._spans))

    def _common(self, text: str, at: int, least: int) -> int:
        """How many of its first words stand in `text` from `at` on: at least `least`."""
        shift = at - self.start
        low, high = least, len(self._spans)
        while low < high:  # the more words, the fewer places have them
            middle = (low + high + 1) // 2
            end = self._spans[middle - 1][1]
            if text.startswith(self.node.plain[self.start : end], at) and _ends_word(text, end + shift):
                low = middle
            else:
                high = middle - 1
        return low

    def _behind_last_words(self) -> Iterator[int]:
        """The least numbers of first words that leave behind them one place more where the last words stand."""
        closing, number = self._text(-FEWEST_WORDS, None), 0
        for at, _ in occurrences(self.node.plain, closing, self.start):
            if at >= self._spans[-FEWEST_WORDS][0]:
                return
            while self._spans[number][1] <= at:
                number += 1
            yield number + 1

    def _last_words(self, first: int, places: Sequence[tuple[Searchable, int, int]], most: int) -> int | None:
        """The fewest last words, at `most` so many, that name it alone together with its `first` ones."""
        opening = self._spans[first - 1][1] - self.start
        others = [(node.plain, at + opening) for node, at, _ in places]
        if not self._names(most, opening, others):
            return None
        low, high = FEWEST_WORDS, most
        while low < high:
            middle = (low + high) // 2
            if self._names(middle, opening, others):
                high = middle
            else:
                low = middle + 1
        return low

    def _names(self, last: int, opening: int, others: Sequence[tuple[str, int]]) -> bool:
        """Whether that many last words stand first at its end, and nowhere behind the first ones in other places."""
        if last < FEWEST_WORDS:
            return False
        closing = self._text(-last, None)
        own = next(occurrences(self.node.plain, closing, self.start + opening), None)
        return own is not None and own[1] == self.end and not any(_has(text, closing, at) for text, at in others)

    def _text(self, first: int, stop: int | None) -> str:
        """Its words from number `first` up to `stop`."""
        spans = self._spans[first:stop]
        return self.node.plain[spans[0][0] : spans[-1][1]]


def _has(text: str, words: str, start: int) -> bool:
    return next(occurrences(text, words, start), None) is not None


def _ends_word(text: str, at: int) -> bool:
    return not (text[at - 1 : at].isalnum() and text[at : at + 1].isalnum())
