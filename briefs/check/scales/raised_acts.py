"""What kind of act: verbs such as "agreed" in edited wording where its passage has one such as "noted"."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.clause_sources import clauses, narrowed, sources
from briefs.check.scales.how_firmly import firmness_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import ScaleWords
from briefs.text.term_finder import Found

_STEP = 1.0
_UNSAID = 2.0
"""What the report says itself may be told as thought or suggested, but not as recommended, urged or agreed."""
_ADVISED = 3.0
"""What the report says should be done, or lists as a recommendation, may be told as recommended."""
_FINAL = 4.0
"""Kinds of act from here on, such as "urged" and "rejected", count wherever they stand in the wording."""
_OF = frozenset(("by", "on", "among", "between", "that", "about", "with", "was", "is", "therefore"))
_FINITE = frozenset(
    (
        *(
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "do",
            "does",
            "did",
            "will",
            "would",
            "can",
            "could",
            "should",
        ),
        *("must", "may", "might", "remains"),
    )
)


def raised_acts(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The kinds of act in `text` that stand higher than all those of the sentences that it comes from."""
    found = clauses(text, scale)
    stems = set(reading_of(passage, scale).keys) if any(one.all_acts for one in found) else set[str]()
    for clause in found:
        for act in clause.all_acts:
            reports = clause.reports(act)
            stem = clause.keys[act.start]
            if not (reports or act in clause.acts) and (
                act.value < _FINAL or stem in stems or not _is_verb(clause, act)
            ):
                continue
            if stem in stems and not clause.reports(act, loosely=False):
                continue
            known, near = _known(clause, act, text, passage)
            if any(reading.keys[one.start] == stem for reading, one in known) or any(
                _names(reading, act.value, stem) for reading in near
            ):
                continue
            highest = max(known, key=lambda pair: pair[1].value, default=None)
            level = highest[1].value if highest else (_ADVISED if any(map(_advises, near)) else _UNSAID)
            if act.value >= level + _STEP:
                has = highest[0].phrase(highest[1]) if highest else ""
                yield Raised("act-raised", clause.phrase(act), has, (highest[0] if highest else near[0]).text)


def _known(
    clause: Reading, act: Found[float], text: str, passage: str
) -> tuple[list[tuple[Reading, Found[float]]], tuple[Reading, ...]]:
    """The kinds of act in the sentences that `act` comes from, or else in the passage, and these sentences."""
    where, found = sources(clause, act.start, text, passage)
    near = narrowed(where, found, _acts)
    known = [(reading, one) for reading in near for one in reading.acts]
    if not clause.reports(act) or (
        act.value < _FINAL and any(one.keys[a.start] == clause.keys[act.start] for one, a in known)
    ):
        return known, near
    told = [(reading, one) for reading, one in known if reading.reports(one)]
    if not told:
        whole = reading_of(passage, clause.scale)
        told = [(whole, one) for one in whole.acts if whole.reports(one)]
    return told or [pair for pair in known if pair[1].value < _FINAL], near


def _is_verb(clause: Reading, act: Found[float]) -> bool:
    """Whether the act is a participle or a verb in the past, as in "was rejected"."""
    return act.start not in clause.blocked and clause.lower(act.end - 1).endswith(("ed", "en", "ought", "ung"))


def _advises(reading: Reading) -> bool:
    """Whether the report says what should be done, or lists it without a verb, as recommendations are."""
    if any(firm.level >= 4 for firm in firmness_of(reading)):
        return True
    return not any(word.lower in _FINITE for word in reading.words)


def _names(reading: Reading, level: float, key: str) -> bool:
    """Whether the passage has the act, or another that stands as high, as a noun of which it says whose or what it is:
    "the insistence by States".
    """
    return any(
        (one.value >= level or reading.keys[one.start] == key)
        and (reading.is_noun_at(one.start) or reading.lower(one.start).endswith(("ion", "ence", "ance", "ment")))
        and (reading.lower(one.end) in _OF or reading.is_said_there(one.start))
        for one in reading.all_acts
    )


def _acts(reading: Reading) -> bool:
    return any(reading.reports(one) for one in reading.acts)
