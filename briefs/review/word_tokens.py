"""Words, spaces and signs: what two texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from briefs.text.paired_sequences import shared_ends

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters without any width: places to break, joiners, directions. Programs add and drop them."""
_WORD = rf"\w[\w{_UNSEEN}]*(?:['’\-‑–][\w{_UNSEEN}]+)*"
_TOKEN = re.compile(rf"[{_UNSEEN}]*(?:{_WORD}|\s+|\.\.\.|[^\w\s{_UNSEEN}])[{_UNSEEN}]*|[{_UNSEEN}]+")
_NO_WIDTH = re.compile(f"[{_UNSEEN}]")
_FOLDED = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "‑": "-"})
_SPACE = " "
_LONGEST = 4_000_000
"""How long two texts may be to be compared word by word: as many tokens in one times as many in the other."""


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
    """How `before` becomes `after`, as `difflib` says it. What texts that are very long have between the beginning and
    the end that they share is replaced as a whole: no file may take hours."""
    start, end = shared_ends(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    found: list[tuple[str, int, int, int, int]] = [("equal", 0, start, 0, start)] if start else []
    if len(old) * len(new) > _LONGEST:
        found.append(("replace", start, start + len(old), start, start + len(new)))
    else:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        found += [
            (kind, low + start, high + start, first + start, last + start)
            for kind, low, high, first, last in matcher.get_opcodes()
        ]
    if end:
        found.append(("equal", len(before) - end, len(before), len(after) - end, len(after)))
    return found
