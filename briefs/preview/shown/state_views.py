"""What the page must know at once: all briefs, how they fit, and everything that is wrong."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from briefs.model.document import Weight
    from briefs.model.versions import Status


SheetName: TypeAlias = Literal["a4", "letter", "a4-large", "letter-large"]
"""Paper, and whether in large print."""


def json_of(view: Any) -> dict[str, Any]:
    """A view as JSON: names of fields as they are here."""
    value: dict[str, Any] = asdict(view)
    return value


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a file of the project: `path` relative to it, `line` from 1 (0: as a whole), `within` for people if
    lines are none that they see; `href` opens it in the editor, and is empty if no editor is set."""

    path: str
    line: int = 0
    within: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A diagnostic, with the ids of the briefs that it is of: an error keeps them from being built (empty: it is of no
    brief, or of all)."""

    severity: Literal["error", "warning"]
    code: str
    message: str
    hint: str
    link: Link
    block: str = ""
    briefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """An edition of a brief as it can be looked at."""

    brief: str
    status: Status = "draft"
    sheet: SheetName = "a4"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A unit that is left out or shortened, in the order in which units are left out (first: the first to go)."""

    unit: str
    blocks: tuple[str, ...]
    section: str
    text: str
    weight: Weight
    fate: Literal["left out", "shortened"]
    reason: str
    lines: float
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Budget:
    """How a brief fits: `pages` of at most `most`; `fill` is the used share (0 to 1) of the last page; `words` of at
    most `most_words` (None: no limit). `fits` is whether it does; a trial may fail."""

    pages: int
    most: int
    fill: float
    words: int
    most_words: int | None
    left_out: tuple[LeftOut, ...] = ()
    fits: bool = True
    explained: str = ""


@dataclass(frozen=True, slots=True)
class BriefState:
    """A brief in the list. `version` names what would be shown, and changes with it; empty as long as nothing can be
    shown. If it is not `is_current`, what is shown is the last good state: it is being built, or has errors; if it was
    never built (`is_built`), this is a first look at it, unchecked, and cut as the last build cut it."""

    id: str
    report: str
    audience: str
    product: str
    title: str
    version: str
    is_current: bool
    budget: Budget | None = None
    is_built: bool = True


@dataclass(frozen=True, slots=True)
class ReportState:
    """A report: `version` changes with its text or with what uses it."""

    name: str
    title: str
    version: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything that the page must know at once. `generation` rises with each; `building` says what is being done, and
    is empty when all is done. `failure` is what keeps everything from being built, if it is no mistake in a document.
    `proposals` counts those of reviews that are open."""

    generation: int
    project: str
    building: str
    reports: tuple[ReportState, ...]
    briefs: tuple[BriefState, ...]
    problems: tuple[Problem, ...]
    failure: str = ""
    proposals: int = 0


@dataclass(frozen=True, slots=True)
class Written:
    """What a build has `written`, as paths in the project: nothing if one of the `problems` is an error."""

    written: tuple[str, ...]
    problems: tuple[Problem, ...]
