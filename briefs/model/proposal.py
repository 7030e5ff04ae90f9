"""What reviewers propose: one proposal for each wording of a brief that a returned file changes or comments on."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.model.diagnostics import Diagnostic, Place
from briefs.model.mark import Mark
from briefs.model.marked_file import Span, Thread

ProposalKind: TypeAlias = Literal[
    "reword",  # other words for a form, a heading, a caption, a line of the masthead …
    "delete",  # leave a unit out
    "move",  # print a unit elsewhere
    "new",  # text that has no block
    "split",  # one paragraph made into several
    "merge",  # several paragraphs made into one
    "tag",  # source tags changed: never applied
    "format",  # only the look changed: never applied
    "comment",  # nothing but comments
    "answer",  # a box ticked, room filled in, the clearance table
]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Who proposes a wording: the file, the authors and dates of the tracked changes; empty if it was not tracked.

    `spans` are the words with their marks, from base to final. `revisions` are the tracked changes of the file that it
    is, as indices into those of the file: each is in one proposal only.
    """

    file: str
    marks: tuple[Mark, ...] = ()
    is_tracked: bool = True
    spans: tuple[Span, ...] = ()
    revisions: tuple[int, ...] = ()

    @property
    def by(self) -> str:
        """Who it was, as far as the file says: authors, or else the name of the file."""
        return ", ".join(dict.fromkeys(mark.author for mark in self.marks if mark.author)) or self.file


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording that one or more reviewers propose in place of the sent one; empty if they delete it.

    It `leaves_out` the whole unit if that is what they delete. `findings` are what the checks of a build say of it;
    `writes` are what would be written where.
    """

    text: str
    reviewed: tuple[Reviewed, ...]
    writes: tuple[Write, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    leaves_out: bool = False


@dataclass(frozen=True, slots=True)
class Write:
    """A change of a file of the project: the value at `location` (keys and indices, as in YAML; empty for a template,
    where `before` stands on the line) becomes `after`. `form` names the wording for people."""

    path: str
    location: tuple[str | int, ...]
    line: int
    before: str
    after: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A passage of the report: its printed label, its address, and its words, which are the characters from `start` to
    `end` of the clean text of that node. `anchor` names them, if a block is to be drawn from them."""

    label: str
    address: str
    text: str
    anchor: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Proposal:
    """What becomes of one wording. `key` is that of the sent paragraph (`SentParagraph.key`), `form` that of the form.

    `label` says for people what it is ("Para 3", "Heading “Timing”"); `place` is where it is written. `before` is the
    wording as sent, `variants` are what reviewers made of it: several are a conflict. `threads` are all comments on it.
    `sources` are the passages that it rests on or, for new text, the nearest ones. `obstacle` says why it cannot be
    accepted as it is, `offer` what can be done instead; both are whole sentences, or empty. `block` is a block for new
    text in YAML, ready to be pasted into a file of blocks. What is moved or new stands behind the paragraph with the
    key `moved_after`, which people call `moved_behind`; at the beginning, both are empty. `commented` are files with
    comments on it that change nothing: LibreOffice tracks that a comment was inserted.
    """

    id: str
    kind: ProposalKind
    key: str
    label: str
    before: str
    variants: tuple[Variant, ...] = ()
    form: str = ""
    unit: str = ""
    tag: str = ""
    place: Place | None = None
    threads: tuple[tuple[str, Thread], ...] = ()
    sources: tuple[Source, ...] = ()
    obstacle: str = ""
    offer: str = ""
    moved_after: str = ""
    moved_behind: str = ""
    commented: tuple[Reviewed, ...] = ()
    block: str = ""

    @property
    def is_conflict(self) -> bool:
        """Whether reviewers propose different wordings."""
        return len(self.variants) > 1


def proposal_id(edition: str, kind: ProposalKind, key: str, form: str, before: str, variants: Iterable[str]) -> str:
    """A short name of a proposal, the same whenever the same is proposed for the same edition (six hex digits)."""
    parts = "\0".join((edition, kind, key, form, before, *sorted(variants)))
    return hashlib.sha256(parts.encode()).hexdigest()[:6]
