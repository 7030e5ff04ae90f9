"""What is kept of the answers to a draft: which office decided what on which edition, in which returned file.

Names of people are not kept. Whoever wants to know who signed looks into the file, which is known by its hash.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from briefs.model.answer import Decision
from briefs.model.block_fields import Model, Text
from briefs.model.brief_key import BRIEF, BriefKey
from briefs.model.edition import Date, Name, Product
from briefs.model.written_versions import Version

Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
"""A hash, in hexadecimal digits."""


class EditionSeen(Model):
    """The edition that offices were sent."""

    identifier: Text = Field(description="what the edition is called in its files, e.g. ICMC/CGGM/MIN 0.3 draft")
    report: Text = Field(description="the report, by the name of its folder")
    audience: Name = Field(description="the audience of the brief")
    product: Product = Field(default=BRIEF, description="the product; without it, the brief itself")
    version: Version = Field(description="the version of the edition, in quotation marks")
    date: Date = Field(description="the date of the edition (YYYY-MM-DD)")

    @property
    def key(self) -> BriefKey:
        """Which document it is an edition of."""
        return BriefKey(self.audience, self.product)


class OfficeDecision(Model):
    """What an office decided. If it was not understood, somebody asks the office, and corrects `decision` here."""

    office: str = Field(description="the office, as it stands in the table")
    decision: Decision = Field(description="cleared, with comments, not cleared, or unclear")
    written: str = Field(default="", description="the decision as it was written")
    date: Date | None = Field(default=None, description="when the office decided (YYYY-MM-DD), if that is sure")
    date_written: str = Field(default="", description="the date as it was written")


class TickedBox(Model):
    """A box that was ticked."""

    unit: str = Field(default="", description="the unit, by its name; empty if it is not known")
    label: str = Field(description="what a tick means")


class FilledRoom(Model):
    """What was written into room for it."""

    unit: str = Field(default="", description="the unit, or the words of the line that was completed")
    text: str = Field(description="what was written")


class ReturnedFile(Model):
    """A returned file, and what it answers. Drafts are built more than once: `seen` says which of them it was."""

    name: str = Field(description="the name of the file, without a folder")
    sha256: Sha256 = Field(description="the hash of the file")
    seen: Sha256 | None = Field(default=None, description="the hash of the kept edition that the file is a copy of")
    offices: tuple[OfficeDecision, ...] = Field(default=(), description="the decisions in its clearance table")
    ticks: tuple[TickedBox, ...] = Field(default=(), description="the boxes that are ticked in it")
    entries: tuple[FilledRoom, ...] = Field(default=(), description="what was written into room for it")
    proposals: tuple[str, ...] = Field(default=(), description="the ids of what it proposes")


class AnswerRecord(Model):
    """`reviews/<edition>/answers.yaml`: the answers to one edition, file by file as they came in."""

    answers: Literal[1] = Field(description="the version of this format")
    edition: EditionSeen = Field(description="the edition that the answers are about")
    files: tuple[ReturnedFile, ...] = Field(default=(), description="the files that came back")
