"""Accepting a report: what a lock says once the passages of certain blocks have been read again."""

from __future__ import annotations

from collections.abc import Iterator, Set

from briefs.drift.passage_changes import PassageChange, parts_of
from briefs.drift.report_lock import LockedPassage, ReportLock
from briefs.model.library import Library
from briefs.model.typesetting import plain


def accepted(
    library: Library, before: ReportLock | None, changes: list[PassageChange], named: Set[str] = frozenset()
) -> ReportLock:
    """The lock of the report of `library` after `changes` since the lock `before`; the first one accepts everything.

    A block whose passage is reworded or gone keeps its former words until it is `named`. One whose anchor matches
    nothing keeps them too: there is nothing yet that could be accepted.
    """
    parts = parts_of(library.report)
    waiting = {
        (one.drawn.id, one.field, one.number): one.before
        for one in changes
        if one.must_be_accepted and (one.drawn.id not in named or not one.drawn.extracts.get(one.field))
    }
    passages = {(one.block, one.field, one.number): one for one in _passages(library)}
    passages |= {
        key: LockedPassage(*key, one.address, one.before)
        for one in changes
        if not one.is_anchored and one.address and (key := (one.drawn.id, one.field, one.number)) not in waiting
    }
    lost = () if before is None else before.passages
    passages |= {
        key: LockedPassage(*key, "", one.words)
        for one in lost
        if (key := (one.block, one.field, one.number)) not in passages and key in waiting
    }
    passages |= {key: LockedPassage(*key, "", words) for key, words in waiting.items()}
    return ReportLock(library.report.sha256, parts, tuple(passages[key] for key in sorted(passages)))


def _passages(library: Library) -> Iterator[LockedPassage]:
    """Every passage of the blocks as it is in the report."""
    for drawn in (*library.blocks.values(), *filter(None, (library.about,))):
        for field, extracts in drawn.extracts.items():
            for number, extract in enumerate(extracts, 1):
                yield LockedPassage(drawn.id, field, number, extract.address, plain(extract.text))
