"""What has become of each passage since the report was accepted: unchanged, moved, reworded or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from briefs.drift.report_lock import LockedPassage, ReportLock
from briefs.model.library import Drawn, Extract, Library
from briefs.model.report import Report
from briefs.model.typesetting import clean, plain, typeset
from briefs.text.word_diff import likeness
from briefs.text.words import sentences_of

State: TypeAlias = Literal["unchanged", "moved", "reworded", "gone"]
_ALIKE = 0.5
"""How much of a passage must be the same words for it to count as reworded rather than gone."""


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage of a block, the `number`th (from 1) of `field`, and what has become of it.

    `before` and `after` are its words, `plain`; `label` and `lines` are where it is now, if it still is.
    """

    drawn: Drawn
    field: str
    number: int
    state: State
    before: str
    after: str
    label: str = ""
    lines: tuple[int, ...] = ()

    @property
    def must_be_accepted(self) -> bool:
        """Whether wording that rests on it may have become wrong."""
        return self.state in ("reworded", "gone")


def parts_of(report: Report) -> tuple[tuple[str, str], ...]:
    """Everything in `report` that has words: addresses, each with its words, `plain` as those of extracts are."""
    notes = report.note_numbers()
    return tuple((leaf.address, plain(typeset(clean(leaf.text, notes)))) for leaf in report.leaves())


def passage_changes(lock: ReportLock, library: Library) -> Iterator[PassageChange]:
    """What has become of every passage of the blocks in `library`, in their order.

    A passage that an editor has drawn since, or points at with another anchor, counts as unchanged if the accepted
    report has the same words. One whose anchor does not match any more is told only if it was locked.
    """
    now = ReportLock("", parts_of(library.report))
    for drawn in (*library.blocks.values(), *filter(None, (library.about,))):
        for field, extracts in drawn.extracts.items():
            locked = lock.by_field.get((drawn.id, field), ())
            if extracts:
                yield from _changes(drawn, field, extracts, _Locked(lock, locked))
            else:
                yield from (_lost(drawn, one, now) for one in locked if not has_words(now.text, one.words))


@dataclass(frozen=True)
class _Locked:
    """The passages of one field as they are locked, and the lock itself."""

    lock: ReportLock
    own: tuple[LockedPassage, ...]

    @cached_property
    def pending(self) -> dict[int, LockedPassage]:
        """Those that wait to be accepted, by number."""
        return {one.number: one for one in self.own if one.is_pending}


def _changes(drawn: Drawn, field: str, extracts: Sequence[Extract], locked: _Locked) -> Iterator[PassageChange]:
    texts = [plain(extract.text) for extract in extracts]
    former = [one for one in locked.own if not one.is_pending and one.words not in texts]
    for number, (extract, words) in enumerate(zip(extracts, texts, strict=True), 1):
        same = [one.at for one in locked.own if one.words == words and not one.is_pending]
        state: State = "unchanged"
        before = words
        waiting = locked.pending.get(number)
        if waiting is not None:
            state, before = "unchanged" if waiting.words == words else "reworded", waiting.words
        elif not same and not has_words(locked.lock.text, words):
            best = max(former, key=lambda one: likeness(one.words, words), default=None)
            state, before = "reworded", nearest_words_of(words, locked.lock) if best is None else best.words
        elif same and extract.address not in same:
            state = "moved"
        yield PassageChange(drawn, field, number, state, before, words, extract.label, extract.lines)


def _lost(drawn: Drawn, locked: LockedPassage, now: ReportLock) -> PassageChange:
    """A passage whose anchor matches nothing any more."""
    after = nearest_words_of(locked.words, now)
    state: State = "reworded" if after else "gone"
    return PassageChange(drawn, locked.field, locked.number, state, locked.words, after)


def nearest_words_of(words: str, lock: ReportLock) -> str:
    """As many sentences of one part of a report as `words` has, those most like it; empty if none is like it."""
    count = max(1, len(sentences_of(words)))
    wanted = set(words.lower().split())
    candidates = []
    for _, text in lock.parts:
        if len(wanted & set(text.lower().split())) >= _ALIKE * len(wanted):
            sentences = sentences_of(text)
            candidates += [" ".join(sentences[at : at + count]) for at in range(max(1, len(sentences) - count + 1))]
    best = max(candidates, key=lambda one: likeness(one, words), default="")
    if not best or likeness(best, words) < _ALIKE:
        return ""
    return best if words.endswith((".", "?", "!")) else best.rstrip(".?!")


def has_words(text: str, words: str) -> bool:
    """Whether `words`, which are not empty, stand in `text`, and do not begin or end within a word of it."""
    start = text.find(words) if words else -1
    while start >= 0:
        around = (text[max(0, start - 1) : start + 1], text[start + len(words) - 1 : start + len(words) + 1])
        if not any(re.fullmatch(r"\w\w", one) for one in around):
            return True
        start = text.find(words, start + 1)
    return False
