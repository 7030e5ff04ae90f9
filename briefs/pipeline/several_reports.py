"""What is said of several reports at once: which of them is meant, where the file does not tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from briefs.compose.template_files import templates_folder
from briefs.model.diagnostics import Diagnostic, DocumentError

Found: TypeAlias = tuple[str, Sequence[Diagnostic]]
"""The name of a report, and what was found when it was read or its briefs were built."""


def raise_errors(found: Sequence[Found], templates: Path) -> None:
    """Raise DocumentError with everything `found` if any of it is an error."""
    if any(problem.severity == "error" for _, problems in found for problem in problems):
        raise DocumentError(named(found, templates))


def named(found: Sequence[Found], templates: Path) -> list[Diagnostic]:
    """All that was `found`, once; what holds for some of the reports only, in a file of several, says for which.

    `templates` is the folder in which reports have templates of their own or share those of all.
    """
    common = set.intersection(*(set(problems) for _, problems in found)) if found else set()
    said = [problem for _, problems in found for problem in problems if problem in common]
    folders = [templates_folder(templates, report) for report, _ in found]
    for (report, problems), folder in zip(found, folders, strict=True):
        other = [problem for problem in problems if problem not in common]
        said += _of(report, other, folders.count(folder) > 1)
    return list(dict.fromkeys(said))


def _of(report: str, problems: Iterable[Diagnostic], shares: bool) -> Iterator[Diagnostic]:
    """`problems` of one report, which `shares` its templates or not, as they are told beside those of others.

    Blocks that a shared template asks for in vain are told at once: most likely it was not meant for the report.
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
            message = f'{1 + len(others)} blocks that it asks for are not among those of "{report}"'
            hint = f"put templates of its own into templates/{report}/; with --report {report} every block is named"
            yield replace(first, message=message, hint=hint)
        else:
            yield _for(report, first)


def _for(report: str, problem: Diagnostic) -> Diagnostic:
    return replace(problem, message=f'for "{report}": {problem.message}')
