"""Finding the words of a text that are most like others, and so were probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache

from briefs.text.lookalikes import skeleton

_LEAST_LIKENESS = 0.5
"""A ratio of `difflib`, from 0 to 1: words that are less alike were probably not meant."""


def nearest_words(words: str, texts: Iterable[str]) -> tuple[int, str] | None:
    """The index of a text, and its run of equally many words that is most like `words`; None if nothing is similar."""
    wanted = words.split()
    best: tuple[float, int, str] | None = None
    matcher: difflib.SequenceMatcher[str] = difflib.SequenceMatcher(autojunk=False)
    matcher.set_seq2(" ".join(wanted).lower())
    rare = {skeleton(word) for word in wanted if len(word) > 3}
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
