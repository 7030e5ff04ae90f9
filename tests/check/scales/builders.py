"""The words of the scales in English, and what a text says with them."""

from __future__ import annotations

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.scale_words import ScaleWords, scale_words
from briefs.model.wording_rules import WordingRules

NO_RULES = WordingRules({}, {})


def english(rules: WordingRules = NO_RULES) -> ScaleWords:
    """The words of the scales in English, with those of `rules`."""
    found = scale_words(rules)
    assert found is not None
    return found


def read(text: str, quoted: bool = True) -> Reading:
    """`text` as the scales read it."""
    return reading_of(text, english(), quoted)
