"""What is kept of decisions on what reviewers proposed: `reviews/<edition>/decisions.yaml`.

The file is written for people to read, to correct and to commit. Authors are kept as the returned files name them: the
answer to the offices needs them.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from briefs.model.block_fields import Model, Text
from briefs.model.edition import Date
from briefs.model.proposal import ProposalKind

Outcome: TypeAlias = Literal["accepted", "rejected", "later"]
"""What was decided; `later` is asked again."""

ProposalId = Annotated[str, StringConstraints(pattern="^[0-9a-f]{6,}$")]
"""The id of a proposal, in hexadecimal digits."""


class ProposedWording(Model):
    """A wording that reviewers proposed, and where it came from."""

    text: str = Field(description="the wording; empty if they delete it")
    by: tuple[str, ...] = Field(default=(), description="the authors, as the files name them")
    files: tuple[str, ...] = Field(default=(), description="the names of the returned files")
    leaves_out: bool = Field(default=False, description="whether they delete the whole unit, row or line")


class ReplyKept(Model):
    """A reply to a comment."""

    text: str = Field(description="what it says")
    by: str = Field(default="", description="who wrote it, as the file names them")


class PassageKept(Model):
    """A passage of the report that a wording was held against."""

    label: str = Field(description="where it is in the report, as briefs print it")
    text: str = Field(description="what it says")


class RemarkKept(Model):
    """A comment on the wording, with the replies to it."""

    text: str = Field(description="what it says")
    by: str = Field(default="", description="who wrote it, as the file names them")
    file: str = Field(default="", description="the name of the returned file")
    resolved: bool = Field(default=False, description="whether the thread is resolved")
    replies: tuple[ReplyKept, ...] = Field(default=(), description="the replies, in order")


class DecidedProposal(Model):
    """A proposal and what was decided on it."""

    id: ProposalId = Field(description="the id of the proposal, as `briefs review --list` gives it")
    decision: Outcome = Field(description="accepted, rejected, or later")
    kind: ProposalKind = Field(description="what kind of proposal it is")
    about: Text = Field(description="what it is about, e.g. Para 3")
    key: str = Field(default="", description="the place in the brief, the same in each edition")
    form: str = Field(default="", description="the form of the block that says the wording")
    moved_after: str = Field(default="", description="the place behind which a unit was moved")
    path: str = Field(default="", description="the file of the project that says it")
    before: str = Field(default="", description="the wording as it was sent")
    proposed: tuple[ProposedWording, ...] = Field(default=(), description="what reviewers made of it")
    comments: tuple[RemarkKept, ...] = Field(default=(), description="the comments on it")
    wording: str | None = Field(default=None, description="the wording that was accepted, also if it was edited")
    edited: bool = Field(default=False, description="whether the accepted wording is none of those proposed")
    noted: bool = Field(default=False, description="whether nothing was written: it is done by hand, or needs nothing")
    reason: str = Field(default="", description="why it was decided so")
    findings: tuple[str, ...] = Field(default=(), description="what the checks said of what was not accepted")
    passages: tuple[PassageKept, ...] = Field(default=(), description="what the report says there, if they said so")
    date: Date | None = Field(default=None, description="when it was decided (YYYY-MM-DD), if that was said")


class DecisionRecord(Model):
    """`reviews/<edition>/decisions.yaml`: the decisions on what reviewers of one edition proposed."""

    decisions: Literal[1] = Field(description="the version of this format")
    edition: Text = Field(description="the identifier of the edition that was sent")
    report: Text = Field(description="the report, by the name of its folder")
    proposals: tuple[DecidedProposal, ...] = Field(default=(), description="the decisions, in the order of the brief")

    def decided(self) -> dict[str, DecidedProposal]:
        """The decisions by the id of the proposal; the last one counts."""
        return {one.id: one for one in self.proposals}
