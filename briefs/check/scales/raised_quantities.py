"""How many: quantities of edited wording that stand higher than those of its passage, or take their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.scales.how_many import BARE, PASSIVE, Quantity, quantities_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.reading import Reading, looks_plural
from briefs.check.scales.scale_words import STEP, ScaleWords
from briefs.check.scales.sources import clauses, narrowed, sources

_DENIALS = frozenset(("not", "no", "never", "none", "cannot", "nobody", "nor", "neither", "without"))
Known = tuple[Reading, Quantity]


def raised_quantities(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The quantities of `text` that are half a level or more above those of the sentences that it comes from."""
    for clause in clauses(text, scale):
        found = [one for one in quantities_of(clause) if one.of not in ("bare", "passive")]
        agreed = [one for one in quantities_of(clause) if one.of == "bare" and one.level > BARE]
        for one in (*found, *agreed):
            where, near = sources(clause, one.start, text, passage)
            if one.of != "adverb":
                near = narrowed(where, near, _counts)
            pool = [(reading, other) for reading in near for other in quantities_of(reading)]
            support, known = _support(clause, one, pool, near)
            if one.level >= support + STEP:
                said = clause.phrase(_span(one))
                has = known[0].phrase(_span(known[1])) if known else ""
                yield Raised("strength-upgraded", said, has, (known[0] if known else near[0]).text)


def _counts(reading: Reading) -> bool:
    return bool(quantities_of(reading))


def _span(one: Quantity):  # type: ignore[no-untyped-def]
    from briefs.text.term_finder import Found

    return Found(one.start, one.end, one.level)


def _support(
    clause: Reading, one: Quantity, pool: Sequence[Known], near: Sequence[Reading]
) -> tuple[float, Known | None]:
    """How high `one` may stand, and the quantity of the passage that it is compared with."""
    same = [pair for pair in pool if one.nouns & pair[1].nouns and pair[1].of in ("holders", "nouns", "bare")]
    if one.of == "holders":
        same = same or [pair for pair in pool if pair[1].of in ("holders", "bare")]
        same += [pair for pair in pool if pair[1].of == "adverb"]
    elif one.of in ("adverb", "bare") and one.level >= 7 and any(_denies(reading) for reading in near):
        return one.level, None  # "never", where the report says "not", is for the check of negations
    elif one.of in ("adverb", "bare"):
        same = [pair for pair in pool if pair[1].of != "nouns" or pair[1].level >= one.level]
    elif not same and not any(one.nouns & {w.stem for w in reading.words} for reading in near):
        same = [pair for pair in pool if pair[1].of != "holders"]
    if not same:
        same = [pair for pair in pool if pair[1].of == "passive"] if one.of != "nouns" else []
        return (PASSIVE if same else BARE), (same[0] if same else None)
    best = max(same, key=lambda pair: pair[1].level)
    return best[1].level, best


def _denies(reading: Reading) -> bool:
    return any(word.lower in _DENIALS or word.lower.endswith("n't") for word in reading.words)


def dropped_quantities(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The quantities of `passage`, short of all, whose noun stands in `text` without any."""
    for clause in clauses(text, scale):
        said = quantities_of(clause)
        where, near = sources(clause, 0, text, passage)
        near = narrowed(where, near, _counts)
        pool = [(reading, other) for reading in near for other in quantities_of(reading)]
        for one in said:
            if one.of == "bare" and not any(other.of == "bare" for _, other in pool):
                lower = [pair for pair in pool if pair[1].of == "holders" and pair[1].level < 7]
                if lower and not any(other.of in ("holders", "adverb") for other in said):
                    yield _dropped(clause.phrase(_span(one)), lower[0])
        for reading, other in pool:
            if other.of == "nouns" and 1 < other.level < 7 and (noun := _bare_noun(clause, other, reading, near, said)):
                yield _dropped(noun, (reading, other))


def _dropped(said: str, known: Known) -> Raised:
    return Raised("hedge-dropped", said, known[0].phrase(_span(known[1])), known[0].text)


def _bare_noun(
    clause: Reading, other: Quantity, reading: Reading, near: Sequence[Reading], said: Sequence[Quantity]
) -> str:
    """The plural noun of `clause` that `other` counts in the passage, if the clause has it without a quantity."""
    plural = {word.stem for word in reading.words[other.end : other.end + 6] if looks_plural(word)} & other.nouns
    if any(one.nouns & plural for one in said):
        return ""
    used = sum(word.stem in plural for one in near for word in one.words)
    for place, word in enumerate(clause.words):
        if word.stem in plural and looks_plural(word) and place not in clause.blocked and used == 1:
            before = clause.lower(place - 1), clause.lower(place - 2), clause.lower(place - 3)
            if not {"the", "these", "those", "its", "their", "some", "no"} & set(before) and not any(
                each.isdigit() for each in before
            ):
                return word.text
    return ""
