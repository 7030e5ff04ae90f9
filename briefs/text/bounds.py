"""Whether a number is said to be the least or the most: "more than 100", "at most 100"."""

from __future__ import annotations

import re
from functools import cache

from briefs.model.language_words import LanguageWords, one_of

_LONGEST = 24
"""How many characters before a number are looked at."""
_SIGN = re.compile(r"(?:([>≥])|[<≤])\s?\Z")


def bound_before(text: str, start: int, words: LanguageWords) -> int:
    """1 if the words before the number at `start` say that it is the least, -1 if the most, and 0 otherwise."""
    if sign := _SIGN.search(text, max(0, start - 2), start):
        return 1 if sign[1] else -1
    found = _pattern(words).search(text, max(0, start - _LONGEST), start)
    if found is None:
        return 0
    bound = 1 if found["bound"].lower() in words.at_least else -1
    return -bound if found["negated"] else bound


@cache
def _pattern(words: LanguageWords) -> re.Pattern[str]:
    names, articles = one_of((*words.at_least, *words.at_most)), one_of(words.articles)
    return re.compile(
        rf"(?<!\w)(?:(?P<negated>{one_of(words.not_bound)}) )?(?P<bound>{names}) (?:(?:{articles}) )?\Z", re.IGNORECASE
    )
