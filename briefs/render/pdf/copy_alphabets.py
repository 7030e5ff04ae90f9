"""Which characters a prepared PDF can print in the line about a copy: those of the alphabets that the line needs.

So a file depends on nothing but its edition and its copy: the same copy has the same bytes, whoever else is given one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from briefs.render.fonts.subsets import EUROPEAN, MORE_ALPHABETS

Alphabets: TypeAlias = tuple[int, ...]
"""Numbers of alphabets, in order; not the first one, which every line has."""

_ASCII = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\u00a0·‘’“”–—")
_WESTERN = frozenset(map(chr, range(0xA1, 0x100))) - _ASCII
_ALPHABETS = (_ASCII, _WESTERN, EUROPEAN - _ASCII - _WESTERN, *MORE_ALPHABETS)


def alphabets_of(line: str) -> Alphabets | None:
    """The alphabets that `line` needs beside ASCII; None if it has a character of none of them."""
    rest = set(line) - _ASCII
    if not rest:
        return ()
    found = tuple(number for number, alphabet in enumerate(_ALPHABETS) if number and rest & alphabet)
    return found if rest <= characters_of(found) else None


@lru_cache(maxsize=64)
def characters_of(alphabets: Alphabets) -> frozenset[str]:
    """All characters of these alphabets, and ASCII."""
    return _ASCII.union(*(_ALPHABETS[number] for number in alphabets))
