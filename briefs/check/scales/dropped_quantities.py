"""How many: the quantities of a passage that edited wording leaves out, so that it seems to speak of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.scales.clause_reading import Reading, looks_plural, reading_of
from briefs.check.scales.clause_sources import clauses, narrowed, sources
from briefs.check.scales.how_many import AGREED, Quantity, quantities_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.raised_quantities import Known, counts, span
from briefs.check.scales.scale_words import ScaleWords

_DETERMINERS = frozenset(("the", "these", "those", "its", "their", "some", "no", "any", "both", "our"))
_PREPOSITIONS = frozenset(("of", "for", "by", "in", "on", "to", "with", "among", "between", "and", "that"))
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
        *("must", "may", "might", "cannot", "need"),
    )
)


def dropped_quantities(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The quantities of `passage`, short of all, whose noun stands in `text` without any."""
    if not reading_of(passage, scale).how_many:
        return
    for clause in clauses(text, scale):
        said = quantities_of(clause)
        where, near = sources(clause, 0, text, passage)
        near = narrowed(where, near, counts)
        pool = [(reading, other) for reading in near for other in quantities_of(reading)]
        held = [pair for pair in pool if pair[1].of in ("holders", "bare", "passive")]
        if not held:
            whole = reading_of(passage, scale)
            held = [(whole, other) for other in quantities_of(whole) if other.of in ("holders", "bare")]
        for one in said:
            if one.of == "bare" and not any(other.of == "bare" for _, other in held):
                lower = [pair for pair in held if pair[1].of == "holders" and pair[1].level < AGREED]
                if lower and not any(other.of in ("holders", "adverb") for other in said):
                    yield _dropped(clause.phrase(span(one)), lower[0])
        for reading, other in pool:
            if (
                other.of in ("nouns", "holders")
                and 1 < other.level < 7
                and (noun := _bare_noun(clause, other, reading, near, said))
            ):
                yield _dropped(noun, (reading, other))


def _dropped(said: str, known: Known) -> Raised:
    return Raised("hedge-dropped", said, known[0].phrase(span(known[1])), known[0].text)


def _bare_noun(
    clause: Reading, other: Quantity, reading: Reading, near: Sequence[Reading], said: Sequence[Quantity]
) -> str:
    """The plural noun of `clause` that `other` counts in the passage, if the clause has it without a quantity."""
    if reading.lower(other.start - 1) == "the":
        return ""
    after = reading.words[other.start : other.end + 6]  # a report's own phrase, such as "some keepers", has its noun
    plural = {word.stem for word in after if looks_plural(word) and word.stem in other.nouns}
    if any(one.nouns & plural for one in said):
        return ""
    used = sum(word.stem in plural and looks_plural(word) for one in near for word in one.words)
    for place, word in enumerate(clause.words):
        if word.stem in plural and looks_plural(word) and used == 1:
            if 2.6 <= other.level <= 3 and not _is_subject(clause, place):
                continue
            if not _is_determined(clause, place):
                return word.text
    return ""


def _is_subject(clause: Reading, place: int) -> bool:
    """Whether a verb follows the noun at this place."""
    return clause.lower(place + 1) in _FINITE or clause.act_at(place + 1) is not None


def _is_determined(clause: Reading, place: int) -> bool:
    """Whether a word before the noun says which or how many: "the", "these", a number."""
    for back in range(place - 1, max(-1, place - 4), -1):
        lower = clause.lower(back)
        if clause.is_marked(back) or lower in _PREPOSITIONS:
            return False
        if lower in _DETERMINERS or lower.isdigit() or lower.endswith("'s"):
            return True
    return False
