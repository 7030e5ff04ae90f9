"""A paragraph while it is read: its words with their marks, the boxes and the room to write in within it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from briefs.model.mark import Mark
from briefs.model.marked_file import CellPlace, Follower, MarkedParagraph, Span, Story, TickBox
from briefs.word.controls import ROOM_STYLE
from briefs.word.run_text import BOXES, TICKED

_BOX = re.compile(f"([{''.join(sorted(BOXES))}])")
_INDENTS = "\t \u00a0"
"""What stands between the number of a note and its words; at the beginning of other paragraphs, it may be a tab."""
_BETWEEN_CALLS = (", ", ",\u00a0")
"""What stands between the marks of two notes, and belongs to neither."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The tracked changes around a place: by whom it was inserted and deleted, and which they are."""

    inserted: Mark | None = None
    deleted: Mark | None = None
    is_moved: bool = False
    revisions: tuple[int, ...] = ()

    @property
    def is_in_base(self) -> bool:
        """Whether what has these marks is there if all changes are rejected."""
        return self.inserted is None

    @property
    def is_in_final(self) -> bool:
        """Whether what has these marks is there if all changes are accepted."""
        return self.deleted is None

    def within(self, other: Marks) -> Marks:
        """These marks in a place that has the marks `other`."""
        return Marks(
            self.inserted or other.inserted,
            self.deleted or other.deleted,
            self.is_moved or other.is_moved,
            (*other.revisions, *self.revisions),
        )


NO_MARKS = Marks()


@dataclass(slots=True)
class Capture:
    """What a control holds that is no wording of a brief: a box to tick, room to write in, a prompt."""

    kind: str
    label: str = ""
    tag: str = ""
    is_ticked: bool = False
    pieces: list[tuple[str, Marks]] = field(default_factory=list)

    @property
    def final(self) -> str:
        """What it holds if all changes are accepted."""
        return "".join(text for text, marks in self.pieces if marks.deleted is None)

    @property
    def revisions(self) -> tuple[int, ...]:
        """The tracked changes in it."""
        return tuple(index for _, marks in self.pieces for index in marks.revisions)

    def box(self) -> TickBox:
        """The box: what it shows counts more than what its control says, which some programs do not change."""
        shown = [character for character in self.final if character in BOXES]
        return TickBox(self.label, self.tag, shown[-1] in TICKED if shown else self.is_ticked)

    def words(self) -> list[tuple[str, Marks]]:
        """What was written into a box beside its sign."""
        found = [(_BOX.sub("", text), marks) for text, marks in self.pieces]
        return [(text, marks) for text, marks in found if text.strip()]


@dataclass(slots=True)
class ParagraphDraft:
    """A paragraph that is being read; `end` are the marks on its end, `row` those of its row, cell or note.

    If it `has_signs`, those of boxes are words.
    """

    story: Story
    style: str = ""
    end: Marks = NO_MARKS
    row: Marks = NO_MARKS
    cell: CellPlace | None = None
    note: str = ""
    follower: Follower = "end"
    bookmarks: list[str] = field(default_factory=list)
    controls: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    revisions: list[int] = field(default_factory=list)
    boxes: list[TickBox] = field(default_factory=list)
    entries: list[str] = field(default_factory=list)
    has_room: bool = False
    struck: list[str] = field(default_factory=list)
    has_signs: bool = False
    _last_call: int = -2

    def say(self, text: str, marks: Marks, threads: tuple[str, ...], is_cited: bool = False) -> None:
        """Add words; signs of boxes among them are boxes. What only moves the first of them is left out."""
        if not self.spans and text[:1] in _INDENTS:
            text = text.lstrip(_INDENTS if self.story == "notes" else "\t")
            self.revisions += marks.revisions if not text else ()
        for piece in [text] if self.has_signs else _BOX.split(text):
            if piece in BOXES and not self.has_signs:
                self.revisions += marks.revisions
                if marks.deleted is None:
                    self.boxes.append(TickBox("", "", piece in TICKED))
            elif piece:
                self._add(
                    Span(piece, marks.inserted, marks.deleted, marks.is_moved, marks.revisions, threads, is_cited)
                )

    def _add(self, span: Span) -> None:
        last = self.spans[-1] if self.spans else None
        if last is not None and len(self.spans) != self._last_call and replace(last, text=span.text) == span:
            self.spans[-1] = replace(last, text=last.text + span.text)
        else:
            self.spans.append(span)

    def point(self, thread: str, marks: Marks) -> None:
        """Add the place of a comment that is on no words."""
        self.spans.append(Span("", marks.inserted, marks.deleted, marks.is_moved, (), (thread,)))

    def call(self) -> None:
        """Note the mark of a note, of which nothing is said; nor of what stands between it and the one before."""
        at = len(self.spans)
        if at == self._last_call + 1 and self.spans[-1].text in _BETWEEN_CALLS and not self.spans[-1].revisions:
            at -= 1
            del self.spans[at]
        self._last_call = at

    def take(self, capture: Capture, threads: tuple[str, ...]) -> None:
        """Add what a control of the brief holds."""
        if capture.kind == "prompt":
            return
        self.revisions += capture.revisions
        if capture.kind == "box":
            self.boxes.append(capture.box())
            for text, marks in capture.words():
                self.say(text, marks, threads)
        else:
            self.has_room = True
            self.entries.append(capture.final.strip())

    def _take_all(self) -> None:
        """Take all words as written into room for them, where its control is gone."""
        self.entries.append("".join(span.text for span in self.spans if span.is_in_final).strip())
        self.revisions += [index for span in self.spans for index in span.revisions]
        self.spans = [replace(span, text="", revisions=()) for span in self.spans if span.threads]

    def finished(self, index: int) -> MarkedParagraph:
        """The paragraph, as the one with this index."""
        if self.style == ROOM_STYLE and not self.has_room:
            self._take_all()
        spans = self.spans
        if self.has_room:  # LibreOffice puts the empty lines of a room before its control
            spans = [span for span in spans if span.text.strip() or span.revisions or span.threads]
        own = dict.fromkeys((*self.row.revisions, *self.end.revisions, *self.revisions))
        return MarkedParagraph(
            index,
            self.story,
            tuple(spans),
            tuple(dict.fromkeys(self.bookmarks)),
            tuple(dict.fromkeys(self.controls)),
            self.style,
            self.cell,
            self.end.inserted,
            self.end.deleted,
            self.row.inserted,
            self.row.deleted,
            tuple(own),
            self.note,
            tuple(self.boxes),
            "\n".join(filter(None, self.entries)),
            self.follower,
            tuple(self.struck),
        )
