"""What has become of the passages of blocks: in the report as it is, or in another edition of it, in any format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from briefs.drift.acceptance import accepted
from briefs.drift.passage_changes import passage_changes
from briefs.model.diagnostics import Diagnostic, DocumentError
from briefs.model.library import Library
from briefs.pipeline.inputs import draw_blocks
from briefs.pipeline.order import Project
from briefs.pipeline.report_drift import Drift, drift_of
from briefs.pipeline.sources import Sources, read_sources
from briefs.report.readers import read_edition


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """What has become of all passages in the report at `path`, and what is wrong with how that was read."""

    drift: Drift
    path: str
    problems: tuple[Diagnostic, ...] = ()


def report_diff(project: Project, new: Path | None = None) -> ReportDiff:
    """Compare the report of `project` with what was accepted; or the edition `new` with that, or else with the report.

    Raises DocumentError if one of them cannot be read, or if the lock cannot; BriefsError.
    """
    read = read_sources(project)
    sources = read.value
    if sources.report is None:
        raise DocumentError(read.problems)
    library = draw_blocks(sources).value
    drift = drift_of(sources.seed, project.root, library)
    if fatal := [problem for problem in drift.problems if problem.code == "lock-damaged"]:
        raise DocumentError(fatal)
    if new is None:
        unread = tuple(problem for problem in read.problems if problem.code == "hint-not-found")
        return ReportDiff(drift.value, library.report.path, unread)
    return _with_edition(sources, library, drift.value, new)


def _with_edition(sources: Sources, library: Library, drift: Drift, new: Path) -> ReportDiff:
    """What becomes of passages in another edition, whose headings `report.yaml` may know by other names."""
    assert sources.report is not None, "it was read"
    read = read_edition(new, sources.report.file, sources.project.root)
    lock = accepted(library, None, [])
    if drift.lock is not None:  # with the passages that were drawn since
        since = [one for one in lock.passages if (one.block, one.field) not in drift.lock.by_field]
        lock = replace(drift.lock, passages=(*drift.lock.passages, *since))
    now = replace(sources, report=replace(sources.report, report=read.value))
    changes = tuple(passage_changes(lock, draw_blocks(now).value))
    has_changed = read.value.sha256 != lock.sha256
    return ReportDiff(
        replace(drift, lock=lock, changes=changes, has_changed=has_changed), read.value.path, read.problems
    )
