"""Finding phrases of the word files in running text, as whole words, in any case.

A phrase may have `*` at the beginning or end of a word, for any letters there ("recommend*"); an apostrophe stands for
a straight or a curly one, and a space for any white space.
"""

from __future__ import annotations

import re
from functools import lru_cache

_NOTHING = re.compile("(?!)")


@lru_cache(maxsize=1024)
def phrase_pattern(phrases: tuple[str, ...], whole: bool = False) -> re.Pattern[str]:
    """A pattern that finds any of `phrases`, the longest first; `whole`: only a text that is nothing else."""
    if not phrases:
        return _NOTHING
    parts = "|".join(_expression(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"\A(?:{parts})\Z" if whole else rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


def first_phrase(phrases: tuple[str, ...], text: str) -> str:
    """The first of `phrases` in `text`, as the text has it; empty if it has none."""
    found = phrase_pattern(phrases).search(text)
    return found[0] if found else ""


def _expression(phrase: str) -> str:
    written = re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+").replace("’", "'")
    return written.replace("'", "['’]")
