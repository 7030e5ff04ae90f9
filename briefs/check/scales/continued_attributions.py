"""Suggestions that go on in the next sentence: the one before says who made them, and edited wording does not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefs.check.scales.clause_reading import reading_of
from briefs.check.scales.clause_sources import clauses
from briefs.check.scales.dropped_attributions import says_who
from briefs.check.scales.how_firmly import firmness_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import ScaleWords
from briefs.text.words import sentences_of

_MOST = 0.75
"""A clause that has so much of its content from a sentence says what the sentence says."""
_CLAUSE = 4
"""A clause with fewer content words than this may say something of its own."""


def continued_attributions(text: str, passage: str, scale: ScaleWords, before: str = "") -> Iterator[Raised]:
    """A finding for what `text` demands on nobody's behalf, if its passage has it right behind what somebody suggested;
    `before` is what is printed in front of it, and may say who.
    """
    pairs = [pair for block in passage.split("\n") for pair in pairwise(sentences_of(block))]
    if not pairs or says_who(f"{before}. {text}", scale):
        return
    for first, second in pairs:
        held = reading_of(first, scale)
        acts = [one for one in held.acts if held.reports(one) and held.lower(one.end) == "that"]
        modal = [one for one in firmness_of(reading_of(second, scale)) if one.is_modal and one.level >= 2]
        if acts and modal and not says_who(second, scale) and _says(text, second, scale):
            yield Raised("attribution-dropped", "", held.phrase(acts[0]), first)
            return


def _says(text: str, sentence: str, scale: ScaleWords) -> bool:
    given = reading_of(sentence, scale).content
    return any(
        len(clause.content) >= _CLAUSE and len(clause.content & given) >= _MOST * len(clause.content)
        for clause in clauses(text, scale)
        if not clause.is_question
    )
