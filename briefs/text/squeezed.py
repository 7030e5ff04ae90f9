"""Text without what formats set in different ways: spaces, hyphens, marks that nobody reads, forms of letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DROPPED = re.compile(r"[\s\-\u2010\u2011\u00ad\u2610-\u2612\u21a9\u2022\u25e6\u25aa\ufffe]")
"""White space, hyphens, which stand at the ends of lines or not, boxes to tick, the bullets of lists, and the mark that
leads back from a note."""
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff]+")
_WORD = re.compile(r"[^\W_]+")
_UNSEEN = frozenset("MC")
"""What is left out besides: marks on letters, which PDFs compose in different ways, and characters that control."""


class _Seen(dict[int, str]):
    """What is left of each character, looked up once: itself, or nothing; white space stays, lest words are joined."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_left = character.isspace() or unicodedata.category(character)[0] not in _UNSEEN
        self[code] = character if is_left else ""
        return self[code]


_SEEN = _Seen()


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """`text` in the letters, digits and punctuation that every format keeps.

    What is written from right to left is sorted, run by run: programs read it in either order.
    """
    if text.isascii():
        return _DROPPED.sub("", text)
    kept = unicodedata.normalize("NFKD", text).translate(_SEEN)
    return _RIGHT_TO_LEFT.sub(lambda run: "".join(sorted(run[0])), _DROPPED.sub("", kept))


@lru_cache(maxsize=8192)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of `text` in small letters, without accents and signs."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).translate(_SEEN)
    return tuple(_WORD.findall(text.lower()))
