"""A review: what files that came back propose for an edition, and what else is in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.answer import Answers
from briefs.model.brief_key import BriefKey
from briefs.model.diagnostics import Diagnostic
from briefs.model.marked_file import Revision
from briefs.model.proposal import Proposal
from briefs.model.versions import Status

FoundBy: TypeAlias = Literal["record", "identifier", "text", "named"]
"""How the edition of a file was found: by what the file carries, its identifier or its words; or somebody named it."""


@dataclass(frozen=True, slots=True)
class ReviewedEdition:
    """The edition that files were returned of. `later` is the identifier of the present edition of the brief, if that
    is another one; `sha256` is the hash of the kept Document, empty if the edition is not kept."""

    identifier: str
    report: str
    key: BriefKey
    version: str
    status: Status
    date: str
    later: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedFile:
    """A file that was read: its name without a folder, the hash of its bytes, which program saved it last, and how its
    edition was found. `revisions` says how many tracked changes it has."""

    name: str
    sha256: str
    saved_by: str
    found_by: FoundBy
    revisions: int


@dataclass(frozen=True, slots=True)
class Review:
    """All that returned `files` of one `edition` say.

    `proposals` are complete: with places, passages, and what the checks find. `together` is what the checks find only
    if several are accepted. `not_understood` are the tracked changes, each with the name of its file, that no proposal
    has. `answers` are those in clearance tables, boxes and room to write in, by file. `notes` are sentences about the
    review as a whole.
    """

    edition: ReviewedEdition
    files: tuple[ReviewedFile, ...]
    proposals: tuple[Proposal, ...] = ()
    together: tuple[Diagnostic, ...] = ()
    not_understood: tuple[tuple[str, Revision], ...] = ()
    answers: tuple[Answers, ...] = ()
    notes: tuple[str, ...] = ()
