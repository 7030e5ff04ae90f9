"""Which words before or after an acronym it stands for: those whose initials it is made of, in order.

Small words ("of", "de la") need not have a letter in it. In languages that write compounds, letters within a word count
too: "Bundesministerium des Innern (BMI)".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
"""Words with their hyphens; an elided article is a word of its own, and so is the "s" of a genitive."""
_MOST_WORDS = 14
_FEWEST_LETTERS_OF_COMPOUND = 8
_FEWEST_WORDS_WITH_ONE_LEFT_OUT = 3
_LONGEST_SYLLABLE = 4


class Spelled(NamedTuple):
    """The offsets of the words that an acronym stands for, and whether each of them begins with a letter of it."""

    start: int
    end: int
    is_by_initials: bool


def letters_of(acronym: str) -> str:
    """The letters and digits of an acronym that words begin with: those that are no small ones, without accents."""
    plain = unicodedata.normalize("NFD", acronym)
    found = "".join(one for one in plain if one.isalnum() and not one.islower())
    return found.upper()


def spelled_before(text: str, acronym: str, small: Collection[str]) -> Spelled | None:
    """The words at the end of `text` that `acronym` stands for: as few as have all its letters."""
    letters = letters_of(acronym)
    words = list(_WORD.finditer(text))[-_MOST_WORDS:]
    for by_initials in (True, False):
        for first in range(len(words) - 1, -1, -1):
            run = [word[0] for word in words[first:]]
            if _is_small(run[0], small) or not _begins(run[0], letters):
                continue
            if _spells(run, letters, small, by_initials=by_initials):
                return Spelled(words[first].start(), words[-1].end(), by_initials)
    return None


def spelled_by(text: str, acronym: str, small: Collection[str]) -> bool:
    """Whether `text` as a whole is what `acronym` stands for."""
    words = [word[0] for word in _WORD.finditer(text)]
    while words and _is_small(words[0], small):
        words = words[1:]
    letters = letters_of(acronym)
    if not 0 < len(words) <= _MOST_WORDS or not _begins(words[0], letters):
        return False
    return any(_spells(words, letters, small, by_initials=way) for way in (True, False))


def _begins(word: str, letters: str) -> bool:
    return _plain(word)[:1] == letters[:1]


def _is_small(word: str, small: Collection[str]) -> bool:
    return len(word) == 1 or word.lower() in small


def _plain(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", word) if one.isalnum()).upper()


def _spells(words: list[str], letters: str, small: Collection[str], *, by_initials: bool) -> bool:
    """Whether the `letters` are those of the words, in order; one word with content of three or more may have none."""
    content = sum(not _is_small(word, small) for word in words)
    fewest = {0: 0}
    """How many letters are taken, by the fewest words with content that have none of them."""
    for word in words:
        following: dict[int, int] = {}
        for at, unspelled in fewest.items():
            for taken in {at, *_taken(word, letters, at, by_initials=by_initials)}:
                count = unspelled + (taken == at and not _is_small(word, small))
                following[taken] = min(count, following.get(taken, count))
        fewest = following
    return len(letters) in fewest and fewest[len(letters)] <= (content >= _FEWEST_WORDS_WITH_ONE_LEFT_OUT)


def _taken(word: str, letters: str, at: int, *, by_initials: bool) -> Iterator[int]:
    """How many letters there may be up to the end of a word: with those of its parts' initials, or all those of an
    acronym in it; or else with the first few of it ("Secretaría Técnica": SETE), or with those within it."""
    plain = _plain(word)
    if word.isupper() and len(word) > 1 and letters.startswith(plain, at):
        yield at + len(plain)
    initials = at
    for part in map(_plain, word.split("-")):
        if part and letters[initials : initials + 1] == part[0]:
            initials += 1
            yield initials
    if by_initials or letters[at : at + 1] != plain[:1]:
        return
    for count in range(2, _LONGEST_SYLLABLE + 1):
        if letters.startswith(plain[:count], at):
            yield at + count
    if len(plain) >= _FEWEST_LETTERS_OF_COMPOUND:
        within = at + 1
        for letter in plain[1:]:
            if letters[within : within + 1] == letter:
                within += 1
                yield within
