"""What has become of each passage since the report was accepted: unchanged, moved, reworded or gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, TypeAlias

from briefs.drift.report_lock import LockedPassage, ReportLock
from briefs.drift.same_words import are_same, has_words
from briefs.model.library import Drawn, Extract, Library
from briefs.model.report import Leaf, Report
from briefs.model.typesetting import clean, plain, typeset
from briefs.text.word_diff import likeness, most_likeness
from briefs.text.words import sentences_of

State: TypeAlias = Literal["unchanged", "moved", "reworded", "gone"]
_ALIKE = 0.5
"""How much of a passage must be the same words for it to count as reworded rather than gone."""


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage of a block, the `number`th (from 1) of `field`, and what has become of it.

    `before` and `after` are its words, `plain`; `was_at` is its address in the accepted report, `address`, `label` and
    `lines` are where it is now, as far as these are known. Unless it `is_anchored`, its anchor does not find it.
    """

    drawn: Drawn
    field: str
    number: int
    state: State
    before: str
    after: str
    label: str = ""
    lines: tuple[int, ...] = ()
    address: str = ""
    was_at: str = ""
    is_anchored: bool = True

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
    now = _Now(library.report)
    for drawn in (*library.blocks.values(), *filter(None, (library.about,))):
        for field, extracts in drawn.extracts.items():
            locked = lock.by_field.get((drawn.id, field), ())
            if extracts:
                yield from _changes(drawn, field, extracts, _Locked(lock, locked))
            else:
                yield from (_lost(drawn, one, now) for one in locked)


@dataclass(frozen=True)
class _Locked:
    """The passages of one field as they are locked, and the lock itself."""

    lock: ReportLock
    own: tuple[LockedPassage, ...]

    @cached_property
    def pending(self) -> dict[int, LockedPassage]:
        """Those that wait to be accepted, by number."""
        return {one.number: one for one in self.own if one.is_pending}


@dataclass(frozen=True)
class _Now:
    """The report as it is: its parts, and what stands at each address; found only once a passage is lost."""

    report: Report

    @cached_property
    def lock(self) -> ReportLock:
        """A lock with the parts of the report."""
        return ReportLock("", parts_of(self.report))

    @cached_property
    def leaves(self) -> Mapping[str, Leaf]:
        """What stands at each address."""
        return {leaf.address: leaf for leaf in self.report.leaves()}

    def address_of(self, words: str, likely: str) -> str | None:
        """The address of the part that has `words`, preferably the `likely` one; empty if they stand in several parts
        together, None if they stand nowhere."""
        parts = dict(reversed(self.lock.parts))
        if has_words(parts.get(likely, ""), words):
            return likely
        found = next((address for address, text in self.lock.parts if has_words(text, words)), "")
        return found if found or has_words(self.lock.text, words) else None


def _changes(drawn: Drawn, field: str, extracts: Sequence[Extract], locked: _Locked) -> Iterator[PassageChange]:
    texts = [plain(extract.text) for extract in extracts]
    former = [one for one in locked.own if not one.is_pending and not any(are_same(one.words, text) for text in texts)]
    for number, (extract, words) in enumerate(zip(extracts, texts, strict=True), 1):
        same = [one.at for one in locked.own if are_same(one.words, words) and not one.is_pending]
        state: State = "unchanged"
        before = words
        waiting = locked.pending.get(number)
        if waiting is not None:
            state, before = "unchanged" if are_same(waiting.words, words) else "reworded", waiting.words
        elif not same and not has_words(locked.lock.text, words):
            best = max(former, key=lambda one: likeness(one.words, words), default=None)
            state, before = "reworded", nearest_words_of(words, locked.lock) if best is None else best.words
        elif same and extract.address not in same:
            state = "moved"
        was_at = next((one.at for one in locked.own if one.number == number), "") or next(iter(same), "")
        where = (extract.label, extract.lines, extract.address, was_at)
        yield PassageChange(drawn, field, number, state, before, words, *where)


def _lost(drawn: Drawn, locked: LockedPassage, now: _Now) -> PassageChange:
    """A passage whose field has an anchor that matches nothing any more, or several places."""
    address = now.address_of(locked.words, locked.at)
    if address is None:
        after = nearest_words_of(locked.words, now.lock)
        state: State = "reworded" if after else "gone"
    else:
        after, state = locked.words, "unchanged" if address == locked.at or locked.is_pending else "moved"
    leaf = now.leaves.get(address or "")
    return PassageChange(
        drawn,
        locked.field,
        locked.number,
        state,
        locked.words,
        after,
        "" if leaf is None else leaf.label,
        () if leaf is None else leaf.lines,
        address or "",
        locked.at,
        is_anchored=False,
    )


def nearest_words_of(words: str, lock: ReportLock) -> str:
    """As many sentences of one part of a report as `words` has, those most like it; empty if none is like it."""
    count = max(1, len(sentences_of(words)))
    wanted = set(words.lower().split())
    shared = Counter(number for word in wanted for number in lock.by_word.get(word, ()))
    candidates: list[tuple[float, str]] = []
    for number in sorted(number for number, common in shared.items() if common >= _ALIKE * len(wanted)):
        sentences = _sentences(lock.parts[number][1])
        windows = (" ".join(sentences[at : at + count]) for at in range(max(1, len(sentences) - count + 1)))
        candidates += ((most_likeness(one, words), one) for one in windows)
    best, most = "", 0.0
    for bound, one in sorted(candidates, key=lambda one: -one[0]):
        if bound <= most or bound < _ALIKE:
            break  # none of the others can be more like it
        if (found := likeness(one, words)) > most:
            best, most = one, found
    if most < _ALIKE:
        return ""
    return best if words.endswith((".", "?", "!")) else best.rstrip(".?!")


@lru_cache(maxsize=8192)
def _sentences(words: str) -> tuple[str, ...]:
    return tuple(sentences_of(words))
