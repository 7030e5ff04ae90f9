"""Terms in quotation marks: a few words that a sentence speaks of as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_QUOTED = re.compile(
    r"“(?P<a>[^“”]{2,80})”|\"(?P<b>[^\"]{2,80})\"|«\s?(?P<c>[^«»]{2,80}?)\s?»|„(?P<d>[^„“”]{2,80})[“”]"
)
_MOST_WORDS = 7


class QuotedTerm(NamedTuple):
    """The words of a term, and the offsets of it in its text with its quotation marks."""

    words: str
    start: int
    end: int


def quoted_terms(text: str) -> Iterator[QuotedTerm]:
    """The terms in quotation marks in `text`, in order: of a few words, and no whole sentences."""
    for found in _QUOTED.finditer(text):
        words = next(one for one in found.groups() if one is not None).strip(" ,\u00a0\u202f")
        if 0 < len(words.split()) <= _MOST_WORDS and words[-1] not in ".?!":
            yield QuotedTerm(words, *found.span())


def first_quoted(text: str) -> QuotedTerm | None:
    """The first term in quotation marks in `text`; None if there is none."""
    return next(quoted_terms(text), None)
