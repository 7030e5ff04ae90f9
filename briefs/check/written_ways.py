"""The ways in which a word may be written: with hyphens and without them, with an apostrophe or without."""

from __future__ import annotations

import re

_PART = re.compile(r"[^\W_]+")


def bare(word: str) -> str:
    """A word in lower case without what makes it possessive."""
    return word.removesuffix("'s").rstrip("'")


def parts(word: str) -> list[str]:
    """The parts of a word with hyphens or an apostrophe."""
    return _PART.findall(word.removesuffix("'s").removesuffix("'"))


def written_ways(word: str) -> tuple[str, ...]:
    """A word in the ways in which its hyphens may be written: with them, without them, and each part alone."""
    word = word.removesuffix("'s").removesuffix("'")
    return (word, word.replace("-", ""), *parts(word)) if "-" in word else (word,)
