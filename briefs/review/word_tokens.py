"""Words, spaces and signs: what two texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters without any width: places to break, joiners, directions. Programs add and drop them."""
_WORD = rf"\w[\w{_UNSEEN}]*(?:['’\-‑–][\w{_UNSEEN}]+)*"
_TOKEN = re.compile(rf"[{_UNSEEN}]*(?:{_WORD}|\s+|\.\.\.|[^\w\s{_UNSEEN}])[{_UNSEEN}]*|[{_UNSEEN}]+")
_NO_WIDTH = re.compile(f"[{_UNSEEN}]")
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "‑": "-"})
_SPACE = " "


class Token(NamedTuple):
    """A word, the space between words, or a sign: where it is in its text, and what it is compared by."""

    start: int
    end: int
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return any(map(str.isalnum, self.key))

    @property
    def is_space(self) -> bool:
        """Whether a reader sees nothing of it."""
        return self.key in ("", _SPACE)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words, spaces and signs of `text`. All spaces are one space, and quotation marks of all looks are one sign:
    what a program rewrites is no change."""
    return tuple(Token(*found.span(), _key(found[0])) for found in _TOKEN.finditer(text))


def _key(token: str) -> str:
    token = _NO_WIDTH.sub("", token)
    return _SPACE if token.isspace() else "…" if token == "..." else token.translate(_FOLDED)


def opcodes(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """How `before` becomes `after`, as `difflib` says it."""
    return list(SequenceMatcher(None, before, after, autojunk=False).get_opcodes())


def likeness(first: str, second: str) -> float:
    """How much of two texts is the same words in the same order: 0 to 1."""
    old, new = ([token.key.casefold() for token in tokens(text) if token.is_word] for text in (first, second))
    return SequenceMatcher(None, old, new, autojunk=False).ratio()
