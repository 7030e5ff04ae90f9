"""What all stages but the last give: briefs with all their files, in memory, without errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefs.model.brief import Brief
from briefs.model.diagnostics import Diagnostic
from briefs.pipeline.report_files import ReportFiles


@dataclass(frozen=True, slots=True)
class FinishedWork:
    """The `briefs` of all `reports`, in order, with warnings; the `versions` of what shaped them; and the messages on
    progress that were `told` meanwhile."""

    reports: tuple[ReportFiles, ...]
    briefs: tuple[Brief, ...]
    warnings: tuple[Diagnostic, ...]
    versions: Mapping[str, str]
    told: tuple[str, ...] = ()
