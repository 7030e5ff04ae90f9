"""Finding the words of a text that are most like others, and so were probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from functools import lru_cache

from briefs.text.lookalikes import skeleton

_SHORT = 3
"""Words of so many letters or fewer are in most texts."""
_LEAST_LIKENESS = 0.5
"""A ratio of `difflib`, from 0 to 1: words that are less alike were probably not meant."""


_FEW = 500
"""So many texts are all compared: as many as a report of 20,000 words has."""
_MOST_COMPARED = 40
"""Of more texts, so many are compared: those that have most of the rare words."""
_MOST_COUNTED = 5000
"""In how many texts the words are counted, beginning with the rarest word."""


class NearestTexts:
    """Many texts, such as those of a report, in which the words most like others are looked for again and again."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._having: dict[str, list[int]] = {}
        for number, text in enumerate(texts):
            for word in _skeletons(text):
                self._having.setdefault(word, []).append(number)

    def nearest(self, words: str, among: Sequence[int]) -> tuple[int, str] | None:
        """What `nearest_words` gives for the texts with these numbers, which rise; the index is such a number.

        Of many texts, only those are compared that have most of the rare words.
        """
        numbers = among if len(among) <= _FEW else self._promising(words, among)
        close = nearest_words(words, (self._texts[number] for number in numbers))
        return None if close is None else (numbers[close[0]], close[1])

    def _promising(self, words: str, among: Sequence[int]) -> list[int]:
        """Of `among`, the texts that have most of `words`, where a word counts more the rarer it is."""
        skeletons = {skeleton(word) for word in words.split()}
        rare = [self._having[one] for one in skeletons if len(one) > _SHORT and one in self._having]
        known = rare or [self._having[one] for one in skeletons if one in self._having]
        weights: dict[int, float] = {}
        allowed, left = set(among), _MOST_COUNTED
        for having in sorted(known, key=lambda numbers: (len(numbers), numbers)):
            for number in having[:left]:
                if number in allowed:
                    weights[number] = weights.get(number, 0) + 1 / len(having)
            left -= min(left, len(having))
        best = sorted(weights, key=lambda number: (-weights[number], number))[:_MOST_COMPARED]
        return sorted(best)


def nearest_words(words: str, texts: Iterable[str]) -> tuple[int, str] | None:
    """The index of a text, and its run of equally many words that is most like `words`; None if nothing is similar."""
    wanted = words.split()
    best: tuple[float, int, str] | None = None
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(wanted).lower())
    rare = {skeleton(word) for word in wanted if len(word) > _SHORT}
    for index, text in enumerate(texts):
        tokens = text.split()
        if rare and rare.isdisjoint(_skeletons(text)):
            continue
        for start in range(max(1, len(tokens) - len(wanted) + 1)):
            run = " ".join(tokens[start : start + len(wanted)])
            matcher.set_seq1(run.lower())
            at_most = matcher.quick_ratio()
            if at_most < _LEAST_LIKENESS or (best is not None and at_most <= best[0]):
                continue
            ratio = matcher.ratio()
            if best is None or ratio > best[0]:
                best = (ratio, index, run)
    if best is None or best[0] < _LEAST_LIKENESS:
        return None
    return best[1], best[2]


@lru_cache(maxsize=4096)
def _skeletons(text: str) -> frozenset[str]:
    """The words of a text without the marks around them, in the form for comparing."""
    return frozenset(skeleton(token.strip(".,;:()\"'")) for token in text.split())
