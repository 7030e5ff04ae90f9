"""What texts have in common: the words that mean something, without the endings that grammar gives them."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@cache
def stem(word: str) -> str:
    """The beginning of a word in lower case that it has in all its forms, roughly: "migrat" of "migrations"."""
    word = word.removesuffix("'s")
    return word[:6] if len(word) > 6 else re.sub(r"(?:es|s|ed|ing)$", "", word)


def content_stems(text: str, common: Set[str] = frozenset()) -> frozenset[str]:
    """The stems of the words of `text`, which is `plain`, that are not `common`."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in common)
