"""Finding the words of a quotation in the passages that it is taken from, and what was cut out of it.

What does not count in the comparison: how quotation marks, apostrophes, hyphens and spaces are written; whether a mark
within the quotation is double or single; a dash or hyphen in a range of numbers; a comma, full stop, colon or semicolon
at either end. Everything else does, capitals too, but for a first letter in brackets (“[T]here”) or at the beginning of
a sentence. A cut is marked “[…]”; words in other brackets are the editor's, and stand for a few of the report's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefs.model.typesetting import plain

_PARTS = re.compile(r"\s*(\[(?:…|\.{3}|\. \. \.)\]|\[[^\]]*\])\s*")
_CUT = re.compile(r"\[(?:…|\.{3}|\. \. \.)\]")
_BARE_CUT = re.compile(r"\s*(?:…|\.{3}|\. \. \.)\s*")
_FIRST_LETTER = re.compile(r"^\[(\w)\](?=\w)")
_RANGE = re.compile(r"(?<=\d)[–-](?=\d)")
_AT_ENDS = " .,;:"
_NOT_WITHIN_WORD = r"(?<!\w)(?<!\w[-'])"
_AT_WORD_END = r"(?!\w|[-']\w)"
_MOST_REPLACED = 60
"""The most characters of the report that words in brackets can stand for."""


class Found(NamedTuple):
    """Where a quotation is in a passage: the passage as it is compared, offsets in it, and the words that were cut."""

    passage: str
    start: int
    end: int
    cuts: tuple[str, ...] = ()


def compared(text: str) -> str:
    """`text` as quotations are compared with passages."""
    return _RANGE.sub("-", plain(text).replace('"', "'"))


def quotation_found(words: str, passages: Sequence[str], may_begin_anew: bool = False) -> tuple[Found, ...]:
    """The places in `passages` that have the words of a quotation; none if it is not verbatim.

    If it stands at the beginning of a sentence (`may_begin_anew`), its first letter may be a capital one.
    """
    pattern = _pattern(compared(words), may_begin_anew)
    if pattern is None:
        return ()
    texts = [compared(one) for one in passages]
    if _CUT.search(words) and len(texts) > 1:
        texts.append(" ".join(texts))
    return tuple(
        Found(text, *found.span(), tuple(cut for cut in found.groups() if cut))
        for text in texts
        for found in pattern.finditer(text)
    )


def is_quoted(words: str, passages: Sequence[str], may_begin_anew: bool = False) -> bool:
    """Whether `quotation_found` finds anything. Passages behind the first that has the words are not looked at."""
    pattern = _pattern(compared(words), may_begin_anew)
    if pattern is None:
        return False
    if any(pattern.search(compared(one)) for one in passages):
        return True
    cuts = _CUT.search(words) is not None and len(passages) > 1
    return cuts and pattern.search(" ".join(map(compared, passages))) is not None


def without_marking_cuts(words: str, passages: Sequence[str]) -> bool:
    """Whether a quotation would be verbatim if its dots were in brackets."""
    marked = _BARE_CUT.sub(" […] ", _CUT.sub("…", words)).strip()
    return marked != words and bool(quotation_found(marked.removeprefix("[…]").removesuffix("[…]"), passages, True))


@lru_cache(maxsize=4096)
def _pattern(words: str, may_begin_anew: bool) -> re.Pattern[str] | None:
    words = words.strip(_AT_ENDS)
    if marked := _FIRST_LETTER.match(words):
        words, may_begin_anew = marked[1] + words[marked.end() :], True
    parts = _PARTS.split(words)
    if not any(any(c.isalnum() for c in part) for part in parts[::2]):
        return None
    made = ""
    for index, part in enumerate(parts):
        if index % 2:
            made += r"(.*?)" if _CUT.fullmatch(part) else rf"(?:.{{0,{_MOST_REPLACED}}}?)"
        elif part := part.strip():
            made += _words_of(part, may_begin_anew and index == 0)
    return re.compile(made)


def _words_of(part: str, may_begin_anew: bool) -> str:
    """The pattern of words that stand together."""
    exact = re.escape(part)
    if part[0].isalpha():
        first = part[0]
        either = f"[{first.lower()}{first.upper()}]" if may_begin_anew else first
        at_beginning = (
            rf"(?:{either}|(?<=[.?!:] )[{first.lower()}{first.upper()}]|(?:\A|(?<='))[{first.lower()}{first.upper()}])"
        )
        exact = at_beginning + re.escape(part[1:])
    before = _NOT_WITHIN_WORD if part[0].isalnum() else ""
    after = _AT_WORD_END if part[-1].isalnum() else ""
    return f"{before}{exact}{after}"
