"""Finding the words and phrases of a list in a text, the longest first, each with what the list says of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Generic, NamedTuple, TypeVar

from briefs.text.stems import stem
from briefs.text.words import Word, words_of

V = TypeVar("V")


class Found(NamedTuple, Generic[V]):
    """A phrase found: from which word to which (the latter not included), and its value."""

    start: int
    end: int
    value: V


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
        self._phrases: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in values.items():
            tokens = tuple(self._keys(words_of(phrase, language)))
            if tokens:
                self._phrases.setdefault(tokens[0], []).append((tokens, value))
        for phrases in self._phrases.values():
            phrases.sort(key=lambda pair: -len(pair[0]))

    def find(self, words: Sequence[Word], blocked: Set[int] = frozenset()) -> list[Found[V]]:
        """The phrases among `words`, in order, none within another; those with a `blocked` word are left out."""
        keys = self._keys(words)
        found = []
        place = 0
        while place < len(keys):
            phrases = self._phrases.get(keys[place])
            if phrases is None:
                place += 1
                continue
            match = next(
                (
                    Found(place, place + len(tokens), value)
                    for tokens, value in phrases
                    if tuple(keys[place : place + len(tokens)]) == tokens
                    and blocked.isdisjoint(range(place, place + len(tokens)))
                ),
                None,
            )
            if match:
                found.append(match)
            place = match.end if match else place + 1
        return found

    def key(self, word: Word) -> str:
        """What `word` is found by: its stem, that of the word of which it is an irregular form, or itself."""
        return self._irregular.get(word.lower, word.stem) if self._by_stem else word.lower

    def _keys(self, words: Sequence[Word]) -> list[str]:
        return [self.key(word) for word in words]
