"""Texts as checks of their sense read them: words with a key, in sentences and clauses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from briefs.text.words import Word, sentences_of, words_of

_STOPS = frozenset(".?!;:()–—")
"""Marks that end a clause. A comma does not: it stands inside many."""


class Name(NamedTuple):
    """What a name stands for, by its key; `is_common` if it is written with a small letter too, as "convener" is."""

    key: str
    is_common: bool


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What a reading must know of a language and a report.

    `common` words carry no content, also with a capital. `keys` give the words that stand for one another one key, by
    their stems; `names` do so for names of several words, in lower case: "global forum" is "gfmd".
    """

    language: str = "en"
    common: frozenset[str] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[tuple[str, ...], Name] = field(default_factory=dict)

    @property
    def begins(self) -> Set[str]:
        """The words that names begin with."""
        return self._by_first.keys()

    def beginning_with(self, word: str) -> Sequence[tuple[str, ...]]:
        """The names that begin with this word, the longest first."""
        return self._by_first.get(word, ())

    @cached_property
    def forms(self) -> dict[str, tuple[str, bool, bool]]:
        """What was found of words in lower case: their keys, whether they have content, and whether a name begins with
        them. `read` adds to it."""
        return {}

    @cached_property
    def _by_first(self) -> Mapping[str, Sequence[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for name in sorted(filter(None, self.names), key=len, reverse=True):  # one of spaces or signs has no words
            found.setdefault(name[0], []).append(name)
        return found


class Token(NamedTuple):
    """A word, a name of several words or a mark: its `key` is what it shares with words that stand for it.

    A name in front of another one ("UN Ambassadors") has no content of its own. `sentence` and `clause` count from 0
    through the whole text. `start` and `end` are its offsets.
    """

    lower: str
    key: str
    start: int
    end: int
    sentence: int
    clause: int
    has_content: bool
    is_mark: bool


@dataclass(frozen=True, eq=False)
class Reading:
    """A text with its tokens; `contentful` are the indices of those with content, `questions` the sentences
    that ask.
    """

    text: str
    tokens: tuple[Token, ...]
    contentful: tuple[int, ...]
    questions: frozenset[int]

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each word is, in lower case."""
        found: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            found.setdefault(token.lower, []).append(index)
        return found

    @cached_property
    def keys(self) -> frozenset[str]:
        """The keys of all its tokens."""
        return frozenset(token.key for token in self.tokens)

    @cached_property
    def order(self) -> Mapping[str, Sequence[int]]:
        """Where words stand among those with content, by their keys."""
        found: dict[str, list[int]] = {}
        for number, index in enumerate(self.contentful):
            found.setdefault(self.tokens[index].key, []).append(number)
        return found

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """The numbers of the tokens with content among those with content, by their indices."""
        return {index: number for number, index in enumerate(self.contentful)}

    def words(self, first: int, last: int) -> str:
        """The text from the token `first` to the token `last`, in either order."""
        first, last = min(first, last), max(first, last)
        return self.text[self.tokens[first].start : self.tokens[last].end]

    def after(self, index: int) -> Iterator[int]:
        """The tokens with content behind the one at `index`, up to the end of its clause."""
        clause = self.tokens[index].clause
        for other in range(index + 1, len(self.tokens)):
            if self.tokens[other].clause != clause:
                return
            if self.tokens[other].has_content:
                yield other

    def before(self, index: int) -> Iterator[int]:
        """The tokens with content in front of the one at `index`, the nearest first, up to the start of its clause."""
        clause = self.tokens[index].clause
        for other in range(index - 1, -1, -1):
            if self.tokens[other].clause != clause:
                return
            if self.tokens[other].has_content:
                yield other

    def asks(self, index: int) -> bool:
        """Whether the sentence of the token at `index` is a question."""
        return self.tokens[index].sentence in self.questions


@lru_cache(maxsize=1500)
def read(text: str, vocabulary: Vocabulary) -> Reading:
    """`text`, which is `plain`, as checks read it. Each of its lines is of another passage."""
    tokens: list[Token] = []
    questions = set()
    at = clause = 0
    begins, keys, common, forms = vocabulary.begins, vocabulary.keys, vocabulary.common, vocabulary.forms
    for number, sentence in enumerate(one for line in text.splitlines() for one in sentences_of(line)):
        at = text.index(sentence, at)
        if sentence.rstrip("\"')").endswith("?"):
            questions.add(number)
        words = words_of(sentence, vocabulary.language)
        behind = 0
        for index, (written, lower, stem, start, end, is_mark) in enumerate(words):
            if index < behind:  # within a name
                continue
            if is_mark and written in _STOPS:
                clause += 1
            form = forms.get(lower)
            if form is None:
                has_content = not (is_mark or lower in common)
                form = forms[lower] = (keys.get(stem, stem), has_content, lower.removesuffix("'s") in begins)
            key, has_content, may_begin = form
            if may_begin:
                length, name = _name_at(words, index, vocabulary)
                if length > 1:
                    end = words[index + length - 1].end
                behind = index + length
                if name:
                    key = name
                    has_content = behind == len(words) or not words[behind].text[0].isupper()
            tokens.append(
                tuple.__new__(Token, (lower, key, at + start, at + end, number, clause, has_content, is_mark))
            )
        clause += 1
        at += len(sentence)
    content = tuple(index for index, token in enumerate(tokens) if token.has_content)
    return Reading(text, tuple(tokens), content, frozenset(questions))


def _name_at(words: tuple[Word, ...], index: int, vocabulary: Vocabulary) -> tuple[int, str]:
    """How many words the name has that begins at `index`, and its key; one word and no key if none does."""
    for name in vocabulary.beginning_with(words[index].lower.removesuffix("'s")):
        length = len(name)
        if tuple(word.lower.removesuffix("'s") for word in words[index : index + length]) == name:
            found = vocabulary.names[name]
            if found.is_common or words[index].text[0].isupper():
                return length, found.key
    return 1, ""
