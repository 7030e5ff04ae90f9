"""Runs all checks on projects with planted edits, and judges what they find: at the right place, or elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeAlias

from bench.planting import CannotPlant, Planted, Spot, plant, restore, saved
from briefs.compose.letters.letter_files import letters_folder, read_letters
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, Diagnostic, DocumentError
from briefs.model.formats import FORMATS
from briefs.model.unknown_name import UnknownName
from briefs.pipeline.examination import examine
from briefs.pipeline.inputs import Inputs
from briefs.pipeline.letters import letter_problems
from briefs.pipeline.order import Order, Project, silent
from briefs.pipeline.stages import work_through

Verdict: TypeAlias = Literal["error", "warning", "wrong place", "missed", "stale"]
"""What was found of an edit: an error or a warning at its place, something elsewhere, nothing; or it has no place."""
INCIDENTAL = ("short-too-long", "sentence-too-long", "brief-too-long", "report-changed", "wording-unsigned")
"""Codes of what an edit may do besides: they say nothing of what is wrong with its words."""
_Key: TypeAlias = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """An edit, or a mutation, and what was found: `said` are the findings that count, in words."""

    id: str
    kind: str
    verdict: Verdict
    said: tuple[str, ...] = ()


def key_of(problem: Diagnostic) -> _Key:
    """By what a finding is known again."""
    return problem.code, problem.place.path, problem.place.line or 0, problem.message


def judge(name: str, kind: str, spots: Iterable[Spot], found: Iterable[Diagnostic]) -> Judged:
    """The verdict on an edit at `spots`, after which there is `found` that was not there before."""
    counted = [problem for problem in found if problem.code not in INCIDENTAL]
    there = [problem for problem in counted if any(_is_at(problem, spot) for spot in spots)]
    said = tuple(f"{one.severity} {one.place} [{one.code}] {one.message}" for one in there or counted)
    if there:
        return Judged(name, kind, "error" if any(one.severity == "error" for one in there) else "warning", said)
    return Judged(name, kind, "wrong place" if counted else "missed", said)


def _is_at(problem: Diagnostic, spot: Spot) -> bool:
    return problem.place.path == spot.path and spot.first <= (problem.place.line or 0) <= spot.last


class Prover:
    """A copy of a project at `root` in which edits are planted one after another, or several side by side."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.project = Project(root)
        self.kept = saved(root)
        self.inputs = examine(self.project).value
        self.before = {key_of(one) for one in (*examine(self.project).problems, *self._letters(self.inputs))}
        self.uses = {key: set(_names(root / template.path)) for key, template in self.inputs.templates.items()}

    def prove(self, edits: Sequence[Planted], quick: bool = False) -> list[Judged]:
        """What is found of each edit. With `quick`, no brief is made, so what only a brief shows is missed."""
        judged = self._side_by_side([edit for edit in edits if edit.is_wording])
        for edit in edits:
            if edit.id not in judged or (judged[edit.id].verdict != "error" and not quick):
                judged[edit.id] = self._alone(edit, quick)
        return [judged[edit.id] for edit in edits]

    def _side_by_side(self, edits: Sequence[Planted]) -> dict[str, Judged]:
        """Edits of wording, as many at once as are in blocks of their own: each is reported as if it were alone."""
        judged: dict[str, Judged] = {}
        rest = list(edits)
        while rest:
            batch = list({edit.block: edit for edit in reversed(rest)}.values())
            rest = [edit for edit in rest if edit not in batch]
            spots = {edit.id: spot for edit in batch if (spot := self._planted(edit)) is not None}
            found = self._new(examine(self.project).problems)
            restore(self.root, self.kept)
            for edit in batch:
                if edit.id not in spots:
                    judged[edit.id] = Judged(edit.id, edit.kind, "stale")
                else:
                    here = [one for one in found if any(_is_at(one, spot) for spot in spots[edit.id])]
                    judged[edit.id] = judge(edit.id, edit.kind, spots[edit.id], here)
        return judged

    def _planted(self, edit: Planted) -> list[Spot] | None:
        try:
            return plant(edit, self.root)
        except CannotPlant:
            return None

    def _alone(self, edit: Planted, quick: bool) -> Judged:
        """What is found of an edit alone: in what is written, and unless that is enough, in the briefs that say it."""
        try:
            if (spots := self._planted(edit)) is None:
                return Judged(edit.id, edit.kind, "stale")
            examined = examine(self.project)
            found = [*examined.problems, *self._letters(examined.value)]
            spots += self._callers(edit)
            judged = self._judged(edit, spots, found)
            if judged.verdict == "error" or quick or edit.reads == "sources":
                return judged
            for key in self._briefs(edit):
                found += self._made(edit, key)
                judged = self._judged(edit, spots, found)
                if judged.verdict == "error":
                    break
            return judged
        finally:
            restore(self.root, self.kept)

    def _judged(self, edit: Planted, spots: Sequence[Spot], found: Iterable[Diagnostic]) -> Judged:
        new = self._new(found)
        if edit.anywhere:
            spots = [Spot(one.place.path, one.place.line or 0, one.place.line or 0) for one in new]
        return judge(edit.id, edit.kind, spots, new)

    def _new(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        return [problem for problem in dict.fromkeys(found) if key_of(problem) not in self.before]

    def _made(self, edit: Planted, key: BriefKey) -> tuple[Diagnostic, ...]:
        order = Order(self.project, (key.audience,), formats=FORMATS if edit.reads == "files" else ("pdf",))
        order = replace(order, products=(key.product,))
        try:
            return work_through(order, silent).problems
        except DocumentError as error:
            return error.diagnostics
        except (BriefsError, UnknownName):
            return ()

    def _letters(self, inputs: Inputs) -> list[Diagnostic]:
        """What is wrong with the words of letters, which are checked when they are written."""
        folder = letters_folder(self.project.templates, inputs.name)
        read = read_letters(folder, self.root, inputs.audiences)
        problems = list(read.problems)
        for letter in read.value.values():
            problems += letter_problems(letter, inputs)
        return problems

    def _briefs(self, edit: Planted) -> list[BriefKey]:
        """The briefs that an edit is in: those that print the block, or are made from the file."""
        if edit.block:
            blocks = {edit.block} | {one.id for one in self.inputs.library.blocks.values() if _shows(one, edit.block)}
            return [key for key, names in self.uses.items() if names & blocks]
        own = [key for key, template in self.inputs.templates.items() if template.path == edit.file]
        if own or not edit.file.startswith("templates/blocks/"):
            return own or list(self.uses)[:1]
        call = f"{Path(edit.file).stem}("
        return [
            key for key, template in self.inputs.templates.items() if call in (self.root / template.path).read_text()
        ]

    def _callers(self, edit: Planted) -> list[Spot]:
        """The lines of templates that print a block, or call a block template: findings in a brief may be there."""
        name = f'"{edit.block}"' if edit.block else f"{Path(edit.file).stem}("
        if not edit.block and not edit.file.startswith("templates/blocks/"):
            return []
        spots = []
        for template in self.inputs.templates.values():
            lines = (self.root / template.path).read_text("utf-8").split("\n")
            spots += [Spot(template.path, at, at) for at, line in enumerate(lines, 1) if name in line]
        return spots


def _shows(drawn: object, block: str) -> bool:
    return block in getattr(getattr(drawn, "block", None), "of", ())


def _names(path: Path) -> list[str]:
    return re.findall(r'"([a-z][a-z0-9]*(?:\.[a-z0-9_-]+)+)"', path.read_text("utf-8"))
