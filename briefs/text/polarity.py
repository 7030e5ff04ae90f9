"""Where a wording denies what its passage affirms, or affirms what it denies.

Denials of the two are paired by what they deny. What is left of the passage's is lost if the wording has the words that
it denies, and none that says it otherwise; what is left of the wording's was added if the passage has the words that it
denies, and denies nothing near them. Two denials of one thing in a clause deny nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from briefs.text.denials import Denial, DenyingWords, denials, opposite_by_prefix
from briefs.text.readings import Reading, Token
from briefs.text.stems import stem
from briefs.text.word_alignment import partners

_BEFORE, _BEHIND = 6, 3
"""How many tokens around words may hold what still denies them."""
_NONE = "-"
"""The key of no word: no token has it."""
_APART = 3
"""How many words with content may lie between two that a denial holds together."""


@dataclass(frozen=True, slots=True)
class Turned:
    """What a wording says, and what its passage says instead; `is_sure` if no other reading is likely."""

    said: str
    given: str
    is_sure: bool


@dataclass(frozen=True)
class _Texts:
    form: Reading
    passage: Reading
    words: DenyingWords
    said: tuple[Denial, ...]
    given: tuple[Denial, ...]
    pairs: dict[int, int]
    """Denials of the wording, by number, with those of the passage that they stand for."""


def lost_denials(form: Reading, passage: Reading, words: DenyingWords) -> list[Turned]:
    """What `form` affirms and `passage` denies."""
    texts = _compared(form, passage, words)
    kept = set(texts.pairs.values())
    left = [one for number, one in enumerate(texts.given) if number not in kept]
    found = [turned for one in left if not _is_undone(one, left, texts) if (turned := _lost(one, texts))]
    return [*found, *_prefix_lost(texts)]


def added_denials(form: Reading, passage: Reading, words: DenyingWords) -> list[Turned]:
    """What `form` denies and `passage` affirms."""
    texts = _compared(form, passage, words)
    left = [one for number, one in enumerate(texts.said) if number not in texts.pairs]
    found = [turned for one in left if (turned := _added(one, texts))]
    return [*found, *_prefix_added(texts)]


@lru_cache(maxsize=16)
def _compared(form: Reading, passage: Reading, words: DenyingWords) -> _Texts:
    said, given = denials(form, words), denials(passage, words)
    return _Texts(form, passage, words, said, given, _paired(form, passage, said, given))


def _paired(form: Reading, passage: Reading, said: Sequence[Denial], given: Sequence[Denial]) -> dict[int, int]:
    """Which denial of the wording stands for which of the passage: those with most in common first."""
    scored = []
    for mine, one in enumerate(said):
        for theirs, other in enumerate(given):
            if score := _likeness(form, passage, one, other):
                scored.append((-score, mine, theirs))
    pairs: dict[int, int] = {}
    for _, mine, theirs in sorted(scored):
        if mine not in pairs and theirs not in pairs.values():
            pairs[mine] = theirs
    return pairs


def _likeness(form: Reading, passage: Reading, one: Denial, other: Denial) -> int:
    mine = [form.tokens[index].key for index in one.denied]
    theirs = [passage.tokens[index].key for index in other.denied]
    score = 4 if mine and theirs and mine[0] == theirs[0] else 0
    score += 2 if mine and theirs and (mine[0] in theirs or theirs[0] in mine) else 0
    score += 1 if set(mine) & set(theirs) else 0
    says_other = bool(mine) and not score and any(token.key == mine[0] for token in passage.tokens)
    if one.before is not None and other.before is not None and not says_other:
        score += 2 if form.tokens[one.before].key == passage.tokens[other.before].key else 0
    return score + (1 if score and form.tokens[one.at].key == passage.tokens[other.at].key else 0)


def _is_undone(one: Denial, left: Sequence[Denial], texts: _Texts) -> bool:
    """Whether another denial in the same clause, lost as well, undoes this one."""
    clause = texts.passage.tokens[one.at].clause
    if texts.passage.tokens[one.at].lower in texts.words.joined:
        return False
    others = [other for other in left if other is not one and texts.passage.tokens[other.at].clause == clause]
    return len(others) == 1 and bool(
        {*one.denied} & {*others[0].denied, others[0].at} or {one.at} & {*others[0].denied}
    )


def _lost(one: Denial, texts: _Texts) -> Turned | None:
    form, passage = texts.form, texts.passage
    if not one.denied:
        return None
    aligned = partners(form, passage)
    for start, end in _held_together(one):
        for first, last in _places(form, passage.tokens[start].key, passage.tokens[end].key):
            if form.asks(first) != passage.asks(one.at) or _is_denied(first, last, texts):
                continue
            if _affirmed_elsewhere(start, end, texts):
                continue
            is_there = aligned.get(first) == start or aligned.get(last) == end
            is_near = _content_between(form, first, last) <= 1 and _content_between(passage, start, end) <= 1
            if one.is_negation or is_near:
                given = passage.words(min(start, one.at), max(end, one.at))
                return Turned(form.words(first, last), given, is_there and is_near)
    return _lost_alone(one, texts) if one.is_negation else None


def _lost_alone(one: Denial, texts: _Texts) -> Turned | None:
    """What a form affirms that has only the word denied, with others of its clause in another order."""
    form, passage = texts.form, texts.passage
    (denied, *_), aligned = one.denied, partners(form, passage)
    first = next((index for index, place in aligned.items() if place == denied), None)
    if first is None or form.asks(first) != passage.asks(one.at) or _is_denied(first, first, texts):
        return None
    clause, said_in = passage.tokens[denied].clause, form.tokens[first].clause
    others = [
        index
        for index, place in aligned.items()
        if passage.tokens[place].clause == clause and form.tokens[index].clause == said_in and index != first
    ]
    keys = {form.tokens[first].key, *(form.tokens[index].key for index in others[:1])}
    if not others or _affirmed(keys, texts):
        return None
    return Turned(form.words(min(first, *others), max(first, *others)), passage.words(one.at, denied), len(others) > 1)


def _held_together(one: Denial) -> Iterator[tuple[int, int]]:
    """Pairs of words around a denial: if a wording has both without it, it affirms them."""
    if one.before is not None:
        yield one.before, one.denied[0]
    if len(one.denied) > 1:
        yield one.denied[0], one.denied[1]
        if one.before is not None and one.is_negation:
            yield one.before, one.denied[1]
    if len(one.denied) > 2 and one.is_negation:
        yield one.denied[0], one.denied[2]


def _places(form: Reading, start: str, end: str) -> Iterator[tuple[int, int]]:
    """Where a form has two words near each other, in this order, in one clause."""
    for number, first in enumerate(form.contentful):
        if form.tokens[first].key != start:
            continue
        for last in form.contentful[number + 1 : number + 2 + _APART]:
            if form.tokens[last].key == end and form.tokens[last].clause == form.tokens[first].clause:
                yield first, last


def _content_between(reading: Reading, first: int, last: int) -> int:
    return sum(reading.tokens[index].has_content for index in range(min(first, last) + 1, max(first, last)))


def _is_denied(first: int, last: int, texts: _Texts) -> bool:
    """Whether a form denies the words from `first` to `last` in some way that its passage needs for nothing else."""
    form, words = texts.form, texts.words
    sentence = form.tokens[first].sentence
    used = {texts.said[number].at for number in texts.pairs}
    directly = {one.at for one in texts.said if one.is_negation and {first, last} & {*one.denied}}
    has = {token.key for token in texts.passage.tokens}
    for index in range(max(0, first - _BEFORE), min(len(form.tokens), last + _BEHIND)):
        token = form.tokens[index]
        if token.sentence != sentence or (index in used and not any(at == index for at in directly)):
            continue
        if index in (first, last):
            continue
        if any(one.at == index for one in texts.said):
            return True
        if token.key in has:
            continue
        if token.key in words.near or _opposite(token, words) in has:
            return True
    return False


def _affirmed_elsewhere(start: int, end: int, texts: _Texts) -> bool:
    """Whether another clause of the passage has both words, and denies nothing."""
    return _affirmed({texts.passage.tokens[start].key, texts.passage.tokens[end].key}, texts)


def _affirmed(wanted: Set[str], texts: _Texts) -> bool:
    passage = texts.passage
    denied = {passage.tokens[one.at].clause for one in texts.given}
    by_clause: dict[int, set[str]] = {}
    for token in passage.tokens:
        if token.clause not in denied:
            by_clause.setdefault(token.clause, set()).add(token.key)
    return any(wanted <= keys for keys in by_clause.values())


def _added(one: Denial, texts: _Texts) -> Turned | None:
    form, passage = texts.form, texts.passage
    if form.asks(one.at) and not one.is_negation:
        return None
    if not one.is_negation and form.tokens[one.at].key in passage.keys:
        return None
    aligned = partners(form, passage)
    for index in one.denied[:2]:
        place = aligned.get(index)
        if place is None:
            continue
        if form.asks(one.at) != passage.asks(place) and not one.is_negation:
            return None
        if _is_denied_in_passage(place, texts):
            return None
        is_sure = _has_no_denial(place, texts) and not _may_be_denied(place, texts)
        return Turned(form.words(one.at, index), _around(passage, place), is_sure)
    return None


def _is_denied_in_passage(place: int, texts: _Texts) -> bool:
    """Whether the passage denies something near a word that a form denies, which its form says nowhere else."""
    said_otherwise = set(texts.pairs.values())
    near = set(_near(texts.passage, place))
    for number, one in enumerate(texts.given):
        if place in one.denied or (number not in said_otherwise and one.at in near):
            return True
    has = texts.form.keys
    return any(_opposite(texts.passage.tokens[index], texts.words) in has for index in near)


def _may_be_denied(place: int, texts: _Texts) -> bool:
    """Whether a word near one of the passage may deny it in some other way."""
    has = texts.form.keys
    tokens = [texts.passage.tokens[index] for index in _near(texts.passage, place)]
    return any(token.key in texts.words.near and token.key not in has for token in tokens)


def _near(reading: Reading, place: int) -> Iterator[int]:
    """The tokens around one that may deny it: those of its sentence that are not far."""
    for index in range(max(0, place - 2 * _BEFORE), min(len(reading.tokens), place + _BEFORE + _BEHIND)):
        if reading.tokens[index].sentence == reading.tokens[place].sentence:
            yield index


def _opposite(token: Token, words: DenyingWords) -> str:
    """The key of the word of which a token is the opposite, by its beginning; `_NONE` if of none."""
    rest = opposite_by_prefix(token.lower, words) if token.lower.startswith(words.prefixes) else ""
    return stem(rest, words.language) if rest else _NONE


@lru_cache(maxsize=4096)
def _opposites(reading: Reading, words: DenyingWords) -> tuple[tuple[int, str], ...]:
    """The tokens that are opposites by their beginning, each with the key of the other word."""
    prefixes = words.prefixes
    found = [(index, token) for index, token in enumerate(reading.tokens) if token.lower.startswith(prefixes)]
    return tuple([(index, key) for index, token in found if (key := _opposite(token, words)) != _NONE])


def _has_no_denial(place: int, texts: _Texts) -> bool:
    sentence = texts.passage.tokens[place].sentence
    left = [one for number, one in enumerate(texts.given) if number not in texts.pairs.values()]
    return not any(texts.passage.tokens[one.at].sentence == sentence for one in left)


def _around(reading: Reading, place: int) -> str:
    """The words around one of a passage, for a message."""
    first = next(reading.before(place), place)
    last = next(reading.after(place), place)
    return reading.words(first, last)


def _prefix_lost(texts: _Texts) -> Iterator[Turned]:
    """Words of which the passage has only the opposite, made by a prefix: "binding" for "non-binding"."""
    yield from _by_prefix(texts.passage, texts.form, texts, is_lost=True)


def _prefix_added(texts: _Texts) -> Iterator[Turned]:
    yield from _by_prefix(texts.form, texts.passage, texts, is_lost=False)


def _by_prefix(opposite: Reading, plain: Reading, texts: _Texts, *, is_lost: bool) -> Iterator[Turned]:
    """Words of `opposite` with such a prefix, of which `plain` has the rest and neither has the other's word."""
    has, own = plain.keys, opposite.keys
    for index, key in _opposites(opposite, texts.words):
        if opposite.tokens[index].key in has or key not in has or key in own:
            continue
        for place, other in enumerate(plain.tokens):
            if (
                other.key == key
                and not _denies_around(plain, place, texts)
                and not _denies_around(opposite, index, texts)
            ):
                mine = _around(plain, place) if is_lost else _around(opposite, index)
                theirs = _around(opposite, index) if is_lost else _around(plain, place)
                yield Turned(mine, theirs, True)
                break


def _denies_around(reading: Reading, place: int, texts: _Texts) -> bool:
    """Whether a word near `place` denies."""
    known = texts.said if reading is texts.form else texts.given
    clause = reading.tokens[place].sentence
    near = range(max(0, place - _BEFORE), min(len(reading.tokens), place + _BEHIND))
    return any(one.at in near and reading.tokens[one.at].sentence == clause for one in known)
