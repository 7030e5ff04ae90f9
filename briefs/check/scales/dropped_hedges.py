"""Hedges: what softens a statement in the passage, such as "likely", and is left out of edited wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefs.check.scales.clause_reading import Reading, reading_of
from briefs.check.scales.clause_sources import all_sources, clauses
from briefs.check.scales.how_firmly import firmness_of
from briefs.check.scales.raised import Raised
from briefs.check.scales.scale_words import ScaleWords
from briefs.text.term_finder import Found

_WEAK = 2.6
"""Modal verbs up to here, such as "could", soften what is said as much as a hedge does."""
_SCOPE = 7
_SHORT = 2
"""Hedges of more words are of a whole statement."""
_DIRECT = 2
"""A hedge in front of a word softens it and the one that is joined to it."""
_JOINING = frozenset(("and", "or", ",", "more", "most", "be", "very", "so", "been", "with", "in", "by", "as", "to"))
_ARTICLES = frozenset(("a", "an", "the"))
_OF = frozenset(("of", "to", "for"))


def dropped_hedges(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The hedges of the sentences that `text` comes from that it leaves out, though it says what they soften."""
    if not reading_of(passage, scale).hedges:
        return
    said = reading_of(text, scale)
    spare = Counter(_stem(said, one) for one in said.hedges)
    missing: dict[tuple[str, int], tuple[Reading, Found[str]]] = {}
    kept: set[tuple[str, int]] = set()
    for clause in clauses(text, scale):
        near = all_sources(clause, text, passage)
        for reading in near:
            for one in reading.hedges:
                where = (reading.text, one.start)
                stem = _stem(reading, one)
                if where not in kept and spare[stem] > 0:
                    spare[stem] -= 1
                    kept.add(where)
                if _is_told(reading, one, said):
                    continue
                if clause.is_question and reading.lower(one.start) == "not":
                    continue
                if _is_wide(reading, one) and _is_plain_elsewhere(reading, one, clause, near):
                    continue
                if where not in kept and _softens(reading, one, clause):
                    missing[where] = (reading, one)
    others = spare.total()
    for reading, one in list(missing.values())[others:]:
        yield Raised("hedge-dropped", "", reading.phrase(one), reading.text)


def whole_hedges(text: str, passage: str, scale: ScaleWords) -> Iterator[Raised]:
    """The hedges of whole statements in `passage`, such as "in an ideal sense", that `text` does not have at all."""
    said, whole = reading_of(text, scale), reading_of(passage, scale)
    has = {_stem(said, one) for one in said.hedges}
    for one in whole.hedges:
        if one.end - one.start > _SHORT and _stem(whole, one) not in has:
            yield Raised("hedge-dropped", "", whole.phrase(one), whole.text)
            return


def _is_told(reading: Reading, one: Found[str], said: Reading) -> bool:
    """Whether `said` has the verb that begins a hedge of several words: "it is to be explored"."""
    words = reading.words[one.start : one.end]
    return len(words) > 1 and any(word.stem in reading.content & said.content for word in words[:-1])


def _is_plain_elsewhere(reading: Reading, one: Found[str], clause: Reading, near: tuple[Reading, ...]) -> bool:
    """Whether another sentence that `clause` comes from says the same without the hedge."""
    after = {reading.words[place].stem for place in _content_after(reading, one.end, ".?!;:")} & clause.content
    return bool(after) and any(other is not reading and after <= other.content for other in near)


def _softens(reading: Reading, one: Found[str], clause: Reading) -> bool:
    """Whether `clause` says, no less firmly, what the hedge stands with in the passage."""
    if reading.phrase(one).lower() == "potential" and reading.is_noun_at(one.start) and reading.lower(one.end) in _OF:
        return False
    if _is_cut_out(reading, one, clause):
        return True
    is_inserted = one.start > 0 and reading.words[one.start - 1].text == ","
    after = _content_after(reading, one.end, ".?!;:," if is_inserted else ".?!;:")
    if not after:
        before = [word for word in reading.words[max(0, one.start - 4) : one.start] if word.stem in reading.content]
        return bool(before) and before[-1].stem in clause.content
    if _is_wide(reading, one) and not (_is_inside(reading, one) and reading.words[after[0]].stem in clause.content):
        return len(clause.content & {reading.words[place].stem for place in after}) >= min(2, len(after))
    direct = [after[0]]
    for place in after[1:]:
        between = {reading.lower(at) for at in range(direct[-1] + 1, place)}
        if not between <= _JOINING:
            break
        direct.append(place)
    del direct[_DIRECT:]
    stems = {reading.words[place].stem for place in direct} & clause.content
    weak = {firm.verb for firm in firmness_of(clause) if firm.is_modal and firm.level <= _WEAK}
    return bool(stems - weak)


def _is_cut_out(reading: Reading, one: Found[str], clause: Reading) -> bool:
    """Whether the words on the two sides of the hedge stand side by side in `clause`: "thanks to" for "thanks in part
    to". An article may stand between them.
    """
    before, behind = reading.lower(one.start - 1), reading.lower(one.end)
    if not before or not behind or reading.is_marked(one.start - 1) or reading.is_marked(one.end):
        return False
    if reading.lower(one.start) == "not":
        return False
    if {before, behind} <= clause.scale.common and not _has_more(reading, one, clause):
        return False
    for place, word in enumerate(clause.words):
        if word.lower == before:
            after = place + 2 if clause.lower(place + 1) in _ARTICLES else place + 1
            if clause.lower(after) == behind:
                return True
    return False


def _has_more(reading: Reading, one: Found[str], clause: Reading) -> bool:
    """Whether `clause` has the next words with content behind the hedge, and in front of it."""
    after = _content_after(reading, one.end, ".?!;:,")[:1]
    before = [word.stem for word in reading.words[max(0, one.start - 4) : one.start] if word.stem in reading.content]
    return bool(after) and {reading.words[after[0]].stem, *before[-1:]} <= clause.content


def _is_wide(reading: Reading, one: Found[str]) -> bool:
    """Whether the hedge is of the whole statement: of several words, before a comma, or at the beginning."""
    if one.end - one.start > _SHORT or (one.end < len(reading.words) and reading.words[one.end].text == ","):
        return True
    return one.start == 0 or reading.is_marked(one.start - 1) or reading.lower(one.start - 1) in ("but", "and", "that")


def _is_inside(reading: Reading, one: Found[str]) -> bool:
    """Whether the hedge stands right before the verb that it softens: "and in all likelihood intensify"."""
    after = reading.words[one.end].stem if one.end < len(reading.words) else ""
    return one.start > 0 and after in reading.content


def _content_after(reading: Reading, start: int, ends: str) -> list[int]:
    """The places of the next content words behind `start`, up to a mark that `ends` has; adverbs do not count."""
    after: list[int] = []
    for place in range(start, len(reading.words)):
        if reading.words[place].text in ends or len(after) == _SCOPE:
            break
        if reading.words[place].stem in reading.content and not reading.lower(place).endswith("ly"):
            after.append(place)
    return after


def _stem(reading: Reading, one: Found[str]) -> str:
    """What a hedge has in common with its like: "possible" and "possibly", "seem" and "seemed"."""
    return reading.words[one.end - 1].stem[:6]
