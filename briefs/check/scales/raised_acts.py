"""What kind of act: verbs such as "agreed" in edited wording where its passage has one such as "noted"."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.raised import Raised
from briefs.check.scales.reading import Reading
from briefs.check.scales.scale_words import ScaleWords
from briefs.check.scales.sources import clauses, narrowed, sources

_WHOLE_STEP = 1.0
_UNSAID = 3.0
"""What the report says itself, in no one's name, may be told as proposed or recommended, but not as urged or agreed."""


def raised_acts(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The kinds of act in `text` that stand higher than all those of the sentences that it comes from."""
    for clause in clauses(text, scale):
        for act in clause.acts:
            where, found = sources(clause, act.start, text, passage)
            near = narrowed(where, found, _acts)
            stem = clause.words[act.start].stem
            if any(word.stem == stem for reading in near for word in reading.words):
                said = {reading.words[one.start].stem for reading in near for one in reading.acts}
                if stem in said or not clause.reports(act) or any(_names(reading, stem) for reading in near):
                    continue
            known = [(reading, one) for reading in near for one in reading.acts]
            highest = max(known, key=lambda pair: pair[1].value, default=None)
            level = highest[1].value if highest else _UNSAID
            if act.value >= level + _WHOLE_STEP:
                has = highest[0].phrase(highest[1]) if highest else ""
                yield Raised("act-raised", clause.phrase(act), has, (highest[0] if highest else near[0]).text)


def _names(reading: Reading, stem: str) -> bool:
    """Whether the passage has the act as a noun, such as "the insistence by States"."""
    return any(
        word.stem == stem and (reading.is_noun_at(place) or word.lower.endswith(("ion", "ence", "ance", "ment")))
        for place, word in enumerate(reading.words)
    )


def _acts(reading: Reading) -> bool:
    return bool(reading.acts)
