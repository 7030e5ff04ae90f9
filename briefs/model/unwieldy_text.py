"""Texts that no writing has, and that take the square of the time in what normalises and searches texts: words without
end, and heaps of marks (CWE-407)."""

from __future__ import annotations

import re
import unicodedata

from briefs.model.limits import LONGEST_WORD, MOST_MARKS

_SPACELESS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u31ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
)
"""Writing without spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""
_LONG_WORD = re.compile(rf"[^\s{_SPACELESS}]{{{LONGEST_WORD + 1},}}")
_PERHAPS_MARKS = re.compile(rf"[^\x00-\u02ff\u2000-\u2065\u3400-\u9fff\uac00-\ud7a3]{{{MOST_MARKS + 1},}}")


def long_word(text: str) -> str | None:
    """A word of `text` that is longer than any word or address is, if there is one."""
    found = _LONG_WORD.search(text) if len(text) > LONGEST_WORD else None
    return found[0] if found else None


def heaped_marks(text: str) -> int | None:
    """Where in `text` a mark stands on a letter that has too many already (UAX #15, 13), if one does."""
    for found in () if text.isascii() else _PERHAPS_MARKS.finditer(text):
        run = 0
        for at, character in enumerate(found[0], found.start()):
            run = run + 1 if unicodedata.combining(character) else 0
            if run > MOST_MARKS:
                return at
    return None
