"""What a build is asked for: which project, which briefs, in which formats, as which edition, and where to write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

from briefs.model.brief import FORMATS, Format
from briefs.model.diagnostics import BriefsError, nearest
from briefs.model.edition import Edition, House
from briefs.model.sheet import USUAL, Sheet
from briefs.model.versions import Status

Progress: TypeAlias = Callable[[str], None]
"""A function that receives messages about progress."""


def silent(message: str) -> None:
    """Ignore progress messages."""


class UnknownName(Exception):
    """An order has audiences or products, `names`, that no report of the project has; `known` are those that exist.

    `of` says which of the two. If the order has products that exist, but for none of its audiences, `audiences` are
    these.
    """

    def __init__(
        self,
        of: Literal["audience", "product"],
        names: Sequence[str],
        known: Sequence[str],
        audiences: Sequence[str] = (),
    ) -> None:
        super().__init__(f"unknown {of} {', '.join(map(repr, names))}")
        self.of, self.names, self.known, self.audiences = of, tuple(names), tuple(known), tuple(audiences)


@dataclass(frozen=True, slots=True)
class Project:
    """A project: `root` holds `seeds/` and `templates/`; `report` names one folder in `seeds/`, or is None."""

    root: Path
    report: str | None = None

    @property
    def name(self) -> str:
        """The name of the report: that of its folder. Raises BriefsError when it is not clear which."""
        return self.seed().name

    @property
    def templates(self) -> Path:
        """The folder of the templates."""
        return self.root / "templates"

    @property
    def seeds(self) -> Path:
        """The folder of the reports, each in a folder of its own."""
        return self.root / "seeds"

    def reports(self) -> list[str]:
        """The names of all reports, in order."""
        return sorted(path.parent.name for path in self.seeds.glob("*/report.yaml"))

    def seed(self) -> Path:
        """The folder of the report. Raises BriefsError if it does not exist or is not clear."""
        seeds, reports = self.seeds, self.reports()
        if self.report is not None:
            if self.report not in (folder.name for folder in seeds.glob("*/")):
                raise BriefsError(f'no report "{self.report}" in {seeds}', nearest(self.report, reports))
            return seeds / self.report
        if len(reports) == 1:
            return seeds / reports[0]
        if not reports:
            hint = "name the project folder with --project: the one that holds seeds/<report>/report.yaml"
            raise BriefsError(f"no report in {seeds}", hint)
        raise BriefsError(f"{seeds} has several reports: {', '.join(reports)}", "choose one with --report")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built.

    Without `audiences`, briefs for all of them are built; without `products`, all that they have. `sheet` is for PDF
    and Word: HTML follows the reader's window. `output` is the folder to write to; without one, nothing is written. The
    last build in `remembered_from`, or else in `output`, says what to leave out. With `strict`, warnings count as
    errors. An order that `prunes` removes files of the folder that are out of date. With `in_parallel`, two processes
    share the work where that is safe; the result is the same.
    """

    project: Project
    audiences: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    formats: tuple[Format, ...] = FORMATS
    status: Status = "draft"
    version: str | None = None
    date: datetime.date | None = None
    sheet: Sheet = USUAL
    output: Path | None = None
    remembered_from: Path | None = None
    strict: bool = False
    prunes: bool = False
    in_parallel: bool = False

    def editions(self, house: House) -> tuple[Edition, ...]:
        """The editions that this order would build as drafts and as cleared ones: they have the same selection."""
        return self.edition(house, "draft"), self.edition(house, "cleared")

    def edition(self, house: House, status: Status | None = None) -> Edition:
        """The edition to build, or the same with another `status`; what the order leaves open comes from the house."""
        status = status or self.status
        return Edition(status, self.version or house.version.of(status), self.date or house.date)
