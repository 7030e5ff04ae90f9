"""Whether words of two editions of a report are the same, in whatever format each of them came."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

_DROPPED = re.compile(r"[\s\-]+")


@lru_cache(maxsize=4096)
def compact(words: str) -> str:
    """`words`, which are `plain`, without what formats set in different ways: spaces, and hyphens, which may have been
    at the ends of lines."""
    return _DROPPED.sub("", _marks(words))


def are_same(before: str, after: str) -> bool:
    """Whether two `plain` texts have the same words."""
    return before == after or compact(before) == compact(after)


def has_words(text: str, words: str) -> bool:
    """Whether `words`, which are not empty, stand in `text`, and do not begin or end within a word of it."""
    wanted = compact(words)
    start = compact(text).find(wanted) if wanted else -1
    while start >= 0:
        written, offsets = _offsets(text)
        first, last = offsets[start], offsets[start + len(wanted) - 1]
        if not (_is_within(written, first) or _is_within(written, last + 1)):
            return True
        start = compact(text).find(wanted, start + 1)
    return False


@lru_cache(maxsize=64)
def _offsets(text: str) -> tuple[str, Sequence[int]]:
    """`text`, and where in it each character of its compact form stands."""
    written = _marks(text)
    return written, [at for at, one in enumerate(written) if not _DROPPED.match(one)]


def _marks(text: str) -> str:
    return text.replace("...", "…")


def _is_within(text: str, at: int) -> bool:
    return re.fullmatch(r"\w\w", text[max(0, at - 1) : at + 1]) is not None
