"""Attributions: who said it, such as "it was suggested" and "one participant", left out of edited wording."""

from __future__ import annotations

from collections.abc import Iterator

from briefs.check.scales.clause_reading import Reading, looks_plural, reading_of
from briefs.check.scales.clause_sources import clauses, sources
from briefs.check.scales.how_many import quantities_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import ScaleWords
from briefs.text.term_finder import Found

_SURE = 0.5
"""From this share of content words on, a sentence is surely where the wording comes from."""
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
        *("must", "may", "might", "cannot", "need", "needs", "isn't", "aren't", "can't", "won't", "doesn't", "don't"),
    )
)
_BETWEEN = frozenset((",", "however", "further", "also", "therefore", "in"))
_INTRODUCING = frozenset(("that", ":"))
"""Words one of which stands behind an act of saying that is followed by what was said."""
_OBJECTS = frozenset(("a", "an", "the", "their", "its", "that", "no", "any"))
_RELATIVE = frozenset(("that", "which", "who", "whom", "whose", "where", "when", "if"))


def dropped_attributions(text: str, passage: str, scale: ScaleWords, before: str = "") -> Iterator[Raised]:
    """A finding for each clause of `text` that asserts as a fact what its passage reports that somebody said; `before`
    is what is printed in front of it, such as a lead, and may say who.
    """
    whole = reading_of(passage, scale)
    if _INTRODUCING.isdisjoint(whole.lowers) or not scale.acts.among(whole.keys) or says_who(before, scale):
        return
    found = clauses(text, scale)
    told = {one.text for clause in found if says_who(clause.text, scale) for one in _near(clause, text, passage)}
    for clause in found:
        if clause.is_question or says_who(clause.text, scale) or not _asserts(clause):
            continue
        near = _near(clause, text, passage)
        if not near or any(one.text in told for one in near) or not all(says_who(one.text, scale) for one in near):
            continue
        for reading in near:
            act = _attribution(reading)
            if act is not None and _follows(reading, act, clause) and not _has_speakers(clause, reading, act):
                told.add(reading.text)
                yield Raised("attribution-dropped", "", _with_subject(reading, act), reading.text)
                break


def _near(clause: Reading, text: str, passage: str) -> tuple[Reading, ...]:
    """The sentences that a clause surely comes from."""
    named = {word.stem for place, word in enumerate(clause.words) if place and word.text[0].isupper()}
    wanted = clause.content - named or clause.content
    near = sources(clause, 0, text, passage)[1]
    return tuple(one for one in near if len(wanted & one.content) >= _SURE * len(wanted))


def says_who(text: str, scale: ScaleWords) -> bool:
    """Whether a text says that somebody holds or said something."""
    reading = reading_of(text, scale, False)
    return (
        any(reading.reports(one) for one in reading.acts)
        or bool(scale.attributions.among(reading.lowers))
        or any(one.of in ("holders", "bare", "passive") for one in quantities_of(reading))
        or any(reading.is_holder(place) or _are_others(reading, place) for place in range(len(reading.words)))
    )


def _has_speakers(clause: Reading, reading: Reading, act: Found[float]) -> bool:
    """Whether those who said it are the subject: "villages would like" for "villages said that they would"."""
    nouns = {stem for one in quantities_of(reading) if one.start < act.start for stem in one.nouns}
    return any(word.stem in nouns and looks_plural(word) for word in clause.words)


def _follows(reading: Reading, act: Found[float], clause: Reading) -> bool:
    """Whether most of what `clause` has of a sentence stands behind the act of saying."""
    behind = [word.stem in clause.content for word in reading.words[act.end :]]
    before = [word.stem in clause.content for word in reading.words[: act.start]]
    return sum(behind) > sum(before)


def _asserts(clause: Reading) -> bool:
    """Whether a clause has a verb in a finite form."""
    for place, word in enumerate(clause.words):
        if word.lower in _RELATIVE:
            return False
        if word.lower in _FINITE or _is_finite(clause, place) or _is_wished(clause, place):
            return True
    return False


def _is_finite(clause: Reading, place: int) -> bool:
    """Whether a word looks like a verb with an object: "provides a forum", "needed to advance"."""
    lower = clause.lower(place)
    if place == 0 or clause.is_noun_at(place) or not lower.endswith(("s", "ed")) or lower in clause.scale.frequency:
        return False
    return clause.lower(place + 1) in _OBJECTS or (lower.endswith("ed") and clause.lower(place + 1) == "to")


def _is_wished(clause: Reading, place: int) -> bool:
    """Whether a word is "be" behind its subject: "that a forum be built"."""
    return clause.lower(place) == "be" and place > 1 and clause.before(place) not in _FINITE | {"to"}


def _are_others(reading: Reading, place: int) -> bool:
    """Whether "others" stands for those who hold another view: "(others)", "others felt"."""
    if reading.lower(place) != "others":
        return False
    return reading.is_marked(place + 1) or place + 1 == len(reading.words) or reading.act_at(place + 1) is not None


def _attribution(reading: Reading) -> Found[float] | None:
    """The act of saying in a sentence that is followed by what was said."""
    for one in reading.acts:
        after = [reading.lower(place) for place in range(one.end, one.end + 4)]
        is_named = reading.is_noun_at(one.start) and not reading.is_said_there(one.start)
        if (
            reading.reports(one)
            and not is_named
            and ("that" in after or ":" in after[:1])
            and not set(after[: after.index("that") if "that" in after else 0]) - _BETWEEN
        ):
            return one
    return None


def _with_subject(reading: Reading, act: Found[float]) -> str:
    near = range(act.start - 5, act.start + 1)
    start = min((one.start for one in quantities_of(reading) if one.start in near), default=act.start)
    while start > 0 and reading.lower(start - 1) in ("it", "was", "is", "there", "strongly", "further", "also", "a"):
        start -= 1
    return reading.text[reading.words[start].start : reading.words[act.end - 1].end]
