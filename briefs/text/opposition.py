"""Words of a wording that turn its passage round: opposites, comparisons, and sides that have changed places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from briefs.model.same_object import Same
from briefs.text.denials import DenyingWords, denials
from briefs.text.polarity import Turned
from briefs.text.readings import Reading, Token

_NEAR = 2
"""So many words with content on each side of a word are its neighbours."""
_MANY = 8
"""Of so many phrases, those are found first that may be there at all."""
_BACK = 6
"""A denial up to so many tokens in front of a word still denies it."""

AS_WRITTEN = "="
"""Begins the key of a word that must be as it is written: "developed" and "developing" have one stem."""
Phrase = tuple[str, ...]
Sides = Mapping[str, Sequence[tuple[int, int]]]


def opposed_words(form: Reading, passage: Reading, opposites: Sides, words: DenyingWords) -> Iterator[Turned]:
    """The words of `form` for which `passage` has the opposite, beside the same words.

    `opposites` give the pairs in which a word stands, each with its side. A word that only one of the two denies is
    left alone: "did not reject" may say what "supported" does.
    """
    mine, theirs = _sided(form, Same(opposites)), _sided(passage, Same(opposites))
    given: dict[tuple[int, int], list[int]] = {}
    for index, sides in theirs if mine else ():
        for one in sides:
            given.setdefault(one, []).append(index)
    for index, sides in mine if given else ():
        for number, side in sides:
            others = given.get((number, 1 - side), ())
            if others and (turned := _opposed(form, passage, index, others, given.get((number, side), ()), words)):
                yield turned
                break


@lru_cache(maxsize=4096)
def _sided(reading: Reading, opposites: Same[Sides]) -> tuple[tuple[int, Sequence[tuple[int, int]]], ...]:
    """The tokens that stand in pairs of opposites, each with these."""
    sides, written = opposites.value, _as_written(opposites)
    if reading.keys.isdisjoint(sides) and written.isdisjoint(reading.places):
        return ()
    return tuple(
        [
            (index, found)
            for index, token in enumerate(reading.tokens)
            if (token.key in sides or token.lower in written) and (found := sides_of(token, sides))
        ]
    )


@lru_cache(maxsize=16)
def _as_written(opposites: Same[Sides]) -> frozenset[str]:
    """The words that have opposites only as they are written."""
    return frozenset(key.removeprefix(AS_WRITTEN) for key in opposites.value if key.startswith(AS_WRITTEN))


def sides_of(token: Token, opposites: Sides) -> Sequence[tuple[int, int]]:
    """The pairs of opposites in which a word stands, as it is written or else by its key."""
    return opposites.get(f"{AS_WRITTEN}{token.lower}") or opposites.get(token.key, ())


def _opposed(
    form: Reading, passage: Reading, index: int, others: Sequence[int], same: Sequence[int], words: DenyingWords
) -> Turned | None:
    """What `form` says at `index` if the passage has one of `others` there, and none of the `same` words."""
    denied = _is_denied(form, index, words)
    behind, before = _keys_around(form, index)
    best: tuple[int, int] | None = None
    for other in others:
        if _is_denied(passage, other, words) != denied:
            continue
        its_behind, its_before = _keys_around(passage, other)
        shared = 2 * bool(behind[:1] and behind[0] in its_behind) + 2 * bool(before[:1] and before[0] in its_before)
        shared += bool({*behind} & {*its_behind}) + bool({*before} & {*its_before})
        if best is None or shared > best[0]:
            best = shared, other
    if best is None or not best[0]:
        return None
    for one in same:
        its_behind, its_before = _keys_around(passage, one)
        if {*behind} & {*its_behind} or {*before} & {*its_before}:
            return None
    is_sure = best[0] >= (2 if not same else 3)
    return Turned(_with_neighbour(form, index), _with_neighbour(passage, best[1]), is_sure)


def turned_comparisons(
    form: Reading, passage: Reading, pairs: Sequence[tuple[Sequence[Phrase], Sequence[Phrase]]]
) -> Iterator[Turned]:
    """The comparisons of `form` that `passage` turns round: "at most ten" for "at least ten"."""
    by_word = _sides_by_word(Same(pairs))
    for number, side in sorted({one for word in form.places.keys() & by_word.keys() for one in by_word[word]}):
        pair = pairs[number]
        for first, last in occurrences(form, pair[side]):
            following = _following(form, last)
            if following is None:
                continue
            others = [one for one in occurrences(passage, pair[1 - side]) if _following(passage, one[1]) == following]
            same = any(_following(passage, one[1]) == following for one in occurrences(passage, pair[side]))
            if others and not same:
                yield Turned(form.words(first, last + 1), passage.words(others[0][0], others[0][1] + 1), True)


@lru_cache(maxsize=16)
def _sides_by_word(
    pairs: Same[Sequence[tuple[Sequence[Phrase], Sequence[Phrase]]]],
) -> Mapping[str, Sequence[tuple[int, int]]]:
    """The sides of pairs with a phrase that begins with a word, by the word: the number of the pair, then 0 or 1."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, pair in enumerate(pairs.value):
        for side in (0, 1):
            for word in {phrase[0] for phrase in pair[side]}:
                found.setdefault(word, []).append((number, side))
    return found


