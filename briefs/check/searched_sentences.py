"""The sentences of a report, found by the words that they have and the place that they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefs.model.report import Leaf, Matter, Report
from briefs.model.same_object import Same
from briefs.model.typesetting import plain
from briefs.text.placed_texts import PlacedLeaves
from briefs.text.quantities import Quantity, quantities
from briefs.text.words import Word, sentences_of, words_of


@dataclass(frozen=True, slots=True)
class SearchedSentence:
    """A sentence of a report: its text, and the leaf that it is in."""

    text: str
    leaf: Leaf


class SearchedSentences:
    """All sentences of the leaves of a report in which anything is looked for, in order; numbers are counted from 0."""

    def __init__(self, report: Report, language: str) -> None:
        notes = report.note_numbers()
        leaves = [leaf for leaf in report.leaves() if not isinstance(leaf, Matter)]
        self._places = PlacedLeaves(leaves)
        self._all: list[SearchedSentence] = []
        self._starts: list[int] = []
        self._having: dict[str, list[int]] = {}
        self._with_figures: list[int] = []
        for leaf in leaves:
            self._starts.append(len(self._all))
            for text in sentences_of(with_hyphens(plain(leaf.text, notes))):
                self._learn(SearchedSentence(text, leaf), language)
        self._starts.append(len(self._all))

    def _learn(self, sentence: SearchedSentence, language: str) -> None:
        number = len(self._all)
        self._all.append(sentence)
        for key in {key for word in words_in(sentence.text, language) for key in (word.text, word.stem)}:
            self._having.setdefault(key, []).append(number)
        if figures_in(sentence.text, language):
            self._with_figures.append(number)

    def __getitem__(self, number: int) -> SearchedSentence:
        return self._all[number]

    def having(self, words: Iterable[str]) -> set[int]:
        """The sentences that have one of `words`, each of which is a word as written, or a stem."""
        return {number for word in words for number in self._having.get(word, ())}

    @property
    def with_figures(self) -> Sequence[int]:
        """The sentences that have numbers for which `figures_in` finds anything."""
        return self._with_figures

    def ranges(self, scope: str | None) -> list[range]:
        """The sentences of each leaf at or below a place, or of all leaves; none at all if there is no such place."""
        if scope is None:
            return [range(len(self._all))] if len(self._starts) > 1 else []
        return [range(*self._starts[number : number + 2]) for number in self._places.within(scope)]


def among(numbers: Iterable[int], ranges: Sequence[range]) -> list[int]:
    """Those of `numbers` that are in one of `ranges`, in order; both the numbers and the ranges may be many."""
    rising = sorted(numbers)
    if len(ranges) <= len(rising):
        parts = ((bisect_left(rising, one.start), bisect_left(rising, one.stop)) for one in ranges)
        return [number for start, end in parts for number in rising[start:end]]
    starts = [one.start for one in ranges]
    return [number for number in rising if _is_in_one(number, ranges, starts)]


def _is_in_one(number: int, ranges: Sequence[range], starts: Sequence[int]) -> bool:
    """Whether a number is in one of `ranges`, which rise and begin with `starts`."""
    before = bisect_left(starts, number + 1)
    while before and not ranges[before - 1]:  # a leaf without sentences begins where the next one does
        before -= 1
    return before > 0 and number in ranges[before - 1]


@lru_cache(maxsize=2)
def searched_sentences(report: Same[Report], language: str) -> SearchedSentences:
    """The sentences of a report, read by the rules of a language."""
    return SearchedSentences(report.value, language)


@lru_cache(maxsize=4096)
def words_in(text: str, language: str) -> tuple[Word, ...]:
    """The words of a sentence without its marks."""
    return tuple(word for word in words_of(text, language) if not word.is_mark)


@lru_cache(maxsize=4096)
def positions_in(text: str, language: str) -> Mapping[str, Sequence[int]]:
    """Where among the words of a sentence each of them is, by the word as written and by its stem."""
    found: dict[str, list[int]] = {}
    for at, word in enumerate(words_in(text, language)):
        for key in {word.text, word.stem}:
            found.setdefault(key, []).append(at)
    return found


@lru_cache(maxsize=4096)
def figures_in(text: str, language: str) -> Sequence[Quantity]:
    """The numbers of a sentence that count: "one" in words is often no number, as in "one another"."""
    return tuple(one for one in quantities(text, language) if _is_figure(one))


def with_hyphens(text: str) -> str:
    """`text` with hyphens in place of dashes between its words."""
    return text.replace("–", "-")


def _is_figure(quantity: Quantity) -> bool:
    return quantity.values != {1.0} or any(character.isdigit() for character in quantity.number)
