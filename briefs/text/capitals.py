"""Where a word may have a capital letter without being a name."""

from __future__ import annotations

import re

_BEGINS = re.compile(r"(?:\A|[.?!:;•·][\"')\]]*\s*|[\"(\[]|\A[^\w]*)\Z")
_LONGEST = 8
"""How many characters before a word are looked at."""


def may_begin(text: str, at: int) -> bool:
    """Whether the word at the offset `at` of `text`, which is `plain`, begins a sentence, a quotation or a bracket, or
    stands after a colon, so that its capital letter does not show that it is a name."""
    return at == 0 or _BEGINS.search(text[max(0, at - _LONGEST) : at]) is not None
