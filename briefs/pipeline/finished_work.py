"""What all stages but the last give: briefs with all their files, in memory, without errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefs.model.brief import Brief
from briefs.model.diagnostics import Diagnostic
from briefs.pipeline.report_files import ReportFiles

if TYPE_CHECKING:
    from briefs.files.surroundings import State


@dataclass(frozen=True, slots=True)
class FinishedWork:
    """The `briefs` of all `reports`, in order, with warnings; the `versions` of what shaped them; and the messages on
    progress that were `told` meanwhile; and if another process finished it, the states of its shared `libraries`."""

    reports: tuple[ReportFiles, ...]
    briefs: tuple[Brief, ...]
    warnings: tuple[Diagnostic, ...]
    versions: Mapping[str, str]
    told: tuple[str, ...] = ()
    libraries: Mapping[str, State] = field(default_factory=dict, compare=False)
