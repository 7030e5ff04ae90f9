"""What a build is asked for: which project, which briefs, in which formats, as which edition, and where to write."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefs.files.file_walk import is_utf_8
from briefs.files.listing import entries_in
from briefs.model.diagnostics import BriefsError
from briefs.model.formats import FORMATS, Format
from briefs.model.limits import MOST_REPORTS
from briefs.model.present_step import doing
from briefs.model.sheet import USUAL, Sheet
from briefs.model.unknown_name import UnknownName
from briefs.model.versions import Edition, Status

if TYPE_CHECKING:
    from briefs.check.kept_findings import KeptFindings
    from briefs.model.edition import House

Progress: TypeAlias = Callable[[str], None]
"""A function that receives messages about progress."""


def silent(message: str) -> None:
    """Tell progress messages to nobody but whoever watches over the program."""
    doing(message)


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy of a project has from the original at `root`: what checks `found` there in each folder, and then in
    the copy, whatever was tried in it."""

    root: Path
    found: dict[Path, KeptFindings] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """A project: `root` holds `seeds/` and `templates/`; `report` names one folder in `seeds/`, or is None.

    If it is a copy of another project, in which changes are tried, `copied` says of which.
    """

    root: Path
    report: str | None = None
    copied: Copied | None = None

    @property
    def name(self) -> str:
        """The name of the report: that of its folder. Raises the same as `seed`."""
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
        """The names of all reports, in order. Raises BriefsError if there are more than are read."""
        return [folder.name for folder in self.folders() if (folder / "report.yaml").exists()]

    def folders(self) -> list[Path]:
        """The folders in `seeds/` that are not hidden, in order.

        Raises BriefsError if there are more than are read, or if one has a name that cannot be printed.
        """
        found = [path for path in entries_in(self.seeds) if path.is_dir()]
        if len(found) > MOST_REPORTS:
            hint = "move those that are finished into another project"
            raise BriefsError(f"{self.seeds} has more than {MOST_REPORTS} reports, and no more are read", hint)
        if odd := [path.name for path in found if not is_utf_8(path.name)]:
            name = odd[0].encode("utf-8", "backslashreplace").decode()
            raise BriefsError(
                f"the name of {self.seeds / name} is not UTF-8, and cannot be printed", "rename the folder"
            )
        return found

    def seed(self) -> Path:
        """The folder of the report.

        Raises UnknownName if there is none of its name, and BriefsError if there is none at all or it is not clear
        which.
        """
        seeds, reports = self.seeds, self.reports()
        if self.report is not None and self.report in (folder.name for folder in self.folders()):
            return seeds / self.report
        if not reports:
            hint = "name the project folder with --project: the one that holds seeds/<report>/report.yaml"
            raise BriefsError(f"no report in {seeds}", hint)
        if self.report is not None:
            raise UnknownName("report", [self.report], reports)
        if len(reports) == 1:
            return seeds / reports[0]
        raise BriefsError(f"{seeds} has several reports: {', '.join(reports)}", "choose one with --report")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built.

    Without `audiences`, briefs for all of them are built; without `products`, all that they have. `sheet` is for PDF
    and Word: HTML follows the reader's window. `output` is the folder to write to; without one, nothing is written. The
    last build in `remembered_from`, or else in `output`, says what to leave out. With `strict`, warnings count as
    errors. An order that `prunes` removes files of the folder that are out of date. With `in_parallel`, two processes
    share the work where that is safe; the result is the same. With `uses_cache`, what other processes have made of
    the same may be taken from the user's cache, and what is made now is kept there. `hashed` are the hashes, by path,
    of everything that is read, taken before it is: with them, a whole build may be taken.
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
    uses_cache: bool = False
    hashed: Mapping[str, str] | None = field(default=None, compare=False, repr=False)

    def editions(self, house: House) -> tuple[Edition, ...]:
        """The editions that this order would build as drafts and as cleared ones: they have the same selection."""
        return self.edition(house, "draft"), self.edition(house, "cleared")

    def edition(self, house: House, status: Status | None = None) -> Edition:
        """The edition to build, or the same with another `status`; what the order leaves open comes from the house."""
        status = status or self.status
        return Edition(status, self.version or house.version.of(status), self.date or house.date)
