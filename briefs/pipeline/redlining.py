"""Redlines: what is different between two editions of a brief, in files for those who read the next one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefs.files.made_folder import make_folder
from briefs.files.whole_files import write_whole
from briefs.model.brief import Brief
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import BriefsError, Checked, DocumentError
from briefs.model.document import Document
from briefs.model.formats import FORMATS, Format
from briefs.model.redlined import Redline
from briefs.model.sheet import USUAL, Sheet
from briefs.model.versions import Status
from briefs.pipeline.built import Built
from briefs.pipeline.kept_library import kept_library
from briefs.pipeline.marked_returns import marked_return
from briefs.pipeline.order import Order, Progress, Project, silent
from briefs.pipeline.redline_editions import (
    ANY,
    Choice,
    NamedEdition,
    editions_called,
    named_edition,
    no_edition,
    read_named,
)
from briefs.pipeline.redline_files import (
    FOLDER,
    RedlineLook,
    house_mark,
    redline_files,
    redline_look,
    since,
)
from briefs.pipeline.redlined_brief import Redlined
from briefs.redline.comparing import redline


@dataclass(frozen=True, slots=True)
class RedlineOrder:
    """Which editions are to be compared: `old` and `new` as somebody names them; without `new`, the build of today.

    `build` is the folder with kept editions, `choice` says which of several are meant. `status`, `version` and `date`
    are those of the build of today. If it `keeps_marks`, changes that reviewers marked in `old` stay theirs; `moves`
    says that what moved is to be marked as moved. `output` is the folder to write to.
    """

    project: Project
    build: Path
    output: Path
    old: str
    new: str | None = None
    choice: Choice = ANY
    formats: tuple[Format, ...] = FORMATS
    status: Status = "draft"
    version: str | None = None
    date: datetime.date | None = None
    sheet: Sheet = USUAL
    keeps_marks: bool = False
    moves: bool = False


@dataclass(frozen=True, slots=True)
class OldEditions:
    """The editions that a build is compared with, by report and brief; `name` is what somebody called them.

    `missing` says why a brief has none.
    """

    name: str
    found: dict[tuple[str, BriefKey], NamedEdition] = field(default_factory=dict)
    missing: dict[tuple[str, BriefKey], str] = field(default_factory=dict)

    def lines(self, briefs: Sequence[Brief]) -> tuple[str, ...]:
        """A line for each of `briefs` that has no such edition."""
        none = f'no edition called "{self.name}" is kept of it'
        keys = [(brief.report, brief.key) for brief in briefs]
        return tuple(
            f"{key}: {self.missing.get((report, key), none)}" for report, key in keys if (report, key) not in self.found
        )


def make_redline(order: RedlineOrder, progress: Progress = silent) -> Redlined:
    """Compare the editions of `order`, and write files that show what is different.

    Raises BriefsError, in one line, if an edition is not known, if they are editions of different briefs, or if
    reviewers marked changes in the old one and their marks are not to be kept; UnknownName; DocumentError for mistakes
    in what the build of today is made from.
    """
    progress("looking for the editions")
    old = named_edition(order.old, order.build, order.choice, order.project.root)
    if old.returned is not None and not order.keeps_marks:
        identifier = old.document.properties.identifier
        raise BriefsError(
            f"{old.returned} is not as it was sent: a redline would hide what others have changed in it",
            f"--keep-marks keeps their marks; to compare what was sent: briefs redline '{identifier}'",
        )
    left: tuple[str, ...] = ()
    if old.returned is not None:
        marked = marked_return(old.returned, old.document, progress)
        old, left = replace(old, document=marked.document), marked.left
    checked = _new(order, old, progress)
    new = checked.value
    if old.brief != new.brief:
        was, now = (one.document.properties.identifier for one in (old, new))
        raise BriefsError(f"{was} and {now} are not editions of one brief", "name two editions of the same brief")
    look = redline_look(order.project, new.report, order.sheet)
    progress("comparing")
    made = _compared(old, new.document, order.moves)
    files = _written(made, new.report, order.formats, look, order.output, progress)
    return Redlined(new.report, made, since(made.old, made.new), files, checked.problems, left)


def build_since(order: Order, name: str, progress: Progress = silent) -> Built:
    """Build what `order` asks for, and show what changed since the editions called `name`, in files beside the build.

    Raises the same as `build`, and BriefsError if no edition is called so.
    """
    from briefs.pipeline.build import build

    old = old_editions(name, order)
    built = build(order, progress)
    redlines = redlines_of(built.briefs, old, order, progress)
    return replace(built, redlines=redlines, without_redline=old.lines(built.briefs))


def old_editions(name: str, order: Order) -> OldEditions:
    """The editions called `name` of the briefs in the folder of `order`, each read before a build replaces it.

    Raises BriefsError if there is none at all, and UnknownName.
    """
    assert order.output is not None, "nothing is compared with a build that is only in memory"
    library, old = kept_library(order.output, order.project.root), OldEditions(name)
    choice = Choice(order.project.report, order.audiences, order.products)
    called = editions_called(name, library, choice)
    if not called:
        raise no_edition(name, library, choice)
    of_briefs: dict[tuple[str, BriefKey], list[NamedEdition]] = {}
    for edition in called:
        of_briefs.setdefault(edition.brief, []).append(read_named(edition, library))
    for brief, editions in of_briefs.items():
        if len(editions) == 1:
            old.found[brief] = editions[0]
        else:
            named = ", ".join(one.document.properties.identifier for one in editions)
            old.missing[brief] = f'"{name}" means several editions of it: {named}'
    return old


def redlines_of(
    briefs: Sequence[Brief], old: OldEditions, order: Order, progress: Progress = silent
) -> tuple[Redlined, ...]:
    """The redlines of `briefs`, which `order` built, against their `old` editions, written beside them."""
    assert order.output is not None
    looks: dict[str, RedlineLook] = {}
    made = []
    for brief in briefs:
        if (before := old.found.get((brief.report, brief.key))) is None:
            continue
        look = looks.setdefault(brief.report, redline_look(order.project, brief.report, order.sheet))
        progress(f"{brief.key}: comparing")
        compared = _compared(before, brief.document, moves=False)
        files = _written(compared, brief.report, order.formats, look, order.output / FOLDER, progress)
        made.append(Redlined(brief.report, compared, since(compared.old, compared.new), files))
    return tuple(made)


def _compared(old: NamedEdition, new: Document, moves: bool) -> Redline:
    """`new` against `old`, with marks of the house."""
    return redline(old.document, new, house_mark(new), moves=moves)


def _new(order: RedlineOrder, old: NamedEdition, progress: Progress) -> Checked[NamedEdition]:
    if order.new is None:
        return _of_today(order, old, progress)
    new = named_edition(order.new, order.build, order.choice, order.project.root)
    if new.returned is not None:
        raise BriefsError(
            f"{new.returned} is not as it was sent, so it is no edition to compare with",
            f"name the edition, as in '{new.document.properties.identifier}'; "
            "`briefs review` reads what others have changed",
        )
    return Checked(new)


def _of_today(order: RedlineOrder, old: NamedEdition, progress: Progress) -> Checked[NamedEdition]:
    """The brief of `old` as it would be built today, and what is doubtful about it; nothing is written."""
    from briefs.pipeline.stages import work_through

    today = Order(
        project=replace(order.project, report=old.report),
        audiences=(old.document.audience,),
        products=(old.document.product,),
        formats=(),
        status=order.status,
        version=order.version,
        date=order.date,
        sheet=order.sheet,
        remembered_from=order.build,
    )
    if (worked := work_through(today, progress)).has_errors:
        raise DocumentError(worked.problems)
    _, briefs = worked.value
    [brief] = [one for one in briefs if one is not None]
    return Checked(NamedEdition(brief.report, brief.document), worked.problems)


def _written(
    made: Redline, report: str, formats: Sequence[Format], look: RedlineLook, folder: Path, progress: Progress
) -> tuple[Path, ...]:
    """The files of a redline, of which none is written unless all can be. Raises BriefsError."""
    files = dict(redline_files(made, report, formats, look, progress))
    try:
        make_folder(folder)
    except OSError as error:
        raise BriefsError(f"cannot write {folder}: {error.strerror}", "name another folder with --output") from error
    for name, content in files.items():
        write_whole(folder / name, content)
    return tuple(folder / name for name in files)
