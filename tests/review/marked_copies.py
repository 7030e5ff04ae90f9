"""Small returned files, written as text: what is deleted and inserted stands in brackets, with who did it.

    Some [-States-Ana][+Members+Ana] agreed [±by the way±Ana/Bo] {c1:to meet}.

`±` is text that the first inserted and the second deleted; `{c1:…}` are words with the comment `c1`. A paragraph that
ends in `¶+Ana` is parted from the next one, in `¶-Ana` joined with it. `→` marks text that was moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from briefs.model.mark import Mark
from briefs.model.marked_file import (
    CellPlace,
    Comment,
    MarkedFile,
    MarkedParagraph,
    Revision,
    Span,
    Story,
    Thread,
    TickBox,
)
from briefs.model.sent_text import SentParagraph, SentPiece
from briefs.review.matching import match
from briefs.review.proposing import suggestions
from briefs.review.suggestion import Suggestion

_PIECE = re.compile(
    r"\[(?P<sign>[-+±])(?P<moved>→?)(?P<text>.*?)(?P=sign)(?P<by>[\w/?]*)\]|\{(?P<thread>\w+):(?P<quoted>.*?)\}"
)
_END = re.compile(r"¶(?P<sign>[-+])(?P<by>\w*)\Z")
DATES = {"Ana": "2026-11-02T09:00:00Z", "Bo": "2026-11-03T10:00:00Z"}


def mark(author: str) -> Mark:
    """The mark of an author; `?` has neither name nor date."""
    return Mark() if author in ("", "?") else Mark(author, DATES.get(author, "2026-11-04T11:00:00Z"))


def _text(
    key: str, number: int, *pieces: SentPiece, section: str = "findings", verbatim: bool = False
) -> SentParagraph:
    tag = f"u{number}"
    return SentParagraph(
        key,
        "text",
        pieces,
        unit=key,
        tag=tag,
        number=number,
        section=section,
        is_verbatim=verbatim,
        tags=(f"‹ES {number}›",),
    )


SENT: tuple[SentParagraph, ...] = (
    SentParagraph("masthead title", "masthead", (SentPiece("The lamps of the northern coast"),)),
    SentParagraph("heading findings", "heading", (SentPiece("What was found"),), section="findings", line=10),
    _text("lamps", 1, SentPiece("Some keepers trim the lamps before dusk.", "co.lamps/short")),
    _text(
        "boats",
        2,
        SentPiece("Boats wait outside the bar.", "co.boats/short"),
        SentPiece(" "),
        SentPiece("They may enter at high water.", "co.tide/short"),
    ),
    _text("quote", 3, SentPiece("The light must never fail in a storm.", "co.light/verbatim"), verbatim=True),
    SentParagraph("heading timing", "heading", (SentPiece("Timing"),), section="timing", line=20),
    _text("oil", 4, SentPiece("The oil store is filled twice each winter.", "co.oil/short"), section="timing"),
    SentParagraph("column timing/1#1", "column", (SentPiece("Who"),), section="timing", line=22, column=1),
    SentParagraph("column timing/1#2", "column", (SentPiece("What is asked"),), section="timing", line=22, column=2),
    SentParagraph("states#1", "cell", (SentPiece("States"),), "states", "u5", section="timing", column=1),
    SentParagraph(
        "states#2",
        "cell",
        (SentPiece("Send two new lamps in spring", "co.states/ask"),),
        "states",
        "u5",
        None,
        "timing",
        column=2,
    ),
    SentParagraph("ports#1", "cell", (SentPiece("Ports"),), "ports", "u6", section="timing", column=1),
    SentParagraph(
        "ports#2",
        "cell",
        (SentPiece("Keep the channel clear of nets", "co.ports/ask"),),
        "ports",
        "u6",
        None,
        "timing",
        column=2,
    ),
    SentParagraph("bar", "note", (SentPiece("A bar is a bank of sand.", "co.bar/short"),), "bar", "u7", 1),
)

CLEARED = tuple(replace(one, tags=()) for one in SENT)
"""The same without source tags."""


@dataclass(slots=True)
class Copy:
    """A copy of an edition in the hands of one reviewer; each method is a change, in the notation above."""

    name: str = "ana.docx"
    sent: Sequence[SentParagraph] = SENT
    lines: list[tuple[str, str]] = field(default_factory=list)
    revisions: list[Revision] = field(default_factory=list)
    comments: dict[str, Thread] = field(default_factory=dict)
    boxes: dict[str, tuple[TickBox, ...]] = field(default_factory=dict)
    rows_deleted: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lines = [(one.key, self._sent_text(one)) for one in self.sent]

    def _sent_text(self, one: SentParagraph) -> str:
        return " ".join((one.text, *(one.tags)))

    def change(self, key: str, text: str) -> Copy:
        """The paragraph `key` becomes `text`, in front of its source tags."""
        one = next(one for one in self.sent if one.key == key)
        end = _END.search(text)
        tags = "".join(f" {tag}" for tag in (one.tags if "‹" not in text else ()))
        text = text if end is None else text[: end.start()]
        self._put(key, f"{text}{tags}{'' if end is None else end[0]}")
        return self

    def _put(self, key: str, text: str) -> None:
        self.lines = [(name, text if name == key else old) for name, old in self.lines]

    def add(self, after: str, text: str) -> Copy:
        """A new paragraph behind `after`."""
        at = [key for key, _ in self.lines].index(after)
        self.lines.insert(at + 1, ("", text))
        return self

    def drop(self, *keys: str) -> Copy:
        """Paragraphs, or all cells of rows, are gone without a trace."""
        self.lines = [(key, text) for key, text in self.lines if key not in keys]
        return self

    def move(self, key: str, after: str) -> Copy:
        """The paragraph stands behind `after`, which nobody tracked."""
        line = next(line for line in self.lines if line[0] == key)
        self.lines.remove(line)
        self.lines.insert([name for name, _ in self.lines].index(after) + 1, line)
        return self

    def comment(self, thread: str, *texts: str, resolved: bool = False) -> Copy:
        """What the comment `thread` and the replies to it say."""
        said = tuple(Comment("Ana", DATES["Ana"], text) for text in texts)
        self.comments[thread] = Thread(thread, said, resolved)
        return self

    def file(self) -> MarkedFile:
        """The file as read."""
        self.revisions = []
        rows = {row: number for number, row in enumerate(dict.fromkeys(_row(one) for one in self.sent if one.column))}
        by_key = {one.key: one for one in self.sent}
        paragraphs = []
        for index, (key, text) in enumerate(self.lines):
            sent = by_key.get(key)
            end = _END.search(text)
            story: Story = "notes" if sent is not None and sent.role == "note" else "body"
            made = MarkedParagraph(index, story, note="1" if story == "notes" else "")
            spans = tuple(self._spans(text if end is None else text[: end.start()]))
            made = replace(made, spans=spans, boxes=self.boxes.get(key, ()))
            if sent is not None and sent.column is not None:
                made = replace(made, cell=CellPlace(0, rows[_row(sent)], sent.column - 1))
                if by := self.rows_deleted.get(_row(sent)):
                    number = self._revision("del", mark(by), made.base)
                    made = replace(made, row_deleted=mark(by), revisions=(number,))
            if sent is not None and sent.tag and (sent.column or 1) == 1:
                made = replace(made, bookmarks=(sent.tag,))
            if end is not None:
                by_mark = mark(end["by"])
                numbers = (self._revision("ins" if end["sign"] == "+" else "del", by_mark, ""),)
                made = (
                    replace(made, end_inserted=by_mark, revisions=numbers)
                    if end["sign"] == "+"
                    else replace(made, end_deleted=by_mark, revisions=numbers)
                )
            paragraphs.append(made)
        return MarkedFile(
            self.name,
            f"{self.name}-{hash((tuple(self.lines), tuple(self.comments.values())))}",
            paragraphs=tuple(paragraphs),
            threads=tuple(self.comments.values()),
            revisions=tuple(self.revisions),
        )

    def _spans(self, text: str) -> Iterable[Span]:
        last = 0
        for found in _PIECE.finditer(text):
            if last < found.start():
                yield Span(text[last : found.start()])
            last = found.end()
            if found["thread"]:
                for span in self._spans(found["quoted"]) if found["quoted"] else (Span(""),):
                    yield replace(span, threads=(found["thread"],))
                continue
            first, _, second = found["by"].partition("/")
            moved = bool(found["moved"])
            match found["sign"]:
                case "+":
                    number = self._revision("moveTo" if moved else "ins", mark(first), found["text"])
                    yield Span(found["text"], mark(first), None, moved, (number,))
                case "-":
                    number = self._revision("moveFrom" if moved else "del", mark(first), found["text"])
                    yield Span(found["text"], None, mark(first), moved, (number,))
                case _:
                    numbers = tuple(
                        self._revision(name, mark(by), found["text"]) for name, by in (("ins", first), ("del", second))
                    )
                    yield Span(found["text"], mark(first), mark(second), False, numbers)
        if last < len(text):
            yield Span(text[last:])

    def _revision(self, element: str, by: Mark, text: str) -> int:
        self.revisions.append(Revision(element, by, text, "word/document.xml"))
        return len(self.revisions) - 1


def _row(one: SentParagraph) -> str:
    return one.key.rpartition("#")[0]


def read(copy: Copy) -> tuple[Suggestion, ...]:
    """What a copy suggests."""
    file = copy.file()
    return suggestions(copy.sent, file, match(copy.sent, file))


def shown(found: Iterable[Suggestion]) -> list[tuple[str, str, str, str]]:
    """Suggestions as kind, label, before and after."""
    return [(one.kind, one.label, one.before, one.after) for one in found]
