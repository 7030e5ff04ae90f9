"""Sections whose ids have changed since an edition was sent, as their headings have: what stands in them is the same.

The id of a section is made of its heading, and is part of the names of its units and of the keys of its paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefs.model.sent_text import SentParagraph

_KEY = re.compile(r"(?P<kind>\w+ )?(?P<section>[^/ ]+)(?P<rest>/.*)?")
_MASTHEAD = "masthead "


def renamed_sections(sent: Iterable[SentParagraph], now: Iterable[SentParagraph]) -> dict[str, str]:
    """For each section that was `sent` and is not there `now`, the one that has taken its place, if it is plain which.

    That is the only new section with any of its units, if it has units of no other.
    """
    before, after = _units(sent), _units(now)
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    found = {}
    for old in gone:
        alike = [one for one in new if before[old] & after[one]]
        if len(alike) == 1 and not any(before[other] & after[alike[0]] for other in gone - {old}):
            found[old] = alike[0]
    return found


def renamed(key: str, sections: Mapping[str, str]) -> str:
    """The key of a paragraph, or the name of a unit, with the present id of its section."""
    match = _KEY.fullmatch(key)
    if match is None or match["kind"] == _MASTHEAD or match["section"] not in sections:
        return key
    return f"{match['kind'] or ''}{sections[match['section']]}{match['rest'] or ''}"


def _units(paragraphs: Iterable[SentParagraph]) -> dict[str, frozenset[str]]:
    """For each section, the names of its units without that of the section."""
    units: dict[str, set[str]] = {}
    for one in paragraphs:
        own = units.setdefault(one.section, set())
        if one.unit:
            own.add(one.unit.partition("/")[2])
    return {section: frozenset(own) for section, own in units.items()}
