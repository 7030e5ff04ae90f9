"""What an acronym stands for, where a report says so: "International Labour Organization (ILO)"."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\s()]+")
_MOST = 12
"""So many words may stand before the brackets."""


def expansion_of(acronym: str, text: str) -> str | None:
    """The name that stands in front of `acronym` in brackets, whose words begin with its letters; None if there is
    none."""
    for found in re.finditer(rf"\({re.escape(acronym)}s?\)", text, re.IGNORECASE):
        before = text[max(0, found.start() - 160) : found.start()].rpartition("\n")[2]
        words = [one[0] for one in _WORD.finditer(before)][-_MOST:]
        for start in range(len(words) - 1, -1, -1):
            name = words[start:]
            if name[0][:1].isupper() and _spells(name, acronym):
                return " ".join(name)
    return None


def _spells(words: list[str], acronym: str) -> bool:
    """Whether the initials of `words` are the letters of `acronym`; words in small letters need not count."""
    letters = acronym.lower()
    at = 0
    for part in (part for word in words for part in re.split(r"[-–/’']", word) if part):
        if at < len(letters) and part[0].lower() == letters[at]:
            at += 1
        elif part[0].isupper():
            return False
    return at == len(letters)
