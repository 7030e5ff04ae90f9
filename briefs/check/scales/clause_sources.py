"""From which words of a passage a clause of edited wording comes: those that decide how strong it may be."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.scale_words import ScaleWords
from briefs.text.alignment import sources_of
from briefs.text.clauses import clauses_of
from briefs.text.words import sentences_of

_FEW = 2
"""A clause with fewer content words cannot be recognized by them: the whole wording decides for it."""
_CLOSE = 0.75
"""A clause with at least so much of what the best one has in common with the wording is as good a source."""


@lru_cache(maxsize=8192)
def clauses(text: str, scale: ScaleWords) -> tuple[Reading, ...]:
    """The clauses of edited wording, without what is quoted."""
    return tuple(reading_of(clause, scale, False) for clause in clauses_of(text))


def sources(clause: Reading, start: int, text: str, passage: str) -> tuple[str, tuple[Reading, ...]]:
    """The sentences of `passage` that the word at `start` of `clause`, a clause of `text`, comes from, and the words by
    which they were found: those between the commas around it, if they have enough content, or else those of the clause,
    or of the whole text. If nothing of it is found, the passage is one source.
    """
    scale = clause.scale
    if not clause.words:  # "💧": a wording may have no words at all
        return text, _sources(text, passage, scale)
    part = _between_commas(clause, start)
    if len(_own(part)) >= _FEW:
        return part.text, _sources(part.text, passage, scale)
    if len(_own(clause)) >= _FEW:
        return clause.text, _sources(clause.text, passage, scale)
    said = clause.words[start].stem
    for wanted in (clause.content | {said}, clause.content - {said}):
        whole = [one for one in sentences_of(passage) if wanted <= {word.stem for word in reading_of(one, scale).words}]
        if whole and len(wanted) > 1:
            return clause.text, tuple(reading_of(one, scale) for one in whole)
    return text, _sources(text, passage, scale)


def all_sources(clause: Reading, text: str, passage: str) -> tuple[Reading, ...]:
    """The sentences of `passage` from which all parts of `clause` between its commas come."""
    words = clause.words
    begins = [
        place for place, word in enumerate(words) if word.text != "," and (not place or words[place - 1].text == ",")
    ]
    found = [one for start in begins or [0] for one in sources(clause, start, text, passage)[1]]
    texts = {one.text: one for one in found}
    if len(texts) > 1:
        texts.pop(passage, None)  # a part of which nothing was found
    return tuple(texts.values())


def narrowed(text: str, found: tuple[Reading, ...], has: Callable[[Reading], bool]) -> tuple[Reading, ...]:
    """The readings `found`, each cut down to those of its clauses that `text` comes from, if several of them `has`."""
    return tuple(part for one in found for part in _narrowed(text, one, has))


def _between_commas(clause: Reading, start: int) -> Reading:
    commas = [-1, *(place for place, word in enumerate(clause.words) if word.text == ","), len(clause.words)]
    if len(commas) == 2:
        return clause
    first = max(place for place in commas if place <= start) + 1
    last = min(place for place in commas if place > start)
    if first >= last:  # "many asked, ,": nothing but commas
        return clause
    return reading_of(clause.text[clause.words[first].start : clause.words[last - 1].end], clause.scale, False)


@lru_cache(maxsize=4096)
def _sources(text: str, passage: str, scale: ScaleWords) -> tuple[Reading, ...]:
    found = sources_of(text, passage, scale.common, scale.language)
    return tuple(reading_of(one.sentence, scale) for one in found) or (reading_of(passage, scale),)


def _narrowed(text: str, one: Reading, has: Callable[[Reading], bool]) -> tuple[Reading, ...]:
    parts = [reading_of(clause, one.scale) for clause in clauses_of(one.text)]
    if sum(map(has, parts)) < 2:
        return (one,)
    wanted = reading_of(text, one.scale).content
    shares = [len(wanted & part.content) for part in parts]
    best = max(shares)
    if not best:
        return (one,)
    chosen = [place for place, share in enumerate(shares) if share >= _CLOSE * best]
    # a clause that says nothing of the kind itself is said under the one before it: "it was suggested that …, but …"
    held = {next((back for back in range(place, -1, -1) if has(parts[back])), place) for place in chosen}
    return tuple(parts[place] for place in sorted({*chosen, *held}))


def _own(reading: Reading) -> frozenset[str]:
    """The content words of a clause that are not words of the scales or of those who hold views."""
    scale = reading.scale
    acts = {reading.words[place].stem for one in reading.acts for place in range(one.start, one.end)}
    held = {word.stem for word in reading.words if word.lower in scale.holders}
    return reading.content - acts - held
