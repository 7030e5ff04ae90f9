"""How many: the quantities that a text says, with the nouns that they count, or of those who hold a view."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from briefs.check.scales.clause_reading import Reading, looks_plural
from briefs.text.term_finder import Found

Of: TypeAlias = Literal["holders", "nouns", "adverb", "frequency", "bare", "passive"]
BARE = 3.4
"""Where "participants felt" stands without a word for how many."""
PASSIVE = 1.6
"""Where "it was felt" stands: somebody felt so."""
AGREED = 6.0
_VERBS = frozenset(
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
        *("must", "may", "might", "need", "needs"),
    )
)
_LINKS = frozenset(
    ("of", "the", "these", "those", "other", "different", "such", "its", "their", "our", "leading", "further")
)


class Quantity(NamedTuple):
    """A quantity: its level, its place (`end` not included), the stems of nouns that it may count, and what it is of.

    It is of `holders` of a view, of other `nouns`, an `adverb` of agreement or of `frequency`, or not in words:
    "participants felt" (`bare`), "it was felt" (`passive`).
    """

    level: float
    start: int
    end: int
    nouns: frozenset[str]
    of: Of


_AGREEING = frozenset(("agreed", "agree"))


def may_say_how_many(reading: Reading) -> bool:
    """Whether a reading may have a quantity in words, or one of agreement."""
    return bool(reading.how_many) or not _AGREEING.isdisjoint(reading.lowers)


@lru_cache(maxsize=1500)
def quantities_of(reading: Reading) -> tuple[Quantity, ...]:
    """The quantities that `reading` says, in order."""
    said = [_quantity(reading, one) for one in reading.counted]
    known = [one for one in said if one is not None]
    return tuple(sorted((*known, *_unsaid(reading, known)), key=lambda one: one.start))


def _quantity(reading: Reading, one: Found[float]) -> Quantity | None:
    phrase = reading.phrase(one).lower()
    level = one.value
    if level == AGREED + 1 and reading.is_negated(one.start):
        level = 2.0
    if phrase in reading.scale.frequency:
        return Quantity(level, one.start, one.end, frozenset(), "frequency")
    if phrase in reading.scale.adverbs:
        return Quantity(level, one.start, one.end, frozenset(), "adverb")
    if phrase == "most" and _is_superlative(reading, one):
        return None
    if (
        phrase == "one"
        and not reading.is_holder(one.end)
        and reading.lower(one.end) != "of"
        and not _ends(reading, one.end)
    ):
        return None
    if phrase in ("some", "all", "a part", "certain") and reading.lower(one.end).isdigit():
        return None
    inside = [at for at in range(one.start, one.end) if reading.is_holder(at) or looks_plural(reading.words[at])]
    if inside and one.end - one.start > 1 and inside[-1] == one.end - 1:
        stems = frozenset((reading.words[inside[-1]].stem,))
        holds = reading.is_holder(inside[-1]) or _acts(reading, one.end)
        return Quantity(level, one.start, one.end, stems, "holders" if holds else "nouns")
    if any(reading.is_holder(place) for place in inside):
        return Quantity(level, one.start, one.end, frozenset(), "holders")
    nouns, last = _counted(reading, one.end)
    if last is None:
        is_elided = _ends(reading, one.end) or reading.act_at(one.end) is not None
        return Quantity(level, one.start, one.end, nouns, "holders" if is_elided else "nouns")
    holds = any(reading.is_holder(place) for place in range(one.end, last + 1)) or _acts(reading, last + 1)
    return Quantity(level, one.start, one.end, nouns, "holders" if holds else "nouns")


def _ends(reading: Reading, place: int) -> bool:
    return place >= len(reading.words) or reading.is_marked(place)


def _is_superlative(reading: Reading, one: Found[float]) -> bool:
    """Whether "most" makes a superlative, as in "agencies most involved" and "most important"."""
    after = one.end
    if _ends(reading, after) or reading.lower(after) == "of" or reading.is_holder(after):
        return False
    if reading.act_at(after) is not None and (one.start == 0 or not looks_plural(reading.words[one.start - 1])):
        return False
    if one.start and looks_plural(reading.words[one.start - 1]) and reading.lower(after).endswith(("ed", "ing")):
        return True
    near = [place for place in range(after, min(after + 3, len(reading.words))) if not reading.is_marked(place)]
    return not any(looks_plural(reading.words[place]) or reading.is_holder(place) for place in near) and (
        reading.lower(after) not in _VERBS
    )


def _counted(reading: Reading, place: int) -> tuple[frozenset[str], int | None]:
    """The stems of the nouns that a quantity before `place` may count, and the place of the last one, if it is plural
    or one of those who hold views.
    """
    stems: list[str] = []
    if reading.act_at(place) is not None and not looks_plural(reading.words[place]):
        return frozenset(), None
    for at in range(place, min(place + 6, len(reading.words))):
        word = reading.words[at]
        if word.is_mark or (word.lower in _VERBS and stems):
            break
        if word.lower in _VERBS:
            return frozenset(), None
        if word.lower in _LINKS:
            continue
        stems.append(word.stem)
        if looks_plural(word) or reading.is_holder(at):
            return frozenset(stems), at
    return frozenset(stems[:3]), None


def _acts(reading: Reading, place: int) -> bool:
    """Whether a verb of saying or holding a view follows at `place`, or behind an adverb there."""
    for at in range(place, place + 3):
        found = reading.act_at(at)
        if found is not None:
            return not looks_plural(reading.words[at]) or reading.words[at].lower.endswith("sees")
        if not (reading.lower(at).endswith("ly") or reading.lower(at) in ("further", "also", "then")):
            return False
    return False


def _unsaid(reading: Reading, said: list[Quantity]) -> list[Quantity]:
    """What is said of those who hold views without a word for how many."""
    found = []
    taken = {place for one in said if one.of not in ("adverb", "frequency") for place in range(one.start, one.end + 6)}
    for act in reading.acts:
        start = act.start
        before = start - 1
        while before > 0 and (
            reading.lower(before).endswith("ly") or reading.lower(before) in ("further", "also", "have")
        ):
            before -= 1
        if reading.lower(before) in ("was", "were", "is", "been") and not any(
            reading.is_holder(at) for at in range(max(0, before - 3), before)
        ):
            found.append(Quantity(PASSIVE, start, act.end, frozenset(), "passive"))
        elif before >= 0 and before not in taken and not reading.is_marked(before):
            word = reading.words[before]
            owns = reading.text[word.end : word.end + 1] in ("'", "’")
            if owns or not looks_plural(word) or word.lower in ("others", "those"):
                continue
            if reading.lower(before - 1) in ("the", "other"):
                continue
            if reading.is_holder(before):
                level = AGREED if reading.lower(start) in _AGREEING else BARE
                found.append(Quantity(level, before, act.end, frozenset((word.stem,)), "bare"))
            elif before == 0 and reading.reports(act):
                found.append(Quantity(BARE, before, act.end, frozenset((word.stem,)), "bare"))
    for place in range(1, len(reading.words)):
        word = reading.words[place]
        if reading.lower(place - 1) == "by" and reading.is_holder(place) and looks_plural(word) and place not in taken:
            found.append(Quantity(BARE, place, place + 1, frozenset((word.stem,)), "bare"))
    return found
