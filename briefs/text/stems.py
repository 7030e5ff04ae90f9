"""What texts have in common: the words that mean something, without the endings that grammar gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from functools import cache
from types import MappingProxyType

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_ALGORITHMS: Mapping[str, str] = MappingProxyType(
    {"en": "english", "fr": "french", "es": "spanish", "pt": "portuguese", "de": "german"}
)
"""The stemming algorithms of the Snowball project, by the primary language of a BCP 47 tag."""


@cache
def stem(word: str, language: str = "en") -> str:
    """The beginning of a word in lower case that it has in all its forms: "migrat" of "migration" and "migrated".

    `language` is a BCP 47 tag. A word of a language without a stemmer is its own stem.
    """
    name = _ALGORITHMS.get(language.partition("-")[0].lower())
    word = word.removesuffix("'s")
    return word if name is None else str(_stemmer(name).stemWord(word))


def content_stems(text: str, common: Set[str] = frozenset(), language: str = "en") -> frozenset[str]:
    """The stems of the words of `text`, which is `plain`, that are not `common`."""
    return frozenset(stem(word, language) for word in _WORD.findall(text.lower()) if word not in common)


@cache
def _stemmer(name: str):  # type: ignore[no-untyped-def]  # the library has no types
    from snowballstemmer import stemmer  # loaded only where words are compared

    return stemmer(name)
