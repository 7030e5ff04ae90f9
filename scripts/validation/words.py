"""Words of laid-out pages without what pages add to the text, so that two layouts of one text can be compared.

Layouts may differ only in where pages break, and so in where running headers, notes and repeated header rows come
between the words of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W\d_]+|\d+")
_CONTEXT = 6
_SHOWN = 3


def words_of(text: str) -> Words:
    """The words of `text`; digits directly after a word, such as a note's mark, are a separate word."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text)))


@dataclass(frozen=True, slots=True)
class Additions:
    """What pages add to a text, in words: `furniture` of each page, header `rows`, `notes` and words in `pictures`."""

    furniture: tuple[Words, ...] = ()
    rows: tuple[Words, ...] = ()
    notes: tuple[Words, ...] = ()
    pictures: tuple[Words, ...] = ()


def running_words(pages: Iterable[str], additions: Additions) -> tuple[Words, tuple[Words, ...]]:
    """The words of the text on `pages`, in order, and the notes that are on none of them."""
    running: list[str] = []
    for number, page in enumerate(pages, start=1):
        words = words_of(page)
        for phrase in additions.furniture:
            words = without(words, phrase) or words
        words = _without_page_number(words, number)
        for row in additions.rows:
            if row and words[: len(row)] == row and number > 1:
                words = words[len(row) :]
        running += words
    text = tuple(running)
    lost = []
    for note in additions.notes:
        cut = without(text, note)
        if cut is None:
            lost.append(note)
        else:
            text = cut
    for picture in additions.pictures:
        text = without(text, picture) or text
    return text, tuple(lost)


def without(words: Words, phrase: Words) -> Words | None:
    """`words` without the last occurrence of `phrase`; None if it does not occur."""
    for start in range(len(words) - len(phrase), -1, -1):
        if phrase and words[start : start + len(phrase)] == phrase:
            return words[:start] + words[start + len(phrase) :]
    return None


def _without_page_number(words: Words, number: int) -> Words:
    for start in range(len(words) - 4, -1, -1):
        if words[start : start + 3] == ("Page", str(number), "of") and words[start + 3].isdecimal():
            return words[:start] + words[start + 4 :]
    return words


def differences(one: Words, other: Words, names: tuple[str, str]) -> tuple[str, ...]:
    """Where `one` and `other` differ, in words for people; nothing if they are the same words in the same order."""
    if one == other:
        return ()
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    found = []
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind != "equal":
            before = " ".join(one[max(0, start - _CONTEXT) : start])
            here, there = _quoted(one[start:end]), _quoted(other[other_start:other_end])
            found.append(f'after "{before}" {names[0]} has {here}, {names[1]} {there}')
    left = len(found) - _SHOWN
    return (*found[:_SHOWN], *((f"and {left} more places",) if left > 0 else ()))


def _quoted(words: Sequence[str]) -> str:
    if not words:
        return "nothing"
    more = " …" if len(words) > 2 * _CONTEXT else ""
    return f'"{" ".join(words[: 2 * _CONTEXT])}{more}"'
