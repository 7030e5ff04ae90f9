"""Which changes are listed for readers: those that somebody made, not those that follow from them.

The lists of sources, of what is to be completed and of notes for who clears a draft follow from the text, and source
tags from its blocks: what changed in them is marked where it stands. Where a whole section moved, one line says so.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefs.model.redlined import Difference
from briefs.model.section_ids import CLEARANCE, CLEARING_NOTES, GAPS, SOURCES
from briefs.redline.same_numbers import seen_changes

_OWN = frozenset((SOURCES, GAPS, CLEARING_NOTES, CLEARANCE))
"""The sections that the program writes."""


def listed_changes(changes: Iterable[Difference]) -> tuple[Difference, ...]:
    """The changes that are listed, in reading order."""
    seen = seen_changes(changes)
    moved = {one.section for one in seen if one.place == "heading" and one.kind == "moved"}
    return tuple(one for one in seen if not _is_own(one) and not _has_moved_along(one, moved))


def unlisted_sections(changes: Iterable[Difference]) -> tuple[str, ...]:
    """The headings of the sections in which something changed that is not listed."""
    return tuple(dict.fromkeys(one.section for one in seen_changes(changes) if one.section_id in _OWN))


def _is_own(change: Difference) -> bool:
    return change.section_id in _OWN or change.place == "tag"


def _has_moved_along(change: Difference, moved: Iterable[str]) -> bool:
    """Whether something is only elsewhere because its section is."""
    return (
        change.kind == "moved"
        and change.place != "heading"
        and change.old == change.new
        and change.section == change.old_section
        and change.section in moved
    )
