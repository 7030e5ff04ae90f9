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


@lru_cache(maxsize=8192)
def clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of `text`, which is `plain`, in order: its sentences, divided at semicolons, colons, dashes, long
    brackets, and in front of conjunctions that follow a comma.
    """
    parts = (part.strip() for sentence in sentences_of(text) for part in _END.split(sentence))
    return tuple(part for part in parts if part)
