"""What texts have in common: the words that mean something, without the endings that grammar gives them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache
from threading import Lock
from types import MappingProxyType
from typing import Any

from briefs.text.english_stems import EnglishStemmer

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ALGORITHMS: Mapping[str, str] = MappingProxyType(
    {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese", "de": "german"}
)
"""The stemming algorithms of the Snowball project, by the primary language of a BCP 47 tag."""


_KNOWN: dict[str, dict[str, str]] = {}
"""The stems that were found, or that `learn` was given, by algorithm and word."""
_TEACHERS: list[Callable[[], None]] = []
"""Functions to be called before a stem is looked for."""
_TURN = Lock()
"""A stemmer keeps the word that it works on: threads that found stems at once would mix their words up."""


def stem(word: str, language: str = "en") -> str:
    """The beginning of a word in lower case that it has in all its forms: "migrat" of "migration" and "migrated".

    `language` is a BCP 47 tag. A word of a language without a stemmer is its own stem.
    """
    word = word.removesuffix("'s")
    name = _algorithm(language)
    if name is None:
        return word
    if _TEACHERS:
        _be_taught()
    known = _KNOWN.setdefault(name, {})
    found = known.get(word)
    if found is None:
        with _TURN:
            found = known[word] = str(_stemmer(name).stemWord(word))
    return found


def learn(stems: Mapping[str, Mapping[str, str]]) -> None:
    """Take stems as given, by algorithm and word, as `learned` returned them: to find them takes long."""
    for name in stems.keys() & set(_ALGORITHMS.values()):
        _KNOWN[name] = {**stems[name], **_KNOWN.get(name, {})}


@contextmanager
def taught_when_needed(teach: Callable[[], None]) -> Iterator[None]:
    """Inside this `with` block, call `teach`, which calls `learn`, as soon as a stem is looked for; else never."""
    _TEACHERS.append(teach)
    try:
        yield
    finally:
        if teach in _TEACHERS:
            _TEACHERS.remove(teach)


def _be_taught() -> None:
    while _TEACHERS:
        _TEACHERS.pop()()


def learned() -> Mapping[str, Mapping[str, str]]:
    """All stems that are known by now."""
    return {name: dict(stems) for name, stems in _KNOWN.items()}


@cache
def primary(language: str) -> str:
    """The primary language of a BCP 47 tag, which decides on the stems: "en" of "en-GB"."""
    return language.partition("-")[0].lower()


@cache
def _algorithm(language: str) -> str | None:
    return _ALGORITHMS.get(primary(language))


def content_stems(text: str, common: Set[str] = frozenset(), language: str = "en") -> frozenset[str]:
    """The stems of the words of `text`, which is `plain`, that are not `common`."""
    return frozenset(stem(word, language) for word in _WORD.findall(text.lower()) if word not in common)


@cache
def _stemmer(name: str) -> Any:
    if name == "english":
        return EnglishStemmer()  # gives the same, in much less time
    from snowballstemmer import stemmer  # loaded only where words are compared

    return stemmer(name)
