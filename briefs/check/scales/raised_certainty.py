"""How firmly: what edited wording says more firmly than its passage; a modal verb is compared with that of its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.scales.how_firmly import Firm, firmness_of, governed
from briefs.check.scales.raised import Raised
from briefs.check.scales.reading import Reading
from briefs.check.scales.scale_words import STEP, ScaleWords
from briefs.check.scales.sources import clauses, sources

PLAIN = 5.0
"""A plain assertion."""
_BE = frozenset(("is", "are", "was", "were", "am"))
_NOUN_BEFORE = frozenset(
    (
        *(
            "to",
            "of",
            "for",
            "by",
            "in",
            "on",
            "with",
            "at",
            "from",
            "the",
            "a",
            "an",
            "their",
            "its",
            "and/or",
            "as",
            "into",
        ),
        *(
            "any",
            "some",
            "no",
            "more",
            "such",
            "this",
            "that",
            "these",
            "those",
            "better",
            "other",
            "its",
            "good",
            "be",
            "been",
        ),
    )
)
Known = tuple[Reading, Firm]


def raised_certainty(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """What `text` says more firmly than the sentences that it comes from."""
    for clause in clauses(text, scale):
        said = firmness_of(clause)
        raised: list[Raised] = []
        for firm in said:
            near = sources(clause, firm.start, text, passage)[1]
            pool = [(reading, other) for reading in near for other in firmness_of(reading)]
            support, known = _support(clause, firm, pool, near)
            if firm.level >= support + STEP:
                has = _phrase(*known) if known else ""
                raised.append(
                    Raised("certainty-raised", _phrase(clause, firm), has, (known[0] if known else near[0]).text)
                )
        yield from raised
        if not raised and not clause.is_question:
            near = sources(clause, 0, text, passage)[1]
            yield from _asserted(clause, said, [(reading, other) for reading in near for other in firmness_of(reading)])


def _support(clause: Reading, firm: Firm, pool: Sequence[Known], near: Sequence[Reading]) -> tuple[float, Known | None]:
    """How firmly the passage says it: with the same verb, or else at most."""
    same = [pair for pair in pool if firm.verb and pair[1].verb == firm.verb and pair[1].is_modal]
    if firm.is_modal and not same:
        same = [pair for pair in pool if firm.verb in governed(*pair) and pair[1].is_modal]
    if same:
        best = max(same, key=lambda pair: pair[1].level)
        equal = [pair for pair in pool if pair[1].verb == firm.verb and not pair[1].is_modal and pair[1].level > 3]
        return max(best[1].level, *(pair[1].level for pair in equal)) if equal else best[1].level, best
    if not pool:
        return PLAIN, None
    best = max(pool, key=lambda pair: pair[1].level)
    words = {word.stem for reading in near for word in reading.words}
    if best[1].level >= firm.level or firm.verb in words:
        return max(best[1].level, PLAIN) if firm.verb in words else best[1].level, best
    return (max(best[1].level, PLAIN), None) if firm.level > PLAIN else (best[1].level, best)


def _asserted(clause: Reading, said: Sequence[Firm], pool: Sequence[Known]) -> Iterator[Raised]:
    """The verbs that stand under a weak modal in the passage, and under none here."""
    for reading, firm in pool:
        if not firm.is_modal or firm.level >= PLAIN or not firm.verb or _is_plain_elsewhere(firm, reading, pool):
            continue
        for place, word in enumerate(clause.words):
            if word.stem == firm.verb and place not in clause.blocked and _is_asserted(clause, place, firm, said):
                yield Raised("certainty-raised", word.text, _phrase(reading, firm), reading.text)
                break


def _is_plain_elsewhere(firm: Firm, reading: Reading, pool: Sequence[Known]) -> bool:
    """Whether the passage also has the verb without that modal."""
    readings = {id(one): one for one, _ in pool}
    times = sum(word.stem == firm.verb for one in readings.values() for word in one.words)
    under = sum(other.verb == firm.verb and other.is_modal for _, other in pool)
    return times > under


def _is_asserted(clause: Reading, place: int, firm: Firm, said: Sequence[Firm]) -> bool:
    """Whether the word at this place is a verb that is asserted: in a finite form, and under no word of how firmly."""
    if any(one.start <= place and place - one.end < 8 for one in said if one.level < PLAIN):
        return False
    earlier = [clause.lower(back) for back in range(place)]
    lower = clause.lower(place)
    if "if" in earlier or (clause.lower(place - 1) == "to" and not clause.is_marked(place - 1)):
        return False
    is_base = lower.rstrip("e") == clause.words[place].stem.rstrip("e") or not lower.endswith(("s", "ed", "ing"))
    if is_base and any(act.end <= place for act in clause.acts):
        return False  # "suggested that they meet"
    before = [clause.lower(back) for back in range(max(0, place - 4), place)]
    if firm.with_be:
        return any(word in _BE for word in before)
    if lower.endswith("ing"):
        return any(word in _BE for word in before[-2:])
    if not before or clause.is_marked(place - 1):
        return False
    near = next((word for word in reversed(before) if not word.endswith("ly")), "")
    return near not in _NOUN_BEFORE


def _phrase(reading: Reading, firm: Firm) -> str:
    last = firm.verb_place if firm.verb and firm.is_modal else firm.end - 1
    return reading.text[reading.words[firm.start].start : reading.words[last].end]