def swapped_sides(form: Reading, passage: Reading, relations: Sequence[Phrase]) -> Iterator[Turned]:
    """What stands in `form` on the two sides of a relation, such as "rather than", and in `passage` on the others."""
    for phrase in relations:
        if phrase[0] not in form.places or phrase[0] not in passage.places:
            continue
        theirs = list(occurrences(passage, (phrase,)))
        for first, last in occurrences(form, (phrase,)) if theirs else ():
            left, right = _sides(form, first, last, _NEAR)
            found = [_sides(passage, *one, 2 * _NEAR) for one in theirs]
            crossed = [min(len(right & its_left), len(left & its_right)) for its_left, its_right in found]
            straight = [len(left & its_left) + len(right & its_right) for its_left, its_right in found]
            more = any(
                cross and len(right & its_left) + len(left & its_right) > same
                for cross, same, (its_left, its_right) in zip(crossed, straight, found, strict=True)
            )
            if (more and 0 not in crossed) or (len(left) > 1 and left == right):
                place = theirs[0]
                yield Turned(_across(form, first, last), _across(passage, *place), True)


def _sides(reading: Reading, first: int, last: int, most: int) -> tuple[set[str], set[str]]:
    left = {reading.tokens[index].key for index in islice(reading.before(first), most)}
    return left, {reading.tokens[index].key for index in islice(reading.after(last), most)}


def _across(reading: Reading, first: int, last: int) -> str:
    return reading.words(next(reading.before(first), first), next(reading.after(last), last))


def _keys_around(reading: Reading, index: int) -> tuple[list[str], list[str]]:
    """The words with content behind a token and in front of it, the nearest first."""
    behind = [reading.tokens[one].key for one in islice(reading.after(index), _NEAR)]
    return behind, [reading.tokens[one].key for one in islice(reading.before(index), _NEAR)]


def _is_denied(reading: Reading, index: int, words: DenyingWords) -> bool:
    clause = reading.tokens[index].clause
    return any(
        index - (_BACK if one.is_negation else 2) <= one.at < index and reading.tokens[one.at].clause == clause
        for one in denials(reading, words)
    )


def _with_neighbour(reading: Reading, index: int) -> str:
    return reading.words(index, next(reading.after(index), index))


def occurrences(reading: Reading, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
    """The first and last tokens of each place where `reading` has one of `phrases`."""
    taken: set[int] = set()
    for phrase in phrases if len(phrases) < _MANY else _beginning_there(reading, Same(phrases)):
        for index in reading.places.get(phrase[0], ()):
            tokens = reading.tokens[index : index + len(phrase)]
            if index not in taken and tuple(token.lower for token in tokens) == phrase:
                taken.add(index)
                yield index, index + len(phrase) - 1


def _beginning_there(reading: Reading, phrases: Same[Sequence[Phrase]]) -> Sequence[Phrase]:
    """Those of many phrases, in order, of which `reading` has the first word."""
    numbers = _numbers_by_word(phrases)
    if numbers.keys().isdisjoint(reading.places):
        return ()
    found = sorted(number for word in numbers.keys() & reading.places.keys() for number in numbers[word])
    return [phrases.value[number] for number in found]


@lru_cache(maxsize=64)
def _numbers_by_word(phrases: Same[Sequence[Phrase]]) -> Mapping[str, Sequence[int]]:
    """The numbers of the phrases that begin with a word, by the word."""
    found: dict[str, list[int]] = {}
    for number, phrase in enumerate(phrases.value):
        found.setdefault(phrase[0], []).append(number)
    return found


def _following(reading: Reading, last: int) -> str | None:
    """The key of the word behind a phrase, but for articles; None if none follows in its sentence."""
    for token in reading.tokens[last + 1 : last + 3]:
        if token.is_mark:
            return None
        if token.lower not in _ARTICLES:
            return token.key
    return None


_ARTICLES = frozenset(("a", "an", "the", "its", "their"))
