"""What texts have in common: the words that mean something, without the endings that grammar gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache, lru_cache
from threading import Lock
from types import MappingProxyType
from typing import Any

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ALGORITHMS: Mapping[str, str] = MappingProxyType(
    {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese", "de": "german"}
)
"""The stemming algorithms of the Snowball project, by the primary language of a BCP 47 tag."""

_TURN = Lock()
"""A stemmer keeps the word that it works on: threads that found stems at once would mix their words up."""


def stem(word: str, language: str = "en") -> str:
    """The beginning of a word in lower case that it has in all its forms: "migrat" of "migration" and "migrated".

    `language` is a BCP 47 tag. A word of a language without a stemmer is its own stem.
    """
    word = word.removesuffix("'s")
    name = _algorithm(language)
    return word if name is None else _stem(word, name)


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


@lru_cache(maxsize=100_000)
def _stem(word: str, algorithm: str) -> str:
    with _TURN:
        return str(_stemmer(algorithm).stemWord(word))


@cache
def _stemmer(algorithm: str) -> Any:
    from Stemmer import Stemmer  # loaded only where words are compared

    return Stemmer(algorithm)
