"""What a text denies: its negations, each with the words that it denies, and words that deny without a "not"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from briefs.text.readings import Reading

_AHEAD = 3
"""How many words with content behind a negation it may deny."""
CONTRACTED = "n't"
"""How negations end that are joined to the word in front of them."""


@dataclass(frozen=True, eq=False, slots=True)
class DenyingWords:
    """The words of a language that deny, in lower case.

    `negations` are words such as "not". What follows a phrase of `affirming`, such as "not only", is affirmed.
    `phrases` such as "far from" deny too, and so do words with the `stems` of "lack" and "fail"; those with the stems
    `near` may stand for a negation, such as "short". `prefixes` make the opposite of a word ("un"), but not in
    the words of `despite_prefix`. Two of `joined` words, such as "neither" and "nor", do not undo each other.
    """

    negations: Set[str]
    affirming: Set[tuple[str, ...]]
    stems: Set[str]
    near: Set[str]
    prefixes: tuple[str, ...]
    despite_prefix: Set[str]
    joined: Set[str] = frozenset()
    phrases: tuple[tuple[str, ...], ...] = ()
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Denial:
    """A word that denies, at `at`; `denied` are the tokens with content behind it, the nearest first, and `before` the
    one in front of it. It `is_negation` if it is a word such as "not", rather than one such as "lack".
    """

    at: int
    denied: tuple[int, ...]
    before: int | None
    is_negation: bool


@lru_cache(maxsize=4096)
def denials(reading: Reading, words: DenyingWords) -> tuple[Denial, ...]:
    """The denials of a text, in order. Two negations of one thing ("not without") are two."""
    return tuple(_denials(reading, words)) if _may_deny(reading, words) else ()


def _may_deny(reading: Reading, words: DenyingWords) -> bool:
    """Whether a text has any word that may deny."""
    return (
        not words.negations.isdisjoint(reading.places)
        or not words.stems.isdisjoint(reading.keys)
        or any(one[0] in reading.places for one in words.phrases if one)
        or CONTRACTED in reading.text.lower().replace("’", "'")
    )


def _denials(reading: Reading, words: DenyingWords) -> Iterator[Denial]:
    begins = {one[0] for one in words.phrases if one}
    negations, stems = words.negations, words.stems
    for index, (lower, key, *_) in enumerate(reading.tokens):
        is_negation = lower in negations or lower.endswith(CONTRACTED)
        if not (is_negation or lower in begins or key in stems) or (is_negation and affirms(reading, index, words)):
            continue
        near = words.phrases if lower in begins else ()
        phrase = next((one for one in near if _begins(reading, index, one)), ())
        if is_negation or phrase or key in stems:
            last = index + max(len(phrase) - 1, 0)
            denied = tuple(one for one in islice(reading.after(last), _AHEAD))
            yield Denial(index, denied, next(reading.before(index), None), is_negation)


def affirms(reading: Reading, index: int, words: DenyingWords) -> bool:
    """Whether what looks like a negation at `index` begins a phrase that affirms: "not only"."""
    return any(_begins(reading, index, phrase) for phrase in words.affirming)


def _begins(reading: Reading, index: int, phrase: tuple[str, ...]) -> bool:
    if not phrase or reading.tokens[index].lower != phrase[0]:
        return not phrase
    return tuple(token.lower for token in reading.tokens[index : index + len(phrase)]) == phrase


@lru_cache(maxsize=4096)
def opposite_by_prefix(word: str, words: DenyingWords) -> str:
    """The word of which `word` is the opposite, by its beginning: "binding" of "non-binding"; empty if of none."""
    if word in words.despite_prefix:
        return ""
    for prefix in words.prefixes:
        rest = word.removeprefix(prefix).removeprefix("-") if word.startswith(prefix) else ""
        if len(rest) >= _SHORTEST:
            return rest
    return ""


_SHORTEST = 4
"""Letters of a word that can stand behind such a beginning."""
