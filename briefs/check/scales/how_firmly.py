"""How firmly: the modal verbs of a text with the verbs that they govern, and its other words of the kind."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from briefs.check.scales.clause_reading import Reading
from briefs.text.term_finder import Found

_BE = frozenset(("be", "been", "is", "are", "was", "were", "have", "has", "had", "being"))
_FILLERS = frozenset(
    (
        *(
            "not",
            "also",
            "well",
            "only",
            "then",
            "once",
            "further",
            "ever",
            "never",
            "always",
            "now",
            "yet",
            "thus",
            "in",
            "fact",
        ),
        *(
            "the",
            "a",
            "an",
            "quite",
            "more",
            "very",
            "most",
            "of",
            "so",
            "both",
            "all",
            "often",
            "even",
            "still",
            "better",
        ),
    )
)
_REACH = 8
_ENDS = frozenset(("that", "which", "who", "whether", "if", "because", "while", "when", "where", "as", "so", "than"))


class Firm(NamedTuple):
    """A word of how firmly: its level, its place, the stem of the verb or word that it governs (empty for an adverb at
    the end), whether a form of "be" stands between, and whether it is a modal verb.
    """

    level: float
    start: int
    end: int
    verb: str
    verb_place: int
    with_be: bool
    is_modal: bool


@lru_cache(maxsize=4096)
def firmness_of(reading: Reading) -> tuple[Firm, ...]:
    """The words of `reading` that say how firmly, in order."""
    found = reading.scale.how_firmly.among(reading.lowers, reading.blocked) if reading.how_firmly else ()
    return tuple(_firm(reading, one) for one in found if not _is_other(reading, one))


def governed(reading: Reading, firm: Firm) -> frozenset[str]:
    """The stems of the verbs that `firm` governs: its own, those joined to it by "and", or participles in its reach."""
    stems = {firm.verb} if firm.verb else set()
    for place in range(firm.verb_place, min(firm.verb_place + _REACH, len(reading.words))):
        word = reading.words[place]
        if word.text in ".?!;:" or (place > firm.verb_place and word.lower in _ENDS):
            break
        if reading.lower(place - 1) in ("and", "or", "and/or") or word.lower.endswith("ing"):
            stems.add(reading.scale.acts.key(word))
    return frozenset(stems)


def joined(reading: Reading, firm: Firm) -> frozenset[str]:
    """The stems of the verb that `firm` governs and of those joined to it: "assist and guide"."""
    stems = {firm.verb} if firm.verb else set()
    if firm.verb and reading.lower(firm.verb_place + 1) in ("and", "or"):
        stems.add(
            reading.scale.acts.key(reading.words[firm.verb_place + 2])
            if firm.verb_place + 2 < len(reading.words)
            else firm.verb
        )
    return frozenset(stems)


def reached(reading: Reading, firm: Firm) -> frozenset[str]:
    """The stems of all words that stand under `firm`: up to some words behind its verb, within the clause."""
    stems = set()
    for place in range(firm.end, min(firm.verb_place + _REACH, len(reading.words))):
        if reading.words[place].text in ".?!;:":
            break
        stems.add(reading.scale.acts.key(reading.words[place]))
    return frozenset(stems)


def subject(reading: Reading, firm: Firm) -> frozenset[str]:
    """The stems of the words right before `firm`, which are mostly its subject."""
    return frozenset(
        reading.scale.acts.key(word) for word in reading.words[max(0, firm.start - 4) : firm.start] if not word.is_mark
    )


def _is_other(reading: Reading, one: Found[float]) -> bool:
    """Whether the word is the month of May, or a noun such as the will."""
    phrase = reading.phrase(one)
    if phrase == "May" and one.start > 0:
        return True
    if phrase.lower() in ("may", "will", "might", "can") and reading.lower(one.start - 1) in (
        *(
            "the",
            "a",
            "political",
            "good",
            "free",
            "their",
            "its",
            "his",
            "her",
            "our",
            "common",
            "popular",
            "of",
        ),
    ):
        return True
    return phrase.lower() in ("will", "may") and reading.lower(one.end).isdigit()


def _firm(reading: Reading, one: Found[float]) -> Firm:
    with_be = False
    place = one.end
    while place < len(reading.words):
        lower = reading.lower(place)
        if reading.is_marked(place) and reading.words[place].text != ",":
            break
        with_be = with_be or lower in ("be", "been", "being")
        if lower in _BE or lower in _FILLERS or reading.is_marked(place) or _is_adverb(lower):
            place += 1
            continue
        break
    verb = (
        reading.scale.acts.key(reading.words[place])
        if place < len(reading.words) and not reading.is_marked(place)
        else ""
    )
    is_modal = reading.phrase(one).lower() in reading.scale.modals
    level = one.value
    if reading.is_negated(one.start) and level > 3 and not is_modal:
        level = 3.0
    return Firm(level, one.start, one.end, verb, place, with_be, is_modal)


def _is_adverb(word: str) -> bool:
    return len(word) > 4 and word.endswith("ly")
