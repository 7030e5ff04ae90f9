"""Words by which edited wording may say more than its passage: "only", "very", and one of two things said together."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.sense_findings import DOUBT, Finding
from briefs.check.sense_words import SenseWords
from briefs.text.added_limits import added_degrees, added_limits
from briefs.text.halved_pairs import halved_pairs
from briefs.text.joined_exclusions import joined_exclusions
from briefs.text.readings import Reading

_LIMIT = "take it out, or use the word that the passage has there"
_NOT = "keep apart what the passage does"
_BOTH = "say both, or neither"


def sense_narrowed(form: Reading, passage: Reading, words: SenseWords) -> Iterator[Finding]:
    """What `form` limits, raises or halves; these are doubts, which a person settles."""
    also = words.denying.negations | words.denying.near
    for turned in (
        *added_limits(form, passage, words.limiting, also),
        *added_degrees(form, passage, words.raising),
    ):
        yield Finding(DOUBT, turned.said, turned.given, _LIMIT)
    for turned in joined_exclusions(form, passage, words.including, words.excluding):
        yield Finding(DOUBT, turned.said, turned.given, _NOT)
    if words.joining:
        for turned in halved_pairs(form, passage, words.joining, words.opposed_words, words.past):
            yield Finding(DOUBT, turned.said, turned.given, _BOTH)
