"""From which sentences of a passage the words of edited wording come: those that have most of its content words.

Where a passage has several quantifiers, actors or modal verbs, these sentences decide which of them the wording has to
keep.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from briefs.text.words import sentences_of, words_of

_CLOSE = 0.75
"""A sentence with at least so much of what the best one has in common with the wording is as good a source."""


class Source(NamedTuple):
    """A sentence of a passage, and which share of the content stems of a wording it has (0 to 1)."""

    sentence: str
    share: float


@lru_cache(maxsize=1500)
def sources_of(
    text: str, passage: str, common: frozenset[str] = frozenset(), language: str = "en"
) -> tuple[Source, ...]:
    """The sentences of `passage` that `text`, a sentence or clause, comes from: the best first, all of those that are
    about as good; none if they have no content word in common. Both texts are `plain`; `common` words do not count.
    """
    wanted = _stems(text, common, language)
    if not wanted:
        return ()
    shares = [Source(one, len(wanted & _stems(one, common, language)) / len(wanted)) for one in sentences_of(passage)]
    best = max((one.share for one in shares), default=0.0)
    found = [one for one in shares if one.share and one.share >= _CLOSE * best]
    return tuple(sorted(found, key=lambda one: -one.share))


def best_source(text: str, passages: Sequence[str], common: Set[str] = frozenset(), language: str = "en") -> str:
    """The one of `passages` that has most of the content words of `text`; empty if none has any."""
    wanted = _stems(text, frozenset(common), language)
    shares = [(len(wanted & _stems(one, frozenset(common), language)), one) for one in passages]
    most, passage = max(shares, key=lambda pair: pair[0], default=(0, ""))
    return passage if most else ""


@lru_cache(maxsize=2500)
def _stems(text: str, common: frozenset[str], language: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(text, language) if not word.is_mark and word.lower not in common)
