"""How many: quantities of edited wording that stand higher than those of its passage, or take their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.clause_sources import clauses, narrowed, sources
from briefs.check.scales.how_many import BARE, PASSIVE, Quantity, may_say_how_many, quantities_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import STEP, ScaleWords
from briefs.check.whole_words import has_phrase
from briefs.text.term_finder import Found

_NEVER = frozenset(("never", "no", "nobody", "none"))
_DENIALS = frozenset(("not", "no", "never", "none", "cannot", "nobody", "nor", "neither", "without"))
Known = tuple[Reading, Quantity]


def raised_quantities(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The quantities of `text` that are half a level or more above those of the sentences that it comes from."""
    for clause in clauses(text, scale):
        if not may_say_how_many(clause):
            continue
        found = [one for one in quantities_of(clause) if one.of not in ("bare", "passive")]
        agreed = [one for one in quantities_of(clause) if one.of == "bare" and one.level > BARE]
        for one in (*found, *agreed):
            where, near = sources(clause, one.start, text, passage)
            if one.of in ("holders", "bare"):
                near = narrowed(where, near, counts)
            pool = [(reading, other) for reading in near for other in quantities_of(reading)]
            support, known = _support(clause, one, pool, near, passage)
            if one.level >= support + STEP:
                said = clause.phrase(span(one))
                has = known[0].phrase(span(known[1])) if known else ""
                yield Raised("strength-upgraded", said, has, (known[0] if known else near[0]).text)


def counts(reading: Reading) -> bool:
    """Whether a reading says how many."""
    return bool(quantities_of(reading))


def span(one: Quantity) -> Found[float]:
    """Where the quantity stands."""
    return Found(one.start, one.end, one.level)


def _support(
    clause: Reading, one: Quantity, pool: Sequence[Known], near: Sequence[Reading], passage: str
) -> tuple[float, Known | None]:
    """How high `one` may stand, and the quantity of the passage that it is compared with."""
    if set(clause.phrase(span(one)).lower().split()) & _NEVER and any(map(_denies, near)) and one.of != "frequency":
        return one.level, None  # what is denied is for the check of negations
    if (
        one.of == "frequency"
        and clause.is_question
        and any(has_phrase(each.text, clause.phrase(span(one))) for each in near)
    ):
        return one.level, None  # "are they always …?", where the report says that they are not
    if one.of == "adverb" and any(_has_word(reading, clause, one) for reading in near):
        return one.level, None  # "universally", where the report says "on a universal basis"
    if one.of == "frequency":
        same = [pair for pair in pool if pair[1].of == "frequency"]
        if not same and _NEVER & set(clause.phrase(span(one)).lower().split()) and any(map(_denies, near)):
            return one.level, None  # "never", where the report says "not", is for the check of negations
        same += [pair for pair in pool if pair[1].of in ("nouns", "adverb") and pair[1].level >= one.level]
    elif one.of == "nouns":
        same = _with_noun(one, pool)
        if not same and not any(one.nouns & {word.stem for word in reading.words} for reading in near):
            same = [pair for pair in pool if pair[1].of in ("nouns", "frequency")]
    else:
        same = _held(clause, one, pool)
        if not same:
            same = _held(clause, one, [(reading_of(passage, clause.scale), all_) for all_ in _all(passage, clause)])
    if not same:
        same = [pair for pair in pool if pair[1].of == "passive"] if one.of != "nouns" else []
        return (PASSIVE if same else BARE), (same[0] if same else None)
    best = max(same, key=lambda pair: pair[1].level)
    return best[1].level, best


def _has_word(reading: Reading, clause: Reading, one: Quantity) -> bool:
    """Whether a sentence has the single word of a quantity in another form."""
    stem = clause.words[one.start].stem
    return one.end - one.start == 1 and any(word.stem == stem for word in reading.words)


def _held(clause: Reading, one: Quantity, pool: Sequence[Known]) -> list[Known]:
    """The quantities of `pool` by which it says how many hold the view that is held by `one`."""
    same = [pair for pair in _with_noun(one, pool) if pair[1].of != "bare"]
    if same:
        return same
    everyone = _is_everyone(clause, one)
    return [
        pair for pair in pool if pair[1].of in ("holders", "bare", "adverb") and (everyone or not _is_everyone(*pair))
    ]


def _with_noun(one: Quantity, pool: Sequence[Known]) -> list[Known]:
    return [pair for pair in pool if one.nouns & pair[1].nouns and pair[1].of in ("holders", "nouns", "bare")]


def _is_everyone(reading: Reading, one: Quantity) -> bool:
    return reading.phrase(span(one)).lower() in ("everyone", "everybody", "no one", "nobody", "someone", "somebody")


def _all(passage: str, clause: Reading) -> tuple[Quantity, ...]:
    return quantities_of(reading_of(passage, clause.scale))


def _denies(reading: Reading) -> bool:
    return any(word.lower in _DENIALS or word.lower.endswith("n't") for word in reading.words)


def strength_of(text: str, passage: str, strength: str, scale: ScaleWords) -> tuple[float, str] | None:
    """How high the sentences stand that `text` comes from, in how many hold a view, with the highest words; None if
    one of them has `strength` itself, or none says how many.
    """
    near = {one.text: one for clause in clauses(text, scale) for one in sources(clause, 0, text, passage)[1]}
    if any(strength.lower() in one.lower() for one in near):
        return None
    known = [(one, other) for one in near.values() for other in quantities_of(one) if other.of in ("holders", "adverb")]
    if not known:
        return None
    reading, best = max(known, key=lambda pair: pair[1].level)
    return best.level, reading.phrase(span(best))
