"""Numbers that the report gives about, and edited wording gives exactly: "some 13" is not "13"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefs.model.language_words import LANGUAGE_WORDS, one_of
from briefs.text.quantities import Quantity, quantities

_LONGEST = 24
"""How many characters before a number are looked at."""
_SHOWN = 60
"""How many characters around a number a message shows."""


def dropped_approximations(text: str, passage: str, language: str) -> Iterator[tuple[str, str, str]]:
    """The numbers of `text`, which is `plain`, that stand in `passage` only with a word such as "some" or "more than",
    and here with none: the number, that word, and what stands around it. Ranges are no exact numbers; a number whose
    words are turned round is for the check of numbers.
    """
    words = LANGUAGE_WORDS.get(language.partition("-")[0].lower())
    if words is None or not words.about:
        return
    about = _pattern((*words.about, *words.at_least, *words.at_most))
    given = [one for one in quantities(passage) if _is_one_number(one)]
    for one in quantities(text):
        same = [other for other in given if other.values == one.values and other.unit == one.unit]
        if not same or not _is_one_number(one) or _before(about, text, one):
            continue
        softened = [_before(about, passage, other) for other in same]
        if all(softened):
            start, end = same[0].start, same[0].end
            yield one.number, softened[0], passage[max(0, start - _SHOWN) : end + _SHOWN]


def _is_one_number(one: Quantity) -> bool:
    return one.kind == "number" and len(one.values) == 1


def _before(about: re.Pattern[str], text: str, one: Quantity) -> str:
    found = about.search(text, max(0, one.start - _LONGEST), one.start)
    return found[1] if found else ""


@cache
def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({one_of(words)}) (?:an? )?\Z", re.IGNORECASE)
