"""What a build gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefs.model.brief import Brief
from briefs.model.diagnostics import Diagnostic
from briefs.pipeline.finished_work import FinishedWork

if TYPE_CHECKING:
    from briefs.pipeline.redlined_brief import Redlined


@dataclass(frozen=True, slots=True)
class Built:
    """What was built: finished `work`, and all warnings; the files it was made from, those written, and those found out
    of date: `stale` ones stay, `pruned` ones are gone. The work `was_kept` if it was finished before.

    `redlines` show what changed since an edition, if that was asked for; `without_redline` are lines that say which
    briefs have no such edition.
    """

    work: FinishedWork
    warnings: tuple[Diagnostic, ...]
    made_from: tuple[Path, ...]
    written: tuple[Path, ...] = ()
    stale: tuple[Path, ...] = ()
    pruned: tuple[Path, ...] = ()
    was_kept: bool = False
    redlines: tuple[Redlined, ...] = ()
    without_redline: tuple[str, ...] = ()

    @property
    def briefs(self) -> tuple[Brief, ...]:
        """All briefs, report by report."""
        return self.work.briefs
