"""Finding the words and phrases of a list in a text, the longest first, each with what the list says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar

from briefs.text.stems import stem
from briefs.text.words import Word, words_of

V = TypeVar("V")
_LOWER = attrgetter("lower")


class Found(NamedTuple, Generic[V]):
    """A phrase found: from which word to which (the latter not included), and its value."""

    start: int
    end: int
    value: V


def _match(
    phrases: Iterable[tuple[tuple[str, ...], V]], place: int, keys: tuple[str, ...], blocked: Set[int]
) -> Found[V] | None:
    """The first of `phrases` that `keys` have at `place`, without a `blocked` word."""
    for tokens, value in phrases:
        end = place + len(tokens)
        if keys[place:end] == tokens and (not blocked or blocked.isdisjoint(range(place, end))):
            return Found(place, end, value)
    return None


class TermFinder(Generic[V]):
    """Finds the phrases of `values` in texts of the language with this BCP 47 tag, in capitals or not.

    With `by_stem`, the last word of a phrase is found in all its forms: those with its stem, and its irregular `forms`,
    by the word.
    """

    def __init__(
        self,
        values: Mapping[str, V],
        language: str = "en",
        by_stem: bool = False,
        forms: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self._language = language
        self._by_stem = by_stem
        self._irregular = {form: stem(word, language) for word, found in (forms or {}).items() for form in found}
        self._first: set[str] = set()
        self._phrases: dict[tuple[str, ...], list[tuple[tuple[str, ...], V]]] = {}
        """By their first two words, or their only one."""
        for phrase, value in values.items():
            tokens = self.keys(words_of(phrase, language))
            if tokens:
                self._first.add(tokens[0])
                self._phrases.setdefault(tokens[:2], []).append((tokens, value))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def find(self, words: Sequence[Word], blocked: Set[int] = frozenset()) -> list[Found[V]]:
        """The phrases among `words`, in order, none within another; those with a `blocked` word are left out."""
        return self.among(self.keys(words), blocked)

    def among(self, keys: tuple[str, ...], blocked: Set[int] = frozenset()) -> list[Found[V]]:
        """What `find` gives for words with these `keys`."""
        first, phrases = self._first, self._phrases
        if first.isdisjoint(keys):
            return []
        found, end = list[Found[V]](), 0
        for place in [place for place, key in enumerate(keys) if key in first]:
            if place < end:
                continue
            longer, single = phrases.get(keys[place : place + 2]), phrases.get(keys[place : place + 1])
            if (longer or single) and (match := _match((*(longer or ()), *(single or ())), place, keys, blocked)):
                found.append(match)
                end = match.end
        return found

    def key(self, word: Word) -> str:
        """What `word` is found by: its stem, that of the word of which it is an irregular form, or itself."""
        return self._irregular.get(word.lower, word.stem) if self._by_stem else word.lower

    def keys(self, words: Sequence[Word]) -> tuple[str, ...]:
        """What each of `words` is found by, as `key` gives it; without stems, this is itself in lower case."""
        if not self._by_stem:
            return tuple(map(_LOWER, words))
        irregular = self._irregular
        return tuple([irregular.get(word.lower, word.stem) for word in words])
