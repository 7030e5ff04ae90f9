"""Whether two words belong to one family: migrant, migration and migratory; govern and governance; labour and labor."""

from __future__ import annotations

from collections.abc import Mapping, Set
from functools import lru_cache

_SHORTEST = 4
"""Words that have fewer letters in common than this are never taken for a family."""


def spelled(word: str, spellings: Mapping[str, str]) -> str:
    """`word` in lower case as it is spelled in one place: each fragment in `spellings` is replaced, but for the first
    two letters of the word: "labor" of "labour", "organization" of "organisation".
    """
    head, tail = word[:2], word[2:]
    for fragment, other in spellings.items():
        tail = tail.replace(fragment, other)
    return head + tail


@lru_cache(maxsize=65536)
def same_family(word: str, other: str, endings: frozenset[str]) -> bool:
    """Whether two words in lower case have a beginning in common, of four letters or more, and differ only in endings
    of word formation such as "-ation" and "-ory".
    """
    if word == other:
        return True
    shared = _shared(word, other)
    return any(
        _is_ending(word[at:], endings) and _is_ending(other[at:], endings) for at in range(shared, _SHORTEST - 1, -1)
    )


def _shared(word: str, other: str) -> int:
    """How many letters two words have in common at their beginning."""
    length = 0
    for one, two in zip(word, other, strict=False):
        if one != two:
            break
        length += 1
    return length


def _is_ending(rest: str, endings: Set[str]) -> bool:
    """Whether `rest` is no letter at all, an ending, or an ending and the "s" of a plural or a verb."""
    return not rest or rest in endings or rest.removesuffix("s") in endings or rest == "s"
