"""Roman numbers up to LXXXIX, which is as far as headings, lists, notes and pages are counted in them.

C, D and M are letters instead: on their own, they far more often follow B, C and L than count hundreds.
"""

from __future__ import annotations

import re

_FORM = re.compile(r"(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman_value(text: str) -> int | None:
    """What a Roman number is, in capitals or small letters; None if it is none."""
    upper = text.upper()
    if not upper or text not in (upper, upper.lower()) or not _FORM.fullmatch(upper):
        return None
    values = [_VALUES[letter] for letter in upper]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
