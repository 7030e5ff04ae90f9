"""What an audit tells of a report: its blocks by audience, its gaps, its figures, and each of its briefs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefs.model.brief_key import BriefKey
from briefs.model.document import Document
from briefs.model.fit import Fate

Becomes: TypeAlias = Literal["printed", "left out", "excluded", "not asked for"]
"""What becomes of a block for an audience: "excluded" is `never`; what is "not asked for", no template prints."""


@dataclass(frozen=True, slots=True)
class FittedBrief:
    """A brief as it would be cleared: its `document`, the `fates` of its units, its pages and how many it may have.

    `template` is the path of its template.
    """

    key: BriefKey
    document: Document
    fates: tuple[Fate, ...]
    pages: int
    budget: int
    template: str


@dataclass(frozen=True, slots=True)
class Printing:
    """Where a block is printed: in which product, in which of its forms, and in the unit with which running number."""

    product: str
    forms: tuple[str, ...]
    number: int | None


@dataclass(frozen=True, slots=True)
class BlockFate:
    """What becomes of a block for one audience; `reason` says why, if it is left out."""

    audience: str
    fate: Becomes
    priority: str
    printings: tuple[Printing, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block, where it is written, what it says in short, and what becomes of it for each audience."""

    block: str
    kind: str
    place: str
    text: str
    fates: tuple[BlockFate, ...]

    @property
    def reaches(self) -> tuple[str, ...]:
        """The audiences that it is printed for."""
        return tuple(one.audience for one in self.fates if one.fate == "printed")


@dataclass(frozen=True, slots=True)
class UnreachedPoint:
    """A point of the executive summary that no brief prints; and printed blocks that rest on its passage."""

    row: BlockRow
    carried_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that an audience lacks: a block that is a must, or a kind that others have; `what` is its name."""

    audience: str
    sort: Literal["must", "kind"]
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A number as a report states it, and where: report, label, lines."""

    text: str
    report: str
    label: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DifferingFigures:
    """Different numbers of the same thing, `noun`."""

    noun: str
    stated: tuple[StatedFigure, ...]


@dataclass(frozen=True, slots=True)
class UsedStrength:
    """How many held a view, in the report's words, with its level and the blocks of a brief that say so."""

    words: str
    level: int | None
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedConflict:
    """A point where the report contradicts itself, what briefs print, and the blocks of a brief that touch it."""

    conflict: str
    point: str
    printed: str
    blocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WiderForm:
    """A block whose wording says more than its passage, with the reason, and the audiences that it is printed for."""

    block: str
    place: str
    reason: str
    audiences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionReading:
    """How long a section is and how hard to read: its words, seconds to read them, and Flesch reading ease.

    `ease` is None where there is no formula for the language, or too little text.
    """

    heading: str
    words: int
    seconds: int
    ease: float | None


@dataclass(frozen=True, slots=True)
class BriefAudit:
    """A brief: its pages of how many, and what is told of it."""

    key: BriefKey
    pages: int
    budget: int
    reading: SectionReading
    sections: tuple[SectionReading, ...]
    strengths: tuple[UsedStrength, ...]
    conflicts: tuple[PrintedConflict, ...]


@dataclass(frozen=True, slots=True)
class Shade:
    """A piece of a paragraph of the report, and the audiences whose briefs rest on it."""

    text: str
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShadedNode:
    """A heading of the report (`level` 1 to 6), or a paragraph or row of a table (0), in pieces."""

    level: int
    label: str
    shades: tuple[Shade, ...]


@dataclass(frozen=True, slots=True)
class ReportAudit:
    """What is told of a report. `covered` is the share of its words that briefs rest on, by audience and in all."""

    report: str
    title: str
    language: str
    audiences: tuple[str, ...]
    rows: tuple[BlockRow, ...]
    unreached: tuple[UnreachedPoint, ...]
    gaps: tuple[Gap, ...]
    figures: tuple[DifferingFigures, ...]
    briefs: tuple[BriefAudit, ...]
    wider: tuple[WiderForm, ...]
    covered: dict[str, float] = field(default_factory=dict)
    coverage: tuple[ShadedNode, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """The audit of a project: each report, and figures that differ between reports."""

    reports: tuple[ReportAudit, ...]
    figures: tuple[DifferingFigures, ...] = ()
