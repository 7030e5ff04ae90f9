"""The words of a text, each with its stem and its place, for checks that compare wording with a passage."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefs.text.sentences import sentences
from briefs.text.stems import primary, stem

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.?!;:,()]|[–—]")


class Word(NamedTuple):
    """A word or a punctuation mark: as written, in lower case with straight apostrophes, its stem, its offsets in the
    text, and whether it is punctuation.
    """

    text: str
    lower: str
    stem: str
    start: int
    end: int
    is_mark: bool


class _Forms(dict[str, tuple[str, str, bool]]):
    """What is known of a token by itself: in lower case, its stem, and whether it is punctuation. Found once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, token: str) -> tuple[str, str, bool]:
        lower = token.lower().replace("’", "'")
        is_mark = not token[0].isalnum()
        self[token] = lower, lower if is_mark or not lower[0].isalnum() else stem(lower, self._language), is_mark
        return self[token]


_forms = cache(_Forms)


def words_of(text: str, language: str = "en") -> tuple[Word, ...]:
    """The words and punctuation marks of `text`, which is `plain`, in order; words with hyphens are one word."""
    return _words_of(text, primary(language))


@lru_cache(maxsize=3000)
def _words_of(text: str, language: str) -> tuple[Word, ...]:
    forms, found, end = _forms(language), [], 0
    for token in _TOKEN.findall(text):
        start = text.index(token, end)  # quicker than a match for each: nothing between two tokens looks like one
        end = start + len(token)
        lower, its_stem, is_mark = forms[token]
        found.append(tuple.__new__(Word, (token, lower, its_stem, start, end, is_mark)))  # its own is slow
    return tuple(found)


def tokens_of(text: str) -> list[tuple[str, str, int]]:
    """The words and marks of `words_of`, each as written, in lower case, and with its offset, but without its stem."""
    return [(one[0], one[0].lower().replace("’", "'"), one.start()) for one in _TOKEN.finditer(text)]


def lower_words_of(text: str) -> list[str]:
    """The words and marks of `words_of`, each in lower case only: for long texts, this is much quicker."""
    if text.isascii() or not ("İ" in text or "Σ" in text):  # small letters of these depend on what stands beside them
        return _TOKEN.findall(text.lower().replace("’", "'"))
    return [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]


@lru_cache(maxsize=8192)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of `text`, in order, each within its line; see `briefs.text.sentences`."""
    return tuple(sentence for line in text.split("\n") for sentence in sentences(line))
