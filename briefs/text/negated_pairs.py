"""Two words side by side that one of two texts negates and the other does not: "always on" for "not always on".

What the words are is not asked, so that this holds for words without content too, such as "instead of".
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefs.text.denials import DenyingWords
from briefs.text.polarity import Turned
from briefs.text.readings import Reading

_QUOTES = ('"', "“")
_NEAR = 2
"""So many tokens in front of two words may hold what negates them."""
_FAR = 5
"""So many of the passage may hold what denies them, however it does."""


def negations_lost_of_pairs(form: Reading, passage: Reading, words: DenyingWords, light: Set[str]) -> Iterator[Turned]:
    """The pairs of words that `passage` only has with a negation, and `form` without one."""
    yield from _differing(passage, form, words, light, is_lost=True)


def negations_added_to_pairs(form: Reading, passage: Reading, words: DenyingWords, light: Set[str]) -> Iterator[Turned]:
    """The pairs of words that `form` has with a negation, and `passage` only without one."""
    yield from _differing(form, passage, words, light, is_lost=False)


def _differing(
    denying: Reading, plain: Reading, words: DenyingWords, light: Set[str], *, is_lost: bool
) -> Iterator[Turned]:
    if words.negations.isdisjoint(denying.places):
        return
    for at, token in enumerate(denying.tokens[:-2]):
        pair = (denying.tokens[at + 1], denying.tokens[at + 2])
        if token.lower not in words.negations or any(one.is_mark for one in pair):
            continue
        if all(not one.has_content and one.lower in light for one in pair):
            continue
        places = list(_places(plain, (pair[0].lower, pair[1].lower)))
        if any(_is_denied(plain, place, words) or plain.asks(place) != denying.asks(at) for place in places):
            continue
        again = [one for one in _places(denying, (pair[0].lower, pair[1].lower)) if one != at + 1]
        if places and all(_is_negated(denying, one, words) for one in again):
            if is_lost and _is_cut(plain, places[0]):
                continue  # cuts of quotations are found by a check of their own
            mine, theirs = plain.words(places[0], places[0] + 1), denying.words(at, at + 2)
            yield Turned(mine, theirs, True) if is_lost else Turned(theirs, mine, True)


def _is_cut(reading: Reading, place: int) -> bool:
    """Whether a quotation begins with a word."""
    return reading.text[: reading.tokens[place].start].endswith(_QUOTES)


def _places(reading: Reading, pair: tuple[str, str]) -> Iterator[int]:
    for place in reading.places.get(pair[0], ()):
        if place + 1 < len(reading.tokens) and reading.tokens[place + 1].lower == pair[1]:
            yield place


def _is_negated(reading: Reading, place: int, words: DenyingWords) -> bool:
    return any(token.lower in words.negations for token in reading.tokens[max(0, place - _NEAR) : place])


def _is_denied(reading: Reading, place: int, words: DenyingWords) -> bool:
    """Whether anything in front of a word, in its sentence, may deny it."""
    return any(
        token.sentence == reading.tokens[place].sentence
        and (token.lower in words.negations or token.key in words.stems or token.key in words.near)
        for token in reading.tokens[max(0, place - _FAR) : place]
    )
