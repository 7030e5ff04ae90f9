"""What the workshop knows in one round."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefs.model.diagnostics import Diagnostic
from briefs.pipeline.brief_job import Job


@dataclass
class Round:
    """What is known in one round: what is wrong with the project, with each report, and with each brief by id; and the
    briefs to be made, by id. Of those that are `looked_at`, the first look did not wait for all checks. It `renders` if
    nothing is wrong but with briefs, and `is_settled` once all of them are.

    What only shows once all formats are written is by itself: of reports in `of_looks`, of briefs in `of_files`.
    """

    of_project: tuple[Diagnostic, ...] = ()
    of_reports: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    of_looks: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    of_briefs: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    of_files: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    jobs: dict[str, Job] = field(default_factory=dict)
    looked_at: set[str] = field(default_factory=set)
    renders: bool = False
    is_settled: bool = False
