"""What one returned file suggests for one wording, before the files of all reviewers are put together."""

from __future__ import annotations

from dataclasses import dataclass

from briefs.model.marked_file import Thread
from briefs.model.proposal import ProposalKind, Reviewed
from briefs.review.word_edits import Edit


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What becomes of one wording in one file; see `briefs.model.proposal.Proposal` for most of its fields.

    `order` is the place of its paragraph in the edition, and 1 for what stands behind it; `number` is that of the piece
    of the paragraph. `edits` are in `before`; `after` is what they make of it.
    """

    kind: ProposalKind
    key: str
    label: str
    before: str
    after: str
    reviewed: Reviewed
    order: tuple[int, int]
    edits: tuple[Edit, ...] = ()
    form: str = ""
    number: int = 0
    unit: str = ""
    tag: str = ""
    threads: tuple[Thread, ...] = ()
    moved_after: str = ""
    moved_behind: str = ""
    obstacle: str = ""
    offer: str = ""
