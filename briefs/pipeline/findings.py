"""What is wrong with each of several reports. Messages name the report if the file does not show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol, TypeVar

from briefs.files.templates_folder import templates_folder
from briefs.model.diagnostics import BriefsError, Checked, Diagnostic, DocumentError, has_errors

T = TypeVar("T")
_OF_BLOCKS = ("figure-right-to-left", "figure-too-high", "off-page", "sentence-too-long", "words-lost")
"""Mistakes that are the same in every brief which prints the words that their messages quote."""
_QUOTED = re.compile(r'"([^"]*)"')


class Named(Protocol):
    """A report, or what has come of it so far: it has the name of the report."""

    @property
    def name(self) -> str:
        """The name of the report."""


N = TypeVar("N", bound=Named)


class Findings:
    """Everything wrong that was found so far, by report.

    `templates` is the folder in which reports have their own templates or share common ones; `of_project` is what is
    wrong with the project as a whole.
    """

    def __init__(self, templates: Path, of_project: Iterable[Diagnostic] = ()) -> None:
        self._templates, self._of_project = templates, tuple(of_project)
        self._found: dict[str, list[Diagnostic]] = {}

    def add(self, report: str, problems: Iterable[Diagnostic]) -> None:
        """Add what is wrong with `report`, or with briefs of it."""
        self._found.setdefault(report, []).extend(problems)

    def add_of_project(self, problems: Iterable[Diagnostic]) -> None:
        """Add what is wrong with the project as a whole, or with what its reports share."""
        self._of_project += tuple(problems)

    def value(self, report: str, checked: Checked[T]) -> T:
        """The value of `checked`; its problems are added to those of `report`."""
        self.add(report, checked.problems)
        return checked.value

    def each(self, step: Callable[[N], Checked[T]], reports: Iterable[N]) -> list[T]:
        """What `step` returns for each of `reports`; the mistakes that it finds are added.

        Raises DocumentError, with everything found so far, if `step` raises it for one of them.
        """
        values, is_complete = [], True
        for one in reports:
            try:
                values.append(self.value(one.name, step(one)))
            except DocumentError as error:
                self.add(one.name, error.diagnostics)
                is_complete = False
        if not is_complete:
            raise DocumentError(self.all())
        return values

    def has_errors(self) -> bool:
        """Whether anything found so far is an error."""
        return any(has_errors(problems) for problems in (self._of_project, *self._found.values()))

    @contextmanager
    def told_first(self) -> Iterator[None]:
        """Raise DocumentError, which carries the failure too, for a BriefsError if errors are found already."""
        try:
            yield
        except BriefsError as error:
            if self.has_errors():
                raise DocumentError(self.all(), error) from error
            raise

    def all(self) -> tuple[Diagnostic, ...]:
        """Everything found, each cause once. If a shared file is wrong only for some reports, messages name them."""
        found = list(self._found.items())
        common = set.intersection(*(set(problems) for _, problems in found)) if found else set()
        said = list(self._of_project)
        said += [problem for _, problems in found for problem in problems if problem in common]
        folders = [templates_folder(self._templates, report) for report, _ in found]
        for (report, problems), folder in zip(found, folders, strict=True):
            other = [problem for problem in problems if problem not in common]
            said += _of(report, other, folders.count(folder) > 1)
        return _each_cause_once(said)


def _each_cause_once(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """`problems` without those that only repeat another for another brief, page or sheet."""
    causes: dict[object, Diagnostic] = {}
    for problem in problems:
        quoted = tuple(_QUOTED.findall(problem.message))
        of_block = problem.code in _OF_BLOCKS and quoted
        causes.setdefault((problem.code, quoted) if of_block else problem, problem)
    return tuple(causes.values())


def _of(report: str, problems: Iterable[Diagnostic], shares: bool) -> Iterator[Diagnostic]:
    """The `problems` of one report, as they are reported together with those of others; `shares`: it shares templates.

    All blocks that a shared template asks for and the report lacks are one message: probably the template is for
    others.
    """
    in_vain: dict[str, list[Diagnostic]] = {}
    for problem in problems:
        path = problem.place.path
        if f"{path}/".startswith(f"seeds/{report}/") or (path.endswith(".md") and not shares):
            yield problem
        elif problem.code == "block-unknown":
            in_vain.setdefault(path, []).append(problem)
        else:
            yield _for(report, problem)
    for first, *others in in_vain.values():
        if others:
            message = f'{1 + len(others)} blocks that it asks for do not exist in the report "{report}"'
            hint = f"put templates for this report into templates/{report}/, or see each block with --report {report}"
            yield replace(first, message=message, hint=hint)
        else:
            yield _for(report, first)


def _for(report: str, problem: Diagnostic) -> Diagnostic:
    return replace(problem, message=f'for "{report}": {problem.message}')
