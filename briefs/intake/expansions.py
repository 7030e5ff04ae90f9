"""What an acronym stands for, where a report says so: "International Labour Organization (ILO)"."""

from __future__ import annotations

import re

from briefs.text.spelled_initials import spelled_before

_MOST = 160
"""How many characters in front of the brackets are looked at."""


def expansion_of(acronym: str, text: str) -> str | None:
    """The name that stands in front of `acronym` in brackets, whose words begin with its letters; None if there is
    none. Words in small letters need not have one."""
    for found in re.finditer(rf"\({re.escape(acronym)}s?\)", text, re.IGNORECASE):
        before = text[max(0, found.start() - _MOST) : found.start()].rpartition("\n")[2].rstrip()
        small = {word.strip(",;:").lower() for word in before.split() if word.islower()}
        name = spelled_before(before, acronym.upper(), small)
        if name is not None and name.is_by_initials and before[name.start].isupper():
            return " ".join(before[name.start : name.end].split())
    return None
