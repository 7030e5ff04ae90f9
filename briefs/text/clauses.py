"""Splitting text into clauses, so that what one of them says is not taken for what its neighbour says."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.text.words import sentences_of

_END = re.compile(
    r"\s*[;:]\s+|\s+[–—]\s+|(?<=\w)—(?=\w)|\s*\((?![^()]{0,25}\))|\)(?=\s)"
    r"|,\s+(?=(?:but|while|whereas|yet|although|though|however|when|since|and so|because|unless|which)\b)"
    r"|,\s+(?=(?:there|it) (?:was|were|is|are)\b[^,;.]*\bthat\b)"
    r"|,\s+(?=(?:participants|many|most|several|some) \w+(?:ed|lt|ght)\b)",
    re.IGNORECASE,
)
_CONCESSION = re.compile(
    r"((?:but |and |yet )?(?:while|whereas|although|though)\b[^,]*,)\s+(.+)", re.IGNORECASE | re.DOTALL
)


@lru_cache(maxsize=8192)
def clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of `text`, which is `plain`, in order: its sentences, divided at semicolons, colons, dashes, long
    brackets, in front of conjunctions that follow a comma, and behind a concession with which a sentence begins.
    """
    halves = (half for sentence in sentences_of(text) for half in _without_concession(sentence))
    parts = (part.strip() for half in halves for part in _END.split(half))
    return tuple(part for part in parts if part)


def _without_concession(sentence: str) -> tuple[str, ...]:
    """A sentence that begins with "while" or "although", divided behind what these concede."""
    found = _CONCESSION.fullmatch(sentence.strip())
    return (found[1], found[2]) if found else (sentence,)
