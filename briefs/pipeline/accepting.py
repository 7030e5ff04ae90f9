"""Stages 1 and 2 for `briefs draw`: what has become of the passages of one report, and accepting it."""

from __future__ import annotations

from collections.abc import Set

from briefs.model.diagnostics import BriefsError, DocumentError
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Acceptance, Drift, accept_report, drift_of
from briefs.pipeline.sources import read_sources

_FATAL = ("lock-damaged", "hint-not-found")
"""Mistakes with which nothing can be accepted: it is not known what was accepted, or what the report says."""
_OTHER = ("report-changed",)
"""What says that the report is another one than blocks were drawn from."""


def drift_of_report(project: Project) -> tuple[Drift, Set[str]]:
    """What has become of the passages of a report, and the ids of its blocks.

    Raises DocumentError if the report or its lock cannot be read; BriefsError.
    """
    read = read_sources(project)
    if read.value.report is None:
        raise DocumentError(read.problems)
    library = draw_blocks(read.value).value
    drift = drift_of(read.value.seed, project.root, library)
    if fatal := [problem for problem in (*read.problems, *drift.problems) if problem.code in _FATAL]:
        raise DocumentError(fatal)
    return drift.value, library.ids | {"about"}


def accept(project: Project, named: Set[str], is_same: bool = False) -> Acceptance:
    """Accept a report as it is, and those `named` of the blocks whose passages have changed.

    Raises DocumentError if the report, its blocks or its lock cannot be read, or if it ought to be the report that
    blocks were drawn from (`is_same`) and is not; UnknownName; BriefsError.
    """
    read = read_sources(project)
    if read.value.report is None:
        raise DocumentError(read.problems)
    drawn = draw_blocks(read.value)
    drift = drift_of(read.value.seed, project.root, drawn.value)
    wrong = [*read.problems, *drawn.problems, *drift.problems]
    if fatal := [problem for problem in wrong if problem.code in (*_FATAL, *(_OTHER if is_same else ()))]:
        raise DocumentError(fatal)
    if drawn.value.unreadable:
        raise BriefsError("some blocks cannot be read, so that it is not known what they rest on", "run briefs check")
    hints = read.value.report.hints
    return accept_report(read.value.seed, drawn.value, drift.value, named, hints.sha256)
