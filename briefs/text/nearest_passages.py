"""Finding the passages of a report that most of the words of a text may come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from briefs.model.report import Footnote, Item, Leaf, Paragraph, Report
from briefs.model.typesetting import clean, plain, typeset
from briefs.text.words import sentences_of, words_of

_LEAST = 0.2
"""The least share of the weight of a text's words that a passage must have to be shown."""
_MORE = 0.1
"""The least share of that weight for which the sentence beside the best one is shown too."""
_SHORT = 3
"""Words of so few letters say little of where a text comes from."""


@dataclass(frozen=True, slots=True)
class NearPassage:
    """Sentences of the report, typeset, that stand together in one place; `share` of the weight of a text's words are
    in them (0 to 1). `words` are the sentences as the report has them, without emphasis and note marks."""

    leaf: Leaf
    words: str
    text: str
    share: float


def nearest_passages(text: str, report: Report, most: int = 3, language: str = "en") -> tuple[NearPassage, ...]:
    """Up to `most` sentences of the running text of `report` that are nearest to `text`, the nearest first.

    A word counts the more, the fewer sentences have it. Of one paragraph, the best sentence is taken, with the next one
    if that has as much again.
    """
    notes = report.note_numbers()
    said: list[tuple[Leaf, str, frozenset[str]]] = []
    for leaf in report.leaves():
        if isinstance(leaf, Paragraph | Item | Footnote):
            words = clean(leaf.text, notes)
            said += ((leaf, sentence, _stems(sentence, language)) for sentence in sentences_of(words))
    rarity = Counter(stem for _, _, stems in said for stem in stems)
    wanted = {stem: log(1 + len(said) / (1 + rarity[stem])) for stem in _stems(text, language)}
    whole = sum(wanted.values())
    if not whole:
        return ()
    best: dict[str, tuple[float, int]] = {}
    for at, (leaf, _, stems) in enumerate(said):
        share = sum(weight for stem, weight in wanted.items() if stem in stems) / whole
        if share >= _LEAST and share > best.get(leaf.address, (0.0, 0))[0]:
            best[leaf.address] = share, at
    ranked = sorted(best.values(), key=lambda one: (-one[0], one[1]))[:most]
    return tuple(_passage(said, at, wanted, whole) for _, at in ranked)


def _passage(
    said: Sequence[tuple[Leaf, str, frozenset[str]]], at: int, wanted: dict[str, float], whole: float
) -> NearPassage:
    """The sentence number `at`, with the one behind or before it if that has more of the words."""
    leaf, sentence, stems = said[at]
    words, known = sentence, stems
    for other, joined in ((at + 1, "{0} {1}"), (at - 1, "{1} {0}")):
        if 0 <= other < len(said) and said[other][0] is leaf:
            more = sum(weight for stem, weight in wanted.items() if stem in said[other][2] - known) / whole
            if more >= _MORE:
                words, known = joined.format(words, said[other][1]), known | said[other][2]
                break
    share = sum(weight for stem, weight in wanted.items() if stem in known) / whole
    return NearPassage(leaf, words, typeset(words), share)


def _stems(text: str, language: str) -> frozenset[str]:
    found = words_of(plain(text), language)
    return frozenset(word.stem for word in found if not word.is_mark and len(word.text) > _SHORT)
