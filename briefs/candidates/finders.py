"""The finders of candidates, a row for each kind of block that the words of a report can show."""

from __future__ import annotations

from collections.abc import Mapping

from briefs.candidates.finding_questions import find_questions
from briefs.candidates.found import Finder
from briefs.candidates.rule_words import sections_of

FINDERS: Mapping[str, Finder] = {
    "question": find_questions,
}
"""Finders by kind, in the order of the inventory."""


def kinds_without_words(language: str) -> tuple[str, ...]:
    """The kinds for which there are finders, but no words in this language: none of them is found."""
    known = sections_of(language)
    return tuple(kind for kind in FINDERS if kind not in known)
