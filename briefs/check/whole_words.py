"""Finding phrases in a text as whole words."""

from __future__ import annotations

import re
from functools import cache

from briefs.model.typesetting import plain


@cache
def whole_words(phrase: str, then: str = "", flags: int = 0) -> re.Pattern[str]:
    """The pattern that finds `phrase` as whole words in `plain` text, followed by what the pattern `then` asks for."""
    return re.compile(rf"(?<!\w){re.escape(plain(phrase))}(?!\w){then}", flags)


def has_phrase(text: str, phrase: str) -> bool:
    """Whether `text` has `phrase` as whole words, in capitals or not, however its quotation marks are written."""
    return whole_words(phrase, flags=re.IGNORECASE).search(plain(text)) is not None
