"""Exponents that are typed on the line, "km2" and "10^6", as they are where they are raised: "km²", "10⁶"."""

from __future__ import annotations

import re

from briefs.model.note_marks import SUPERSCRIPTS

_PLAIN_POWER = re.compile(r"(?<![^\W\d_])([ckdm]?m)([23])(?!\w)|(?<=\d)\^[-+]?\d+")
_TO_SUPERSCRIPTS = str.maketrans("0123456789-+", f"{SUPERSCRIPTS}⁻⁺")
_SIGNS = ("m2", "m3", "^")
"""A text without any of these has no such exponent; to look for them is much quicker than the pattern."""


def raised_powers(text: str) -> str:
    """`text` with such exponents raised, character for character."""
    if not any(sign in text for sign in _SIGNS):
        return text
    return _PLAIN_POWER.sub(lambda one: (one[1] or "") + (one[2] or one[0]).translate(_TO_SUPERSCRIPTS), text)
