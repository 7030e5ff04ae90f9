"""How firmly: what edited wording says more firmly than its passage; a modal verb is compared with that of its verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.clause_sources import all_sources, clauses, sources
from briefs.check.scales.how_firmly import Firm, firmness_of, governed, joined, reached, subject
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import STEP, ScaleWords
from briefs.check.whole_words import has_phrase

PLAIN = 5.0
"""A plain assertion."""
PROPOSED = 4.4
"""What is said without the verb, for a modal verb: it may be "should", but not "will"."""
HYPOTHETICAL = 2.6
"""What is only asked."""
_BE = frozenset(("is", "are", "was", "were", "am"))
_NOUN_BEFORE = frozenset(
    [
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
        "or",
        "any",
        "some",
        "no",
        "more",
        "such",
        "better",
        "other",
        "good",
        "be",
        "been",
    ]
)
_DENYING = frozenset(("cannot",))
"""Whether these are kept, the check of negations says."""
Known = tuple[Reading, Firm]


def raised_certainty(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """What `text` says more firmly than the sentences that it comes from."""
    has_firm = bool(reading_of(passage, scale).how_firmly)
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
        if has_firm and not raised and not clause.is_question and not _is_softened(clause, passage):
            near = all_sources(clause, text, passage)
            yield from _asserted(clause, said, [(reading, other) for reading in near for other in firmness_of(reading)])


def _support(clause: Reading, firm: Firm, pool: Sequence[Known], near: Sequence[Reading]) -> tuple[float, Known | None]:
    """How firmly the passage says it: with the same verb, or else at most."""
    modals = [pair for pair in pool if pair[1].is_modal]
    same = [pair for pair in modals if firm.verb and pair[1].verb == firm.verb]
    if firm.is_modal:
        same = same or [pair for pair in modals if firm.verb in governed(*pair)]
        same = same or [pair for pair in modals if firm.verb in reached(*pair)]
        same = same or [pair for pair in modals if firm.verb in subject(*pair)]
    asked = [pair for pair in same if firm.is_modal and _is_only_asked(*pair, firm.verb)]
    if asked and len(asked) == len(same):
        return min(PROPOSED, max(pair[1].level for pair in asked)), asked[0]
    if same:
        best = max(same, key=lambda pair: pair[1].level)
        equal = [
            pair[1].level for pair in pool if pair[1].verb == firm.verb and not pair[1].is_modal and pair[1].level > 3
        ]
        return max(best[1].level, *equal) if equal else best[1].level, best
    is_plain = not clause.is_question and _is_said_plainly(clause, firm, near)
    plain = HYPOTHETICAL if all(map(_is_hypothetical, near)) else PLAIN if is_plain or not firm.is_modal else PROPOSED
    if not pool:
        return plain, None
    best = max(pool, key=lambda pair: pair[1].level)
    if best[1].level >= firm.level:
        return best[1].level, best
    if is_plain:
        return max(best[1].level, plain), best
    return (max(best[1].level, plain), None) if firm.level > PLAIN else (best[1].level, best)


def _is_only_asked(reading: Reading, firm: Firm, verb: str) -> bool:
    """Whether `firm` governs that somebody is asked to do what `verb` says: "must be encouraged to establish"."""
    if not firm.with_be or firm.verb == verb or reading.lower(firm.verb_place + 1) != "to":
        return False
    act = reading.act_at(firm.verb_place)
    return act is not None and act.value < PLAIN


def _is_hypothetical(reading: Reading) -> bool:
    """Whether it only asks, as in "what if …" and "asked whether …"."""
    return reading.is_question or any(word.lower == "whether" for word in reading.words)


def _is_said_plainly(clause: Reading, firm: Firm, near: Sequence[Reading]) -> bool:
    """Whether the passage has the verb in nearly the same form."""
    if not firm.verb:
        return False
    form = clause.words[firm.verb_place].lower
    same = {
        form,
        form + "s",
        form + "d",
        form + "ed",
        form + "ing",
        form.removesuffix("e") + "ing",
        form.removesuffix("s"),
    }
    return any(
        word.lower in same and reading.before(place) != "to"
        for reading in near
        for place, word in enumerate(reading.words)
    )


def _asserted(clause: Reading, said: Sequence[Firm], pool: Sequence[Known]) -> Iterator[Raised]:
    """The verbs that stand under a weak modal in the passage, and under none here."""
    is_plain: dict[str, bool] = {}
    for reading, firm in pool:
        if reading.lower(firm.start) in _DENYING:
            continue
        if not firm.is_modal or firm.level >= PLAIN or not firm.verb:
            continue
        if firm.verb not in is_plain:
            is_plain[firm.verb] = _is_plain_elsewhere(firm.verb, pool)
        if is_plain[firm.verb]:
            continue
        verbs = joined(reading, firm)
        for place, word in enumerate(clause.words):
            if clause.keys[place] in verbs and _is_asserted(clause, place, firm, said):
                yield Raised("certainty-raised", word.text, _phrase(reading, firm), reading.text)
                break


def _is_softened(clause: Reading, passage: str) -> bool:
    """Whether the clause has a hedge that the passage does not have, in place of its modal verb."""
    hedges = {clause.phrase(one).lower() for one in clause.hedges}
    return any(not has_phrase(passage, hedge) for hedge in hedges)


def _is_plain_elsewhere(verb: str, pool: Sequence[Known]) -> bool:
    """Whether the passage also has the verb without a modal."""
    readings = {id(one): one for one, _ in pool}
    times = sum(one.keys.count(verb) for one in readings.values())
    under = sum(other.verb == verb and other.is_modal for _, other in pool)
    return times > under


def _is_asserted(clause: Reading, place: int, firm: Firm, said: Sequence[Firm]) -> bool:
    """Whether the word at this place is a verb that is asserted: in a finite form, and under no word of how firmly."""
    if any(one.start <= place and place - one.end < 8 for one in said if one.level < PLAIN):
        return False
    earlier = [clause.lower(back) for back in range(place)]
    lower = clause.lower(place)
    if "if" in earlier or (clause.lower(place - 1) == "to" and not clause.is_marked(place - 1)):
        return False
    before = [clause.lower(back) for back in range(max(0, place - 4), place)]
    if firm.with_be and any(word in _BE for word in before[-3:]):
        return True
    if place in clause.blocked or (firm.with_be and not lower.endswith("s")):
        return False
    is_base = not lower.endswith(("s", "ed", "ing"))
    if is_base and any(act.end <= place for act in clause.acts):
        return False  # "suggested that they meet"
    if lower.endswith("ing"):
        return any(word in _BE for word in before[-2:])
    if not before or clause.is_marked(place - 1):
        return False
    near = next((word for word in reversed(before) if not word.endswith("ly")), "")
    return near not in _NOUN_BEFORE


def _phrase(reading: Reading, firm: Firm) -> str:
    last = firm.verb_place if firm.verb and firm.is_modal else firm.end - 1
    return reading.text[reading.words[firm.start].start : reading.words[last].end]
