"""Proposed wordings held against the report by the checks of a build, as many of them at once as possible.

Changes are tried together in a copy of the project. What is found there and not in the project as it is belongs to the
change of the block, or the line, that it is about. Where that is not clear, changes are tried in halves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeAlias

from briefs.files.bounded_reading import read_file
from briefs.files.template_calls import ids_of
from briefs.files.written_changes import contents_with
from briefs.model.diagnostics import Diagnostic, DocumentError, Place, has_errors
from briefs.model.document import FormRef
from briefs.model.drafted_block import DraftedBlock
from briefs.model.proposal import Write
from briefs.pipeline.checks_without_pages import check
from briefs.pipeline.order import Order, Progress, Project, silent
from briefs.pipeline.project_copy import ProjectCopy, project_copy

_QUOTED = re.compile(r'"([^"]+)"')
_Kind: TypeAlias = tuple[str, str, str]
"""What tells a finding from others, wherever its line is by now: file, code and message."""


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """What would be written if a proposal were accepted; `key` is the caller's name for it.

    `drafted` is a block that would come to the end of a file of blocks, if one would.
    """

    key: int
    writes: tuple[Write, ...] = ()
    drafted: DraftedBlock | None = None

    @property
    def is_of_call(self) -> bool:
        """Whether it changes which blocks are printed, so that findings about others may come or go."""
        return any(not write.location and "{{" in write.before for write in self.writes)

    @property
    def blocks(self) -> frozenset[str]:
        """The blocks that it is about: those whose wording it changes, and those that it puts into a call or takes out
        of it."""
        said = {FormRef.parse(write.form).block for write in self.writes if write.form}
        named = [set(ids_of(write.before)) ^ set(ids_of(write.after)) for write in self.writes if "{{" in write.before]
        drafted = {self.drafted.block} if self.drafted else set()
        return frozenset(said.union(drafted, *named))

    def touches(self, other: ProposedChange) -> bool:
        """Whether both change the same value, or the same line of a template."""
        return not {_spot(one) for one in self.writes}.isdisjoint(_spot(one) for one in other.writes)


@dataclass(frozen=True, slots=True)
class CheckedChanges:
    """What the checks find that they do not find in the project as it is: for each change, and only for several
    together."""

    by_change: dict[int, tuple[Diagnostic, ...]]
    together: tuple[Diagnostic, ...] = ()
    runs: int = 0


def check_changes(
    project: Project, output: Path | None, changes: Sequence[ProposedChange], progress: Progress = silent
) -> CheckedChanges:
    """What the checks of a build without pages say of each of `changes`, each at its place in the project as it is.

    The last build in `output` says what briefs print. The project is only read. Raises BriefsError, UnknownName, and
    DocumentError if the project as it is cannot be examined.
    """
    if not changes:
        return CheckedChanges({})
    progress("checking what is proposed")
    with project_copy(project) as copy:
        trials = _Trials(copy, output)
        found: dict[int, list[Diagnostic]] = {change.key: [] for change in changes}
        together: list[Diagnostic] = []
        for batch in _batches(changes):
            for key, problem in trials.judged(batch):
                said = together if key is None else found[key]
                if problem not in said:
                    said.append(problem)
    by_change = {key: tuple(sorted(problems, key=lambda one: one.place)) for key, problems in found.items()}
    return CheckedChanges(by_change, tuple(together), trials.runs)


def _batches(changes: Iterable[ProposedChange]) -> list[list[ProposedChange]]:
    """Changes that can be tried together: none touches what another one does."""
    batches: list[list[ProposedChange]] = []
    for change in changes:
        for batch in batches:
            if batch[0].is_of_call == change.is_of_call and not any(one.touches(change) for one in batch):
                batch.append(change)
                break
        else:
            batches.append([change])
    return batches


def _spot(write: Write) -> tuple[str, object]:
    return write.path, write.location or write.line


class _Trials:
    """Runs of the checks on a changed copy, and what they find in the copy before it is changed."""

    def __init__(self, copy: ProjectCopy, output: Path | None) -> None:
        self._copy, self._order = copy, Order(copy.project, output=output)
        self._known = Counter(map(_kind, check(self._order).problems))
        self.runs = 1

    def judged(self, changes: Sequence[ProposedChange]) -> Iterator[tuple[int | None, Diagnostic]]:
        """What is new with `changes`, each finding with the key of the change that causes it; None: several do.

        What is found where there are errors is not all that there is: the changes that cause them are left out then,
        and the others are tried again.
        """
        rest = list(changes)
        while rest:
            new = self._new(rest)
            if not has_errors(new):
                yield from self._assigned(rest, new)
                return
            errors = [problem for problem in new if problem.severity == "error"]
            causes = list(self._assigned(rest, errors))
            wrong = {key for key, _ in causes}
            yield from causes
            if None in wrong:
                return
            others = [problem for problem in new if problem not in errors]
            for change in rest:
                if change.key in wrong:
                    yield from ((change.key, problem) for problem in others if _is_about(problem, change))
            rest = [change for change in rest if change.key not in wrong]

    def _assigned(
        self, changes: Sequence[ProposedChange], problems: Sequence[Diagnostic]
    ) -> Iterator[tuple[int | None, Diagnostic]]:
        """Each of `problems`, which `changes` together cause, with the change that causes it."""
        unclear = []
        for problem in problems:
            causes = _causes(problem, changes)
            if len(causes) == 1:
                yield causes[0].key, problem
            else:
                unclear.append(problem)
        if unclear:
            yield from self._divided(changes, unclear)

    def _divided(
        self, changes: Sequence[ProposedChange], problems: Sequence[Diagnostic]
    ) -> Iterator[tuple[int | None, Diagnostic]]:
        """Each of `problems`, none of which says by itself which of `changes` it is about, with that change."""
        if len(changes) == 1:
            yield from ((changes[0].key, problem) for problem in problems)
            return
        middle = len(changes) // 2
        left = Counter(map(_kind, problems))
        for half in (changes[:middle], changes[middle:]):
            seen = Counter(map(_kind, self._new(half))) & left
            mine = [problem for problem in problems if seen[_kind(problem)]]
            if mine:
                yield from self._divided(half, mine)
                left -= seen
            if not left:
                return
        yield from ((None, problem) for problem in problems if left[_kind(problem)])

    def _new(self, changes: Sequence[ProposedChange]) -> list[Diagnostic]:
        """What the checks find with `changes`, and not without them, at its place in the unchanged files."""
        root = self._copy.original
        self.runs += 1
        try:
            contents = dict(contents_with(root, [write for change in changes for write in change.writes]))
            for one in filter(None, (change.drafted for change in changes)):
                contents[one.path] = one.added_to(contents.get(one.path) or _content(root / one.path))
            self._copy.change(contents)
            problems = check(self._order).problems
        except DocumentError as error:
            problems = error.diagnostics
        finally:
            left = self._known.copy()
        new = []
        for problem in problems:
            if left[_kind(problem)] > 0:
                left[_kind(problem)] -= 1
            else:
                new.append(problem)
        moved = {
            path: _lines(root / path, contents[path]) for path in {one.place.path for one in new} & contents.keys()
        }
        return [replace(one, place=_before(one.place, moved.get(one.place.path))) for one in new]


def _kind(problem: Diagnostic) -> _Kind:
    return problem.place.path, problem.code, problem.message


def _causes(problem: Diagnostic, changes: Sequence[ProposedChange]) -> list[ProposedChange]:
    """The changes that a finding may come from: those of its block, or else of blocks that its message names or of its
    place; if there are several, those of its line."""
    about = [change for change in changes if problem.block and problem.block in change.blocks]
    about = about or [change for change in changes if _is_about(problem, change)]
    exact = [change for change in about if any(_is_at(problem, write) for write in change.writes)]
    return exact if len(about) > 1 and exact else about


def _is_about(problem: Diagnostic, change: ProposedChange) -> bool:
    """Whether a finding names a block that a change is about, or stands where something is changed."""
    named = {problem.block, *_QUOTED.findall(problem.message)}
    return not named.isdisjoint(change.blocks) or any(_is_at(problem, write) for write in change.writes)


def _is_at(problem: Diagnostic, write: Write) -> bool:
    return problem.place == Place(write.path, write.line)


def _content(path: Path) -> bytes:
    return read_file(path) if path.is_file() else b""


def _lines(path: Path, content: bytes) -> dict[int, int]:
    """For the lines (from 1) of a changed file, those of the file as it is at `path`."""
    before, after = _content(path).splitlines(), content.splitlines()
    moved: dict[int, int] = {}
    for _, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for at in range(first, last):
            moved[at + 1] = min(start + at - first, max(start, end - 1)) + 1
    return moved if len(before) != len(after) else {}


def _before(place: Place, moved: dict[int, int] | None) -> Place:
    return replace(place, line=moved.get(place.line, place.line)) if moved else place
