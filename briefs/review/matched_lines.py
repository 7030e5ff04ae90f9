"""What is matched: paragraphs, and rows as one, of what was sent and of a returned file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby

from briefs.model.marked_file import MarkedParagraph, Span
from briefs.model.sent_text import SentParagraph
from briefs.review.matches import PARAGRAPH_END
from briefs.review.similarity import Words
from briefs.review.source_tag_words import TagWords

LINE_BREAK = "\u2028"
"""A line that ends within a paragraph."""
_UNSEEN = str.maketrans({"\u200b": None, "\u00ad": None, "\n": LINE_BREAK})
"""Places where a line may end, and where one does."""


@dataclass(frozen=True)
class SentLine:
    """A paragraph as sent, or all cells of a row; its place among all lines is `index`."""

    index: int
    cells: tuple[SentParagraph, ...]

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.cells[0].column is not None

    @property
    def is_note(self) -> bool:
        """Whether it is a note."""
        return self.cells[0].role == "note"

    @property
    def key(self) -> str:
        """The key of its last paragraph."""
        return self.cells[-1].key

    @property
    def tag(self) -> str:
        """The tag of its unit; empty if it has none."""
        return self.cells[0].tag

    @cached_property
    def words(self) -> Words:
        """Its words, with those of all cells."""
        return Words.of(" ".join(one.text for one in self.cells))


@dataclass(frozen=True)
class FileLine:
    """One or more paragraphs of a returned file that were one before its tracked changes, all those of a note, or all
    cells of a row, each with its column (from 0); its place among all lines is `index`."""

    index: int
    paragraphs: tuple[MarkedParagraph, ...]
    spans: tuple[Span, ...]
    tag_spans: tuple[Span, ...] = ()
    cells: tuple[FileLine, ...] = ()

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return bool(self.cells)

    @property
    def is_note(self) -> bool:
        """Whether it is a note."""
        return self.paragraphs[0].story == "notes"

    @cached_property
    def base(self) -> str:
        """Its text with all changes rejected."""
        return "".join(span.text for span in self.spans if span.is_in_base)

    @cached_property
    def final(self) -> str:
        """Its text with all changes accepted."""
        return "".join(span.text for span in self.spans if span.is_in_final)

    @property
    def is_new(self) -> bool:
        """Whether all of its text is inserted."""
        return not self.base.strip() and bool(self.final.strip())

    @cached_property
    def words(self) -> Words:
        """The words by which it is recognized: those before its changes or, if there are none, those after them."""
        return Words.of(self.base if self.base.strip() else self.final)

    def tags(self, kind: str) -> frozenset[str]:
        """The tags of units whose `bookmarks` or `controls` are in it."""
        return frozenset(tag for one in self.paragraphs for tag in getattr(one, kind))


def sent_lines(sent: Iterable[SentParagraph]) -> tuple[SentLine, ...]:
    """What was `sent`, with the cells of each row as one line."""
    groups: list[list[SentParagraph]] = []
    for paragraph in sent:
        if paragraph.column is not None and groups and paragraph.column > (groups[-1][-1].column or paragraph.column):
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return tuple(SentLine(index, tuple(group)) for index, group in enumerate(groups))


def file_lines(paragraphs: Iterable[MarkedParagraph], tags: TagWords) -> tuple[FileLine, ...]:
    """The lines of the body and its boxes, then those of the notes of a returned file. Paragraphs without any text are
    left out, unless a unit is known to be there."""
    made: list[FileLine] = []
    rows: dict[tuple[object, ...], list[MarkedParagraph]] = {}
    for container, group in groupby(paragraphs, key=_container):
        if container[0] == "row":
            if container not in rows:
                rows[container] = []
                made.append(FileLine(len(made), (), ()))  # is filled once all of its cells are read
            rows[container] += group
        elif container[0] == "notes":
            made.append(_line(tuple(group), tags))
        else:
            made += (_line(one, tags) for one in _before_changes(group))
    read = iter(rows.values())
    lines = (one if one.paragraphs else _row(next(read), tags) for one in made)
    kept = (one for one in lines if one.is_row or any(span.text.strip() for span in one.spans) or _is_known(one))
    return tuple(replace(one, index=index) for index, one in enumerate(sorted(kept, key=lambda one: one.is_note)))


def joined_spans(groups: Iterable[Sequence[Span]], between: Iterable[Span]) -> tuple[Span, ...]:
    """Groups of spans, with those `between` them."""
    ends = iter(between)
    made: list[Span] = []
    for number, group in enumerate(groups):
        if number:
            made.append(next(ends))
        made += group
    return tuple(made)


def end_of(paragraph: MarkedParagraph) -> Span:
    """The end of a paragraph, as a span between it and the next one."""
    return Span(PARAGRAPH_END, paragraph.end_inserted, paragraph.end_deleted)


def spans_of(paragraphs: Sequence[MarkedParagraph]) -> tuple[Span, ...]:
    """The spans of paragraphs in one place, with their ends between them, without what only the layout needs."""
    groups = [list(_own_spans(one)) for one in paragraphs]
    return _without_layout(joined_spans(groups, map(end_of, paragraphs)))


def _own_spans(paragraph: MarkedParagraph) -> Iterator[Span]:
    for span in paragraph.spans:
        text = span.text.translate(_UNSEEN)
        if text:
            inserted = span.inserted or paragraph.row_inserted
            yield replace(span, text=text, inserted=inserted, deleted=span.deleted or paragraph.row_deleted)


def _without_layout(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """`spans` without the tabs that begin a paragraph in a box or a note."""
    if not spans or not spans[0].text.startswith("\t"):
        return spans
    first = replace(spans[0], text=spans[0].text.lstrip("\t"))
    return (first, *spans[1:]) if first.text else _without_layout(spans[1:])


def _container(paragraph: MarkedParagraph) -> tuple[object, ...]:
    if paragraph.cell is not None:
        return "row", paragraph.story, paragraph.note, paragraph.cell.table, paragraph.cell.row
    if paragraph.story == "notes":
        return "notes", paragraph.note
    return "text", paragraph.story


def _before_changes(paragraphs: Iterable[MarkedParagraph]) -> Iterator[tuple[MarkedParagraph, ...]]:
    """Paragraphs that were one before somebody split them; text inserted before or behind them is by itself."""
    tied: list[MarkedParagraph] = []
    for paragraph in paragraphs:
        tied.append(paragraph)
        if paragraph.end_inserted is None:
            yield from _parts(tied)
            tied = []
    yield from _parts(tied)


def _parts(tied: list[MarkedParagraph]) -> Iterator[tuple[MarkedParagraph, ...]]:
    old = [number for number, one in enumerate(tied) if one.base.strip() or one.bookmarks]
    first, last = (old[0], old[-1] + 1) if old else (len(tied), len(tied))
    yield from ((one,) for one in tied[:first])
    if old:
        yield tuple(tied[first:last])
    yield from ((one,) for one in tied[last:])


def _line(paragraphs: tuple[MarkedParagraph, ...], tags: TagWords) -> FileLine:
    spans, of_tags = tags.parted(spans_of(paragraphs))
    return FileLine(0, paragraphs, spans, of_tags)


def _row(paragraphs: list[MarkedParagraph], tags: TagWords) -> FileLine:
    columns: dict[int, list[MarkedParagraph]] = {}
    for paragraph in paragraphs:
        assert paragraph.cell is not None, "a row has cells"
        columns.setdefault(paragraph.cell.column, []).append(paragraph)
    cells = tuple(replace(_line(tuple(columns[number]), tags), index=number) for number in sorted(columns))
    spans = joined_spans((cell.spans for cell in cells), (_cell_end(cell) for cell in cells))
    return FileLine(0, tuple(paragraphs), spans, tuple(span for cell in cells for span in cell.tag_spans), cells)


def _cell_end(cell: FileLine) -> Span:
    last = cell.paragraphs[-1]
    return Span("\t", last.row_inserted, last.row_deleted)


def _is_known(line: FileLine) -> bool:
    return any(one.bookmarks for one in line.paragraphs)
