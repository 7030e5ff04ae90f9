"""Comparing a report with its lock: what is wrong with passages that changed, and accepting the report as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from briefs.drift.acceptance import accepted
from briefs.drift.passage_changes import PassageChange, passage_changes
from briefs.drift.report_lock import NAME, ReportLock, dump_lock, read_lock
from briefs.files.bounded_reading import read_file
from briefs.files.whole_files import write_whole
from briefs.model.diagnostics import Checked, Diagnostic, Fault, Place, relative
from briefs.model.library import Library
from briefs.model.memory import FORGETFUL, Memory
from briefs.model.report import Report
from briefs.model.report_places import page_label
from briefs.model.unknown_name import UnknownName
from briefs.text.counts import counted
from briefs.text.word_diff import word_diff

_ANCHOR = re.compile(r'anchor of "[^"]*"')


@dataclass(frozen=True, slots=True)
class Drift:
    """What has become of the passages of a report since the lock at `place` was written; no `lock`: none was."""

    name: str
    place: Place
    lock: ReportLock | None = None
    has_changed: bool = False
    changes: tuple[PassageChange, ...] = ()

    def count(self, state: str) -> int:
        """How many passages are in this state."""
        return sum(1 for one in self.changes if one.state == state)

    @property
    def summary(self) -> str:
        """How many passages are in which state, in words."""
        states = ("unchanged", "moved", "reworded", "gone")
        counts = (f"{number} {state}" for state in states if (number := self.count(state)))
        return f"{counted(len(self.changes), 'passage')}: {', '.join(counts)}"

    @property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the blocks that somebody must read again, each once."""
        return tuple(dict.fromkeys(one.drawn.id for one in self.changes if one.must_be_accepted))


def drift_of(
    seed: Path, root: Path, library: Library, is_known: bool = False, memory: Memory = FORGETFUL
) -> Checked[Drift]:
    """What has become of the passages of the report whose folder is `seed`, and what is wrong because of it.

    `is_known`: that the report has changed is said already. Codes: `passage-reworded`, `report-unaccepted`,
    `lock-damaged`. Raises BriefsError if the lock cannot be opened.
    """
    place = Place(relative(seed / NAME, root))
    read = memory.recall_file(("lock", seed), seed / NAME, partial(read_lock, seed, place.path))
    if read.value is None:
        return Checked(Drift(seed.name, place), read.problems)
    has_changed = read.value.sha256 != library.report.sha256
    changes = tuple(passage_changes(read.value, library))
    drift = Drift(seed.name, place, read.value, has_changed, changes)
    return Checked(drift, (*read.problems, *_faults(drift, library.report, is_known)))


def _faults(drift: Drift, report: Report, is_known: bool) -> Iterator[Diagnostic]:
    for one in drift.changes:
        if one.state == "reworded" and one.drawn.extracts.get(one.field):
            yield _reworded(one, report)
    if drift.has_changed and not drift.waiting and not is_known:
        message = f"{report.path} is no longer the report that was accepted; {drift.summary}"
        hint = "run briefs draw --again, so that later changes are measured from here"
        yield Fault("report-unaccepted", message, hint).at(drift.place)


def _owner(one: PassageChange) -> str:
    """Whose passage it is, as messages name it."""
    return one.drawn.id if one.field == "anchor" else f"{one.drawn.id}, {one.field}"


def _reworded(one: PassageChange, report: Report) -> Diagnostic:
    where = ", ".join(filter(None, (one.label, _in_file(report, one.lines))))
    message = f'the passage of "{_owner(one)}" ({where}) is not worded as it was when it was accepted'
    changed = word_diff(one.before, one.after) if one.before else f"{{+{one.after}+}}"
    hint = f"{changed}\n  if its wording still holds, run briefs draw --accept-report {one.drawn.id}"
    return Fault("passage-reworded", message, hint).at(one.drawn.place_of(one.field)).about(one.drawn.id)


def _in_file(report: Report, lines: Sequence[int]) -> str:
    """Where text in these lines of a report is, next to its label."""
    if report.rendition:
        return page_label(report, lines)
    return f"{report.path}:{lines[0]}" if lines else ""


def with_drift(problems: Sequence[Diagnostic], drift: Drift) -> tuple[Diagnostic, ...]:
    """`problems` of reading and drawing, with what the lock knows.

    Where an anchor no longer matches, the hint says what has become of its passage; a new report is accepted by a
    command, not by its fingerprint alone.
    """
    if drift.lock is None:
        return tuple(problems)
    lost = {f'anchor of "{_owner(one)}"': one for one in reversed(drift.changes) if not one.is_anchored}
    lost |= {
        name: one
        for one in reversed(drift.changes)
        if (name := f'anchor of "{_owner(one)}"') in lost and one.must_be_accepted
    }
    return tuple(_with_drift(problem, lost) for problem in problems)


def _with_drift(problem: Diagnostic, lost: Mapping[str, PassageChange]) -> Diagnostic:
    if problem.code == "report-changed":
        return replace(problem, hint="put the old report back or, to go on with the new one, run briefs draw --again")
    named = _ANCHOR.match(problem.message) if problem.code.startswith("anchor-") else None
    one = lost.get(named[0]) if named else None
    return problem if one is None else replace(problem, hint=_former(problem.hint, one))


def _former(hint: str, one: PassageChange) -> str:
    if not one.must_be_accepted:
        where = f", at {one.label}" if one.label else ""
        return "\n  ".join(filter(None, (hint, f"its words are still in the report{where}: run briefs draw --again")))
    said = f"it was reworded: {word_diff(one.before, one.after)}" if one.after else f"it is gone. It was: {one.before}"
    return "\n  ".join(filter(None, (hint, said)))


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What accepting a report did: the `drift` that was found, the blocks `named` that were accepted, those `left` for
    somebody to read again, and the files that were written."""

    drift: Drift
    named: tuple[str, ...]
    left: tuple[str, ...]
    written: tuple[Path, ...]


def accept_report(seed: Path, library: Library, drift: Drift, named: Set[str], fingerprint: str | None) -> Acceptance:
    """Write the lock of a report as it is; blocks whose passages changed are accepted if they are `named`.

    The `fingerprint` in report.yaml is replaced, if there is one. Raises UnknownName for blocks that there are not, and
    BriefsError if a file cannot be written.
    """
    if unknown := sorted(named - library.ids - {"about"}):
        raise UnknownName("block", unknown, sorted(library.ids))
    lock = accepted(library, drift.lock, list(drift.changes), named)
    files = {seed / NAME: dump_lock(lock)}
    hints = seed / "report.yaml"
    if fingerprint is not None and fingerprint != lock.sha256:
        files[hints] = read_file(hints).replace(fingerprint.encode(), lock.sha256.encode())
    written = tuple(path for path, content in files.items() if write_whole(path, content))
    left = tuple(dict.fromkeys(one.block for one in lock.passages if one.is_pending))
    return Acceptance(drift, tuple(block for block in drift.waiting if block not in left), left, written)
