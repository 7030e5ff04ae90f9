"""The runs of letters in a text: whoever looks for any of many words asks first whether it has one at all."""

from __future__ import annotations

import re
from functools import lru_cache

from briefs.model.folding import caseless

LETTERS = re.compile(r"[^\W\d_]+")
"""A run of letters: of "twenty-first", "twenty" and "first"."""


@lru_cache(maxsize=500)
def letters_in(text: str) -> frozenset[str]:
    """The runs of letters in `text`, in small letters, so that it has whatever a pattern that ignores case finds."""
    return frozenset(LETTERS.findall(caseless(text)))
