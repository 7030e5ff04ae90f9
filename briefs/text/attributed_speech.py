"""Who is said to say something: the person, body or group in front of a verb of saying."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefs.model.lexicon import Lexicon
from briefs.model.same_object import Same
from briefs.text.stems import stem
from briefs.text.words import Word

_PAUSES = frozenset(".?!;:,()–—")
_LONGEST = 6
"""The most words of a speaker's name or description."""
_NEAR = 4
"""A word for one of many ("one of the participants") is at most so far in front."""


class Speaker(NamedTuple):
    """Who says something: the words that describe them, the stem of the main one, and whether they are one person or
    body: None if the words do not show it.
    """

    words: str
    stem: str
    is_one: bool | None


def speaker_before(words: Sequence[Word], lexicon: Lexicon) -> Speaker | None:
    """Who says something in `words`, the part of a sentence in front of a quotation: the last who does; None if nobody
    is named."""
    for index in range(len(words) - 1, -1, -1):
        if _has(words, index, lexicon.sayings, 2):
            if index and words[index - 1].lower in lexicon.being:
                return None
            return _named(_phrase_before(words, index), lexicon)
        if length := _has(words, index, lexicon.citing, 4):
            return _named(_phrase_after(words, index + length), lexicon)
    return None


def speaker_after(words: Sequence[Word], lexicon: Lexicon) -> Speaker | None:
    """Who says something in `words`, the part of a sentence behind a quotation: ", a keeper said", "(a keeper)"."""
    if words and words[0].lower == "(":
        phrase = _phrase_after(words, 1)
        return _named(phrase, lexicon) if phrase and phrase[0].lower in lexicon.single else None
    start = 1 if words and words[0].lower == "," else 0
    end = start + len(_phrase_after(words, start))
    for index in range(start, end):
        if _has(words, index, lexicon.sayings, 2):
            phrase = _phrase_before(words[start:end], index - start) or _phrase_after(words, index + 1)
            return _named(phrase, lexicon) if start or index == start else None
    return None


def is_one(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether the word at `index` stands for one: it is not in the plural, or one of several is meant."""
    before = [word.lower for word in words[max(0, index - _NEAR) : index]]
    if any(word in lexicon.single for word in before) and "number" not in before:
        return True
    return not words[index].lower.endswith("s")


def _has(words: Sequence[Word], index: int, phrases: Sequence[str], longest: int) -> int:
    """How many words at `index` are one of `phrases`; 0 if none is."""
    listed, begins = _listed(Same(phrases))
    if index >= len(words) or words[index].lower not in begins:
        return 0
    for length in range(longest, 0, -1):
        if " ".join([word.lower for word in words[index : index + length]]) in listed:
            return length
    return 0


@lru_cache(maxsize=16)
def _listed(phrases: Same[Sequence[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """The phrases, and the words that they begin with."""
    return frozenset(phrases.value), frozenset(phrase.partition(" ")[0] for phrase in phrases.value)


def _phrase_before(words: Sequence[Word], end: int) -> Sequence[Word]:
    start = end
    while start and end - start < _LONGEST and words[start - 1].lower not in _PAUSES:
        start -= 1
    return words[start:end]


def _phrase_after(words: Sequence[Word], start: int) -> Sequence[Word]:
    end = start
    while end < len(words) and end - start < _LONGEST and words[end].lower not in _PAUSES:
        end += 1
    return words[start:end]


def _named(phrase: Sequence[Word], lexicon: Lexicon) -> Speaker | None:
    """The speaker that a phrase such as "one of the participants" names."""
    for index in range(len(phrase) - 1, -1, -1):
        word = phrase[index]
        if word.lower not in lexicon.common and word.lower not in lexicon.unnamed and not word.lower.endswith("ly"):
            found = stem(word.lower, lexicon.language)
            return Speaker(" ".join(one.text for one in phrase[: index + 1]), found, is_one(phrase, index, lexicon))
    return None
