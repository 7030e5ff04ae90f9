"""How many held a view, in the words of its passage: the `strength` that a block drawn from it can name."""

from __future__ import annotations

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.how_many import Quantity, quantities_of
from briefs.check.scales.scale_words import scale_words
from briefs.model.typesetting import plain
from briefs.model.wording_rules import WordingRules
from briefs.text.words import sentences_of

_FURTHEST = 3
"""How many words behind a quantity the noun that it counts may stand."""


def said_strength(passage: str, rules: WordingRules) -> str:
    """The words by which `passage` says how many held the view; empty if it does not, or says several things of it.

    They begin with a small letter.
    """
    scale = scale_words(rules)
    if scale is None:
        return ""
    said: list[tuple[float, str]] = []
    for sentence in sentences_of(plain(passage)):
        reading = reading_of(sentence, scale, quoted=False)
        for one in quantities_of(reading):
            if one.of == "holders" and (words := _with_holders(reading, one)):
                said.append((one.level, words))
    if len({level for level, _ in said}) != 1:
        return ""
    words = said[0][1]
    return words if rules.level(words) is not None else ""


def _with_holders(reading: Reading, one: Quantity) -> str:
    """The words of a quantity with the noun that it counts, as in "a number of participants"; without a noun, only if
    somebody does something ("some felt"). Else nothing."""
    near = range(one.start, min(one.end + _FURTHEST, len(reading.words)))
    end = next((place + 1 for place in near if reading.is_holder(place)), None)
    if end is None and reading.act_at(one.end) is None:
        return ""
    words = reading.text[reading.words[one.start].start : reading.words[max(end or one.end, one.end) - 1].end]
    return words if len(words) > 1 and words[:2].isalpha() and words[:2].isupper() else words[:1].lower() + words[1:]
