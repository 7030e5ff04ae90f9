"""Finding the edition that a returned file is of by its text, when nothing in the file names it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from briefs.model.marked_file import MarkedFile
from briefs.model.sent_text import SentParagraph
from briefs.review.similarity import Words, share

T = TypeVar("T")

LEAST = 0.6
"""Which share of their words a file and its edition must have in common."""
_CLOSE = 0.1
"""Editions whose words are as similar as that are told apart by how often they have each word, and in which order."""


def best_edition(candidates: Mapping[T, Sequence[SentParagraph]], marked: MarkedFile, least: float = LEAST) -> T | None:
    """The one of `candidates` that `marked` most likely is: of those with about the same words, the one that has most
    paragraphs and words in common with it; None if none has at least the share `least` of its words in common."""
    paragraphs = [one for one in marked.paragraphs if one.story != "running"]
    texts = {text for one in paragraphs if (text := _folded(one.base))}
    words = Words.of(" ".join(one.base for one in paragraphs))
    found = {name: Words.of(" ".join(_texts(sent))) for name, sent in candidates.items()}
    alike = {name: _in_common(set(one.all), set(words.all)) for name, one in found.items()}
    best = max(alike.values(), default=0.0)
    near = [name for name in candidates if alike[name] >= max(best - _CLOSE, least)]
    same = {name: sum(_folded(text) in texts for text in _texts(candidates[name])) for name in near}
    return max(near, key=lambda name: share(found[name], words) + _ratio(same[name], candidates[name]), default=None)


def _texts(sent: Sequence[SentParagraph]) -> list[str]:
    return [" ".join((one.text, *one.tags)) for one in sent if one.text]


def _in_common(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _ratio(same: int, sent: Sequence[SentParagraph]) -> float:
    return same / max(len(_texts(sent)), 1)


def _folded(text: str) -> str:
    return " ".join(text.split())
