"""Quotations in running text, whatever their marks look like, and marks that have no partner.

Texts are read as they are printed, with curly marks: “…”, „…“, ‘…’ and «…». A closing single mark is also an
apostrophe; it closes a quotation only if one is open, and does not stand within a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefs.model.typography import curl

INNER_QUOTES = str.maketrans("“”", "‘’")
"""Turns the marks of quotations in a text that is quoted itself into those of quotations within one."""

_CLOSING = {"“": "”", '"': '"', "«": "»"}
_OPENING = re.compile(f"[{''.join(_CLOSING)}]")
_MARK = re.compile("[“”„«»‘’]")
_ANY_MARK = re.compile("[\"'“”„«»‘’]")
_PARTNERS = {"“": "”", "„": "“”", "«": "»", "‘": "’"}
_ELIDED = re.compile(r"(?:[sxzSXZ]|\b\w{1,2}|in|\d)\Z")
"""What stands before an apostrophe that ends a word: "keepers’", "Marx’", "o’ clock", "runnin’"."""
_NEAR = 3
"""So many characters before a mark show whether it is an apostrophe."""
_MOST_OPEN = 50
"""So many quotations are open at once; in more, all words would be held as often as there are marks before them."""
_FOOT_OR_INCH = re.compile(r"\d\Z")


class Quoted(NamedTuple):
    """A quotation: its words without their marks, and the offsets of these words in the text."""

    words: str
    start: int
    end: int


class Quotations(NamedTuple):
    """The quotations of a text, in the order in which they begin, and its marks without a partner, each with a few
    words around it."""

    found: tuple[Quoted, ...]
    unpaired: tuple[str, ...]


def quotations(text: str) -> list[str]:
    """The words of each quotation in double marks in `text`, in order; empty ones are left out."""
    return [words for start, end in _in_double_marks(text) if (words := _words_within(text[start:end]))]


def without_quotations(text: str) -> str:
    """`text` with a space in place of each quotation in double marks, marks included."""
    kept, last = [], 0
    for start, end in _in_double_marks(text):
        kept.append(text[last:start])
        last = end
    return " ".join((*kept, text[last:]))


def _in_double_marks(text: str) -> Iterator[tuple[int, int]]:
    """Where quotations in double marks begin and end, with their marks. For a mark that is never closed, its partner is
    looked for once."""
    unclosed: set[str] = set()
    at = 0
    while found := _OPENING.search(text, at):
        at, mark = found.end(), found[0]
        end = -1 if mark in unclosed else text.find(_CLOSING[mark], at)
        if end < 0:
            unclosed.add(mark)
            continue
        yield found.start(), end + 1
        at = end + 1


def _words_within(quotation: str) -> str:
    """The words between the marks, in guillemets without the space inside them."""
    words = quotation[1:-1]
    if quotation[0] == "«":
        words = words[1:] if words[:1].isspace() else words
        words = words[:-1] if words[-1:].isspace() else words
    return words


@lru_cache(maxsize=4096)
def quotations_in(text: str) -> Quotations:
    """The quotations of `text`, one within another too, and the marks that open or close none.

    Marks may be straight; offsets are those in `curl(text)`, which has as many characters as long as no space is set.
    """
    if not _ANY_MARK.search(text):  # as in most texts
        return Quotations((), ())
    text = curl(text)
    found: list[Quoted] = []
    unpaired: list[int] = []
    opened: list[tuple[str, int]] = []
    closing_singles = _closing_singles(text)
    for mark in _MARK.finditer(text):
        sign, at = mark[0], mark.start()
        if sign == "’" and at not in closing_singles:
            if not _is_apostrophe(text, at):
                unpaired.append(at)
            continue
        if opened and sign in _PARTNERS[opened[-1][0]]:
            found.append(_quoted(text, opened.pop()[1] + 1, at))
        elif sign in _PARTNERS:
            opened.append((sign, at))
            if len(opened) > _MOST_OPEN:
                unpaired.append(opened.pop(0)[1])
        elif any(sign in _PARTNERS[other] for other, _ in opened):
            while sign not in _PARTNERS[opened[-1][0]]:
                unpaired.append(opened.pop()[1])
            found.append(_quoted(text, opened.pop()[1] + 1, at))
        elif not _FOOT_OR_INCH.search(text, max(0, at - 1), at):
            unpaired.append(at)
    unpaired += (at for _, at in opened)
    return Quotations(
        tuple(sorted((one for one in found if one.words.strip()), key=lambda one: one.start)),
        tuple(_around(text, at) for at in sorted(unpaired)),
    )


def _quoted(text: str, start: int, end: int) -> Quoted:
    return Quoted(text[start:end], start, end)


def _closing_singles(text: str) -> frozenset[int]:
    """Where the single quotations of `text` close: at the first mark that can be no apostrophe, else at the first."""
    closing = set()
    start = -1
    while (start := text.find("‘", start + 1)) >= 0:
        until = text.find("‘", start + 1)
        candidates = list(_ends_of_words(text, start + 1, until if until >= 0 else len(text)))
        sure = [at for at in candidates if not _is_elided(text, at)]
        closing |= {*(sure or candidates)[:1]}
    return frozenset(closing)


def _ends_of_words(text: str, start: int, end: int) -> Iterator[int]:
    return (at for at in range(start, end) if text[at] == "’" and not text[at + 1 : at + 2].isalnum())


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether the mark is within a word, or can end or begin one: "keepers’", "’90s"."""
    if text[at + 1 : at + 2].isalnum():
        return True
    return _is_elided(text, at)


def _is_elided(text: str, at: int) -> bool:
    return _ELIDED.search(text, max(0, at - _NEAR), at) is not None


def _around(text: str, at: int) -> str:
    """The mark with the words around it, for messages."""
    start = text.rfind(" ", 0, max(text.rfind(" ", 0, at), 0)) + 1
    end = text.find(" ", at + 1)
    following = text.find(" ", end + 1) if end >= 0 else -1
    return text[start : following if following >= 0 else len(text)].strip()
