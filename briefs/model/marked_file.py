"""A Word file with its tracked changes and comments, as read: nothing accepted, nothing rejected, nothing dropped.

Each paragraph has three texts: *kept*, which is what was sent and stands in the edition; *base*, with all changes
rejected; and *final*, with all accepted. The last two are read here. Where base differs from kept, somebody changed the
text without tracking; where final differs from base, the change is tracked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from briefs.model.mark import Mark
from briefs.model.sent_text import SentParagraph

Story: TypeAlias = Literal["body", "notes", "running", "box"]
"""Where a paragraph stands: in the body, in a footnote or endnote, in a header or footer, in a text box."""

Follower: TypeAlias = Literal["paragraph", "table", "end"]
"""What comes after a paragraph in its body, cell, note or box: only with a paragraph can it be joined."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a paragraph with the same marks; tabs are `\\t`, line breaks `\\n`, note marks and boxes nothing.

    A span may be inserted by one person and deleted by another. It `is_moved` if these are the halves of a move.
    `revisions` are the tracked changes that it is part of, as indices into those of the file; `threads` are the ids of
    the comments on it. It `is_cited` if a program computed it: the number of what stands elsewhere.
    """

    text: str
    inserted: Mark | None = None
    deleted: Mark | None = None
    is_moved: bool = False
    revisions: tuple[int, ...] = ()
    threads: tuple[str, ...] = ()
    is_cited: bool = False

    @property
    def is_in_base(self) -> bool:
        """Whether it is there if all changes are rejected."""
        return self.inserted is None

    @property
    def is_in_final(self) -> bool:
        """Whether it is there if all changes are accepted."""
        return self.deleted is None


@dataclass(frozen=True, slots=True)
class TickBox:
    """A box to tick: its title and tag, and whether it is ticked."""

    label: str
    tag: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class CellPlace:
    """The table of a paragraph, counted in its story from 0, with row and column (merged cells count as one)."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph: `index` is its place in reading order among all paragraphs of the file.

    `bookmarks` are the tags of units (`u12`) whose hidden bookmarks begin in it, `controls` those whose controls are
    around it, or in it. `style` is the id of its style. `end_inserted` and `end_deleted` are the marks on its end: it
    is split from, or joined with, the next one, if `follower` is a paragraph. `row_inserted` and `row_deleted` are
    those of its row or cell, or of the only call of its note. `note` is the number of its note in the file (`e` before
    that of an endnote). `entry` is what was written into room for it (a control of the brief); such words are in no
    span. `revisions` are the tracked changes that are in no span: of its end, row, boxes and entry. `struck` are
    words of it that somebody struck through by hand, which is no tracked change.
    """

    index: int
    story: Story
    spans: tuple[Span, ...] = ()
    bookmarks: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    style: str = ""
    cell: CellPlace | None = None
    end_inserted: Mark | None = None
    end_deleted: Mark | None = None
    row_inserted: Mark | None = None
    row_deleted: Mark | None = None
    revisions: tuple[int, ...] = ()
    note: str = ""
    boxes: tuple[TickBox, ...] = ()
    entry: str = ""
    follower: Follower = "paragraph"
    struck: tuple[str, ...] = ()

    @property
    def base(self) -> str:
        """Its text with all changes rejected; empty if its row is an inserted one."""
        return "" if self.row_inserted else "".join(span.text for span in self.spans if span.is_in_base)

    @property
    def final(self) -> str:
        """Its text with all changes accepted; empty if its row is deleted."""
        return "" if self.row_deleted else "".join(span.text for span in self.spans if span.is_in_final)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, or a reply to one."""

    author: str
    date: str
    text: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies, in order; `quoted` are the words that it is on, empty for a point in the text."""

    id: str
    comments: tuple[Comment, ...]
    is_resolved: bool = False
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Revision:
    """A tracked change of a file: the local name of its element (`ins`, `del`, `moveFrom`, `pPrChange` …), who made it,
    the words in it, and the part of the package that it is in.

    `altChunk` and `subDoc` are listed too: what they show is in another file, which is never opened.
    """

    element: str
    mark: Mark
    text: str
    part: str

    @property
    def is_format(self) -> bool:
        """Whether it changes only how something looks, or puts a control around it: that is named, and passed over."""
        return self.element.endswith(("Change", "RangeStart"))


@dataclass(frozen=True, slots=True)
class MarkedFile:
    """A Word file as read. `edition` are the fields of its record, empty if it has none; `sent` is what the record says
    was sent; `identifier` is that of the edition, from record or properties. `revisions` are all tracked changes; those
    whose indices no span, paragraph or format change accounts for are `not_understood`. `saved_by` is the program that
    saved it last."""

    name: str
    sha256: str
    edition: Mapping[str, str] = field(default_factory=dict)
    sent: tuple[SentParagraph, ...] = ()
    identifier: str = ""
    paragraphs: tuple[MarkedParagraph, ...] = ()
    threads: tuple[Thread, ...] = ()
    revisions: tuple[Revision, ...] = ()
    not_understood: tuple[int, ...] = ()
    saved_by: str = ""
