"""Words of a wording that stand where its passage has another word, beside the same neighbours."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from briefs.text.readings import Reading, Token
from briefs.text.word_alignment import partners

ARTICLES = frozenset(("a", "an", "the", "its", "their", "this", "these", "those"))
"""Words that may stand before a noun or not."""
_FAR = 4
"""A word more than so many words with content away from others is not beside them."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A word of a form, at `said`, and the word of its passage, at `given`, that stands beside the same neighbours.

    `is_between` if it has the same neighbours on both sides, joined by the same small words; `is_alone` if there is but
    one neighbour in its clause. `is_far` if the passage has the word of the form nowhere near, `is_apart` if not on the
    same side of the neighbour.
    """

    said: int
    given: int
    is_between: bool
    is_far: bool
    is_apart: bool = True
    is_alone: bool = False


@lru_cache(maxsize=1024)
def exchanges(form: Reading, passage: Reading) -> tuple[Exchange, ...]:
    """The words of `form` in whose place `passage` has another, wherever it may have them."""
    numbers = range(len(form.contentful))
    return tuple(one for number in numbers if (one := _exchanged(form, passage, number, passage.order)))


def _exchanged(form: Reading, passage: Reading, number: int, order: Mapping[str, Sequence[int]]) -> Exchange | None:
    """What `passage` has in place of the word with content of this number in `form`, if that is another."""
    key = form.tokens[form.contentful[number]].key
    own = order.get(key, ())
    before, behind = _joined(form, number, number - 1), _joined(form, number, number + 1)
    by_left = {place + 1 for place in _alike(form, passage, number, -1, order)} if before else set()
    by_right = {place - 1 for place in _alike(form, passage, number, 1, order)} if behind else set()
    if not (by_left or by_right) or (by_left | by_right) & set(own):
        return None
    near = {form.tokens[one].key for one in form.contentful[max(0, number - _FAR) : number + _FAR + 1]}
    both = by_left & by_right
    for place in (*sorted(both), *sorted((by_left | by_right) - both)):
        given = passage.contentful[place]
        if passage.tokens[given].key not in near:
            is_far = all(abs(one - place) > _FAR for one in own)
            is_apart = place in both or not any(
                place - _FAR <= one < place if place in by_right else place < one <= place + _FAR for one in own
            )
            return Exchange(form.contentful[number], given, place in both, is_far, is_apart, not (before and behind))
    return None


def _joined(reading: Reading, number: int, other: int) -> bool:
    """Whether two words with content, by their numbers, are in one clause; no word is in none."""
    if not 0 <= other < len(reading.contentful):
        return False
    return reading.tokens[reading.contentful[number]].clause == reading.tokens[reading.contentful[other]].clause


def _alike(
    form: Reading, passage: Reading, number: int, step: int, order: Mapping[str, Sequence[int]]
) -> Iterator[int]:
    """Where `passage` has the neighbour of a word of `form` with a neighbour of its own, joined by the same words."""
    neighbour = number + step
    joint = _small_words(form, number, neighbour)
    for place in order.get(form.tokens[form.contentful[neighbour]].key, ()):
        if _joined(passage, place, place - step) and _small_words(passage, place - step, place) == joint:
            yield place


def _small_words(reading: Reading, number: int, other: int) -> frozenset[str]:
    """The words without content between two with content, but for articles and marks."""
    first, last = sorted((reading.contentful[number], reading.contentful[other]))
    return _joint(reading.tokens, first, last)


def reversed_pairs(form: Reading, passage: Reading) -> Iterator[tuple[int, int, int]]:
    """Words around a third that `passage` has around it the other way round: the three tokens of `form`."""
    aligned = partners(form, passage)
    order, last = passage.numbers, len(passage.contentful) - 1
    for before, index, behind in zip(form.contentful, form.contentful[1:], form.contentful[2:], strict=False):
        place = aligned.get(index)
        if place is None or not 0 < order[place] < last:
            continue
        number = order[place]
        if passage.tokens[passage.contentful[number + 1]].key != form.tokens[before].key:
            continue
        if len({form.tokens[one].clause for one in (before, index, behind)}) > 1:
            continue
        if not (_joined(passage, number, number - 1) and _joined(passage, number, number + 1)):
            continue
        keys = form.tokens[before].key, form.tokens[behind].key
        its_keys = tuple(passage.tokens[passage.contentful[number + step]].key for step in (1, -1))
        if keys == its_keys and keys[0] != keys[1]:
            joints = _joint(form.tokens, index, behind), _joint(passage.tokens, place, passage.contentful[number + 1])
            if joints[0] == joints[1]:
                yield before, index, behind


def doubled(form: Reading, passage: Reading) -> Iterator[Exchange]:
    """Words that a clause of `form` has more often than any sentence of `passage`, each with the word that stands in
    its place there, beside the same neighbour.
    """
    if len(form.order) == len(form.contentful):  # no word with content stands there twice
        return
    most, said = _most(passage), form.keys
    seen: dict[tuple[int, str], list[int]] = defaultdict(list)
    for last, index in zip((None, *form.contentful), form.contentful, strict=False):
        is_same = last is not None and form.tokens[last].key == form.tokens[index].key
        if last is None or not is_same or _joint(form.tokens, last, index):  # but for "the convener, ICMC"
            seen[form.tokens[index].clause, form.tokens[index].key].append(index)
    for (_, key), places in seen.items():
        if len(places) <= most.get(key, 0) or key not in most:
            continue
        for index in passage.contentful:
            if passage.tokens[index].key == key:
                around = [*islice(passage.after(index), _FAR), *islice(passage.before(index), _FAR)]
                for place in around:
                    if passage.tokens[place].key not in said:
                        yield Exchange(places[-1], place, False, True, True, True)


@lru_cache(maxsize=1024)
def _most(reading: Reading) -> Mapping[str, int]:
    """How often a sentence has each key at most."""
    most: dict[str, int] = {}
    for (_, key), count in Counter((token.sentence, token.key) for token in reading.tokens).items():
        most[key] = max(most.get(key, 0), count)
    return most


def displaced(form: Reading, passage: Reading) -> Iterator[Exchange]:
    """Words of a clause that its passage has in another sentence than all the others, where it has another word after
    the same small word ("in Geneva" for "in New York").
    """
    if not passage.tokens or passage.tokens[0].sentence == passage.tokens[-1].sentence:
        return
    aligned = partners(form, passage)
    sentences: dict[int, set[str]] = defaultdict(set)
    for token in passage.tokens:
        sentences[token.sentence].add(token.key)
    said = form.keys
    siblings: dict[object, set[str]] = defaultdict(set)  # by clause
    for one in form.contentful:
        if one in aligned:
            siblings[form.tokens[one].clause].add(form.tokens[one].key)
    for index in form.contentful:
        token = form.tokens[index]
        before = form.tokens[index - 1].lower if index else ""
        if not before or form.tokens[index - 1].has_content or index not in aligned:
            continue
        others = siblings[token.clause] - {token.key}
        if len(others) < _SIBLINGS:
            continue
        best = max(sentences, key=lambda one: len(others & sentences[one]))
        own = [one for one in sentences if token.key in sentences[one]]
        if best in own or len(others & sentences[best]) < len(others) or any(others & sentences[one] for one in own):
            continue
        for place in passage.contentful:
            other = passage.tokens[place]
            if other.sentence == best and other.key not in said and place and passage.tokens[place - 1].lower == before:
                yield Exchange(index, place, False, True, True, True)
                break


def _joint(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    return frozenset(
        token.lower for token in tokens[first + 1 : last] if not token.is_mark and token.lower not in ARTICLES
    )


_SIBLINGS = 2
"""So many other words of a clause must show which sentence it comes from."""
