"""The words of a text, each with its stem and its place, for checks that compare wording with a passage."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from briefs.text.sentences import sentences
from briefs.text.stems import stem

_TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.?!;:,()]|[–—]")


class Word(NamedTuple):
    """A word or a punctuation mark: as written, in lower case with straight apostrophes, its stem, and its offsets in
    the text.
    """

    text: str
    lower: str
    stem: str
    start: int
    end: int

    @property
    def is_mark(self) -> bool:
        """Whether it is punctuation."""
        return not self.text[0].isalnum()


@lru_cache(maxsize=3000)
def words_of(text: str, language: str = "en") -> tuple[Word, ...]:
    """The words and punctuation marks of `text`, which is `plain`, in order; words with hyphens are one word."""
    return tuple(_word(found, language) for found in _TOKEN.finditer(text))


def tokens_of(text: str) -> list[tuple[str, str, int]]:
    """The words and marks of `words_of`, each as written, in lower case, and with its offset, but without its stem."""
    return [(one[0], one[0].lower().replace("’", "'"), one.start()) for one in _TOKEN.finditer(text)]


def lower_words_of(text: str) -> list[str]:
    """The words and marks of `words_of`, each in lower case only: for long texts, this is much quicker."""
    return [token.lower().replace("’", "'") for token in _TOKEN.findall(text)]


@lru_cache(maxsize=8192)
def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of `text`, in order, each within its line; see `briefs.text.sentences`."""
    return tuple(sentence for line in text.split("\n") for sentence in sentences(line))


def _word(found: re.Match[str], language: str) -> Word:
    text = found[0]
    return Word(text, *_lower_and_stem(text, language), *found.span())


@cache
def _lower_and_stem(text: str, language: str) -> tuple[str, str]:
    lower = text.lower().replace("’", "'")
    return lower, stem(lower, language) if lower[0].isalnum() else lower
