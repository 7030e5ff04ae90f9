"""Numbers and names in edited wording, traced to the passage that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache
from itertools import accumulate

from briefs.model.block import Acronym, BlockBase, ParticipantGroup, Statement
from briefs.model.library import Library
from briefs.model.typesetting import plain

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
BRACKETED = re.compile(r"\[[^\]]*\]")
_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
NUMBER_WORDS: Mapping[str, str] = {
    **{word: str(value) for value, word in enumerate(_UNITS)},
    **{word: str(10 * value) for value, word in enumerate(_TENS, start=2)},
    **{"hundred": "100", "thousand": "1000", "million": "1000000", "dozen": "12"},
}
"""Numbers in words, and in digits."""
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NAME = re.compile(r"(?<=[^.?!:\s(\"]\s)[^\W\d_a-z][\w'-]+")
"""A word with a capital that no sentence, quotation or bracket begins with."""


def untraced_numbers(text: str, passage: str, counts: Iterable[int] = ()) -> list[str]:
    """The numbers of `text`, in digits or words, that neither `passage` nor `counts` give. "One" is a word, no number.

    Numbers in square brackets are left alone: they are dates inferred from the report, and marked as such.
    """
    said = {found.lower() for found in (*NUMBER.findall(passage), *_WORD.findall(passage))}
    said |= {part for word in said for part in word.split("-")}
    said |= {str(count) for count in counts}
    outside = BRACKETED.sub(" ", text)
    numbers = NUMBER.findall(outside)
    numbers += [part for word in _WORD.findall(outside) for part in word.split("-") if part.lower() in NUMBER_WORDS]
    return [number for number in numbers if number.lower() != "one" and not _forms(number.lower()) & said]


def _forms(number: str) -> set[str]:
    """A number in words and in digits."""
    digits = NUMBER_WORDS.get(number, number)
    return {digits, *(word for word, value in NUMBER_WORDS.items() if value == digits)}


def untraced_names(text: str, passage: str, expansions: Mapping[str, str], known: Iterable[str]) -> list[str]:
    """The words with a capital inside sentences of `text` that `passage` has in no case, nor as an acronym.

    `expansions` are those of acronyms; `known` are names that need not stand in the passage.
    """
    names = _NAME.findall(BRACKETED.sub(" ", text))
    if not names:
        return []
    said = {*_parts(passage)}
    for acronym, expansion in expansions.items():
        if acronym in passage and re.search(rf"(?<!\w){re.escape(acronym)}s?(?!\w)", passage):
            said |= _parts(expansion)
    for name in known:
        said |= _parts(name)
    return [name for name in names if not _parts(name) <= said]


@cache
def _parts(text: str) -> Set[str]:
    """The words of `text` in lower case, without hyphens, possessives and plurals."""
    words = (part for word in _WORD.findall(plain(text).lower()) for part in word.removesuffix("'s").split("-"))
    return frozenset(word.rstrip("'").removesuffix("s") for word in words)


def expansions_of(library: Library) -> dict[str, str]:
    """What acronyms of the report stand for."""
    blocks = (drawn.block for drawn in library.blocks.values())
    return {block.acronym: block.expansion for block in blocks if isinstance(block, Acronym)}


def groups_of(block: BlockBase, library: Library) -> list[ParticipantGroup]:
    """The groups of participants that `block` gives: itself, or those that it counts."""
    if isinstance(block, ParticipantGroup):
        return [block]
    named = block.counts if isinstance(block, Statement) else ()
    groups = (library.blocks[name].block for name in named if name in library.blocks)
    return [group for group in groups if isinstance(group, ParticipantGroup)]


def counts_of(groups: Iterable[ParticipantGroup]) -> Iterator[int]:
    """The counts of `groups`, which drawing has checked against the report, and of neighbours among them added up.

    So are the counts of those whom a group includes.
    """
    groups = list(groups)
    yield from (group.including.count for group in groups if group.including is not None)
    counts = [group.count for group in groups]
    for start in range(len(counts)):
        yield from accumulate(counts[start:])


def names_of(groups: Iterable[ParticipantGroup]) -> str:
    """What `groups` are called, and the affiliations by which they were counted."""
    return " ".join(" ".join((group.name, *group.affiliations)) for group in groups)
