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
        reading, end = reading_of(sentence, scale, quoted=False), 0
        for one in quantities_of(reading):
            last = _last_word(reading, one)
            if one.of == "holders" and one.start >= end and last is not None:
                said.append((one.level, _small(reading.text[reading.words[one.start].start : reading.words[last].end])))
                end = last + 1
    if len({level for level, _ in said}) != 1:
        return ""
    words = said[0][1]
    return words if rules.level(words) is not None else ""


def _last_word(reading: Reading, one: Quantity) -> int | None:
    """The place of the noun that a quantity counts, as in "a number of participants"; without a noun, its own last
    word, but only if somebody does something ("some felt")."""
    near = range(one.start, min(one.end + _FURTHEST, len(reading.words)))
    holder = next((place for place in near if reading.is_holder(place)), None)
    if holder is not None:
        return max(holder, one.end - 1)
    return one.end - 1 if reading.act_at(one.end) is not None else None


def _small(words: str) -> str:
    """`words` beginning with a small letter, unless they begin with an acronym."""
    return words if len(words) > 1 and words[:2].isalpha() and words[:2].isupper() else words[:1].lower() + words[1:]
