"""Reading the text of a part with its tracked changes: paragraph by paragraph, in reading order, nothing resolved.

A change is a mark on the words within it (ISO/IEC 29500-1, 17.13.5), on the end of a paragraph, or on a row or cell.
Elements that are not known are gone through, so that what they hold is not lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefs.model.marked_file import CellPlace, Story
from briefs.word.controls import control_names, is_box, is_room, is_ticked, unit_of_bookmark, unit_of_control
from briefs.word.elements import Element, is_on, local_name, qn, value_of
from briefs.word.paragraph_draft import NO_MARKS, Capture, Marks, ParagraphDraft
from briefs.word.revisions import DELETED, INSERTED, MOVED, RevisionList, mark_of, read_branch
from briefs.word.run_text import FieldStack, is_counted, said_by, shows_something

_PROPERTIES = frozenset(
    {"rPr", "pPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "customXmlPr"}
    | {"smartTagPr", "rubyPr", "rt", "fldData", "ffData"}
)
"""What holds no text; `w:rt` says how the text of `w:rubyBase` is pronounced."""
_CALLS = frozenset({"footnoteReference", "endnoteReference"})
_FIELD_PIECES = frozenset({"fldChar", "instrText", "delInstrText"})


@dataclass(slots=True)
class Reading:
    """What is shared by the parts of a file: its changes, `threads` by the ids of their comments, what was read so far.

    `calls` are the marks on each call of a note, in order, by the kind and the id of the note; `placed` are the threads
    that have a place. If it `has_signs`, boxes and what is in controls are words like any other,
    as in comments.
    """

    revisions: RevisionList
    threads: Mapping[str, str] = field(default_factory=dict)
    drafts: list[ParagraphDraft] = field(default_factory=list)
    calls: dict[tuple[str, str], list[Marks]] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    tables: dict[str, int] = field(default_factory=dict)
    has_signs: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: its story, marks of its row, cell or note, its cell, its note."""

    story: Story
    row: Marks = NO_MARKS
    cell: CellPlace | None = None
    note: str = ""


@dataclass(slots=True)
class StoryReader:
    """Reads one part. `ended` are the ids of the comments whose ranges end in it."""

    reading: Reading
    ended: frozenset[str] = frozenset()
    _fields: FieldStack = field(default_factory=FieldStack)
    _open: list[str] = field(default_factory=list)
    _threads: tuple[str, ...] = ()
    _bookmarks: list[str] = field(default_factory=list)
    _units: list[str] = field(default_factory=list)
    _titles: list[str] = field(default_factory=list)
    _capture: Capture | None = None
    _draft: ParagraphDraft | None = None
    _boxes: list[tuple[Element, Marks]] = field(default_factory=list)
    _is_struck: bool = False

    def read(self, container: Element, story: Story, note: str = "", row: Marks = NO_MARKS) -> None:
        """Read the body, or a note, header or footer (`container`)."""
        self._story(container, _Place(story, row, None, note), NO_MARKS)
        if self._bookmarks and self.reading.drafts:
            self.reading.drafts[-1].bookmarks += self._bookmarks
            self._bookmarks.clear()

    # Blocks

    def _story(self, container: Element, place: _Place, marks: Marks) -> None:
        """Read what has paragraphs of its own, and note for each what follows it."""
        items: list[ParagraphDraft | None] = []
        self._blocks(container, place, marks, items)
        for item, following in pairwise(items):
            if item is not None:
                item.follower = "table" if following is None else "paragraph"

    def _blocks(self, container: Element, place: _Place, marks: Marks, items: list[ParagraphDraft | None]) -> None:
        for child in container:
            name = local_name(child)
            if name == "p":
                self._paragraph(child, place, marks, items)
            elif name == "tbl":
                items.append(None)
                self._table(child, place, marks)
            elif name == "sdt":
                with self._control(child, marks) as content:
                    self._blocks(content, place, marks, items)
            elif not self._mark(child, marks) and name not in _PROPERTIES:
                branch = self._branch(child)
                self._blocks(branch, place, self._within(child, marks), items)

    def _table(self, table: Element, place: _Place, marks: Marks) -> None:
        number = self.reading.tables.setdefault(place.story, 0)
        self.reading.tables[place.story] += 1
        rows = self._each(table, "tr", marks)
        for row_number, (row, around) in enumerate(rows):
            properties = row.find(qn("w:trPr"))
            of_row = self._own_marks(properties, "ins", "del").within(around).within(place.row)
            for column, (cell, within) in enumerate(self._each(row, "tc", NO_MARKS)):
                of_cell = self._own_marks(cell.find(qn("w:tcPr")), "cellIns", "cellDel").within(within).within(of_row)
                at = CellPlace(number, row_number, column)
                self._story(cell, replace(place, row=of_cell, cell=at), marks)

    def _each(self, container: Element, wanted: str, marks: Marks) -> Iterator[tuple[Element, Marks]]:
        """The rows of a table, or the cells of a row, with the marks around them; controls are around some."""
        for child in container:
            name = local_name(child)
            if name == wanted:
                yield child, marks
            elif name == "sdt":
                with self._control(child, marks) as content:
                    yield from self._each(content, wanted, marks)
            elif not self._mark(child, marks) and name not in _PROPERTIES:
                yield from self._each(self._branch(child), wanted, self._within(child, marks))

    def _own_marks(self, properties: Element | None, inserted: str, deleted: str) -> Marks:
        """The marks that the properties of a row, a cell or the end of a paragraph hold."""
        marks = NO_MARKS
        for one in () if properties is None else properties:
            name = local_name(one)
            if name == inserted or (name == "moveTo" and inserted == "ins"):
                marks = Marks(inserted=mark_of(one), revisions=self._index(one)).within(marks)
            elif name == deleted or (name == "moveFrom" and deleted == "del"):
                marks = Marks(deleted=mark_of(one), revisions=self._index(one)).within(marks)
        return marks

    def _paragraph(self, paragraph: Element, place: _Place, marks: Marks, items: list[ParagraphDraft | None]) -> None:
        properties = paragraph.find(qn("w:pPr"))
        own = None if properties is None else properties.find(qn("w:rPr"))
        draft = ParagraphDraft(
            place.story,
            "" if properties is None else value_of(properties.find(qn("w:pStyle"))),
            self._own_marks(own, "ins", "del").within(marks),
            place.row,
            place.cell,
            place.note,
            bookmarks=self._bookmarks,
            controls=list(self._units),
            has_signs=self.reading.has_signs,
        )
        self._bookmarks = []
        items.append(draft)
        self.reading.drafts.append(draft)
        outer, self._draft = self._draft, draft
        self._runs(paragraph, marks)
        draft.revisions += self._fields.close()
        if self._capture is not None:
            self._capture.pieces.append(("\n", NO_MARKS))
        self._draft = outer
        if place.story != "box":
            self._read_boxes(place)

    def _read_boxes(self, place: _Place) -> None:
        """Read the text boxes that hang on a paragraph; one within another comes after it."""
        while self._boxes:
            box, marks = self._boxes.pop(0)
            self._story(box, _Place("box", place.row, place.cell, place.note), marks)

    # Within paragraphs

    def _runs(self, container: Element, marks: Marks) -> None:
        for child in container:
            name = local_name(child)
            if name in _PROPERTIES:
                continue
            if name == "r":
                outer, self._is_struck = self._is_struck, _is_struck(child)
                self._runs(child, marks)
                self._is_struck = outer
            elif name == "hyperlink":
                self._runs(child, marks)
            elif name == "sdt":
                with self._control(child, marks) as content:
                    self._runs(content, marks)
            elif name in _FIELD_PIECES:
                self._field(child, marks)
            elif name == "txbxContent":
                self._boxes.append((child, marks))
            elif name in _CALLS:
                self._call(child, name, marks)
            elif text := said_by(child):
                self._say(text, marks)
            elif self._mark(child, marks) or (name == "fldSimple" and is_counted(value_of(child, "instr"))):
                continue
            else:
                if name in INSERTED | DELETED and self._draft is not None and not shows_something(child):
                    self._draft.revisions += self._index(child)  # nothing but empty runs, as LibreOffice leaves them
                self._runs(self._branch(child), self._within(child, marks))

    def _field(self, piece: Element, marks: Marks) -> None:
        found = self._fields.read(piece, marks.revisions, in_base=marks.is_in_base, in_final=marks.is_in_final)
        if self._draft is not None:
            self._draft.revisions += found

    def _say(self, text: str, marks: Marks) -> None:
        in_base, in_final = marks.is_in_base, marks.is_in_final
        if self._fields.say(in_base=in_base, in_final=in_final, is_changed=bool(marks.revisions)):
            if self._draft is not None:
                self._draft.revisions += marks.revisions  # of a number that a program computes
            return
        if self._capture is not None:
            self._capture.pieces.append((text, marks))
        elif self._draft is not None:
            is_cited = self._fields.cites(in_base=in_base, in_final=in_final)
            self._draft.say(text, marks, self._threads, is_cited)
            if self._is_struck and marks.deleted is None:
                self._draft.struck.append(text)
            self.reading.placed.update(self._threads)

    def _call(self, element: Element, name: str, marks: Marks) -> None:
        kind = name.removesuffix("Reference")
        self.reading.calls.setdefault((kind, value_of(element, "id")), []).append(marks)
        if self._draft is not None:
            self._draft.call()

    # What may stand anywhere

    def _mark(self, element: Element, marks: Marks) -> bool:
        """Note the start of a bookmark, or a mark of a comment; returns whether that is what `element` is."""
        name = local_name(element)
        if name == "bookmarkStart":
            if unit := unit_of_bookmark(element):
                (self._bookmarks if self._draft is None else self._draft.bookmarks).append(unit)
            return True
        if not name.startswith("comment"):
            return name == "bookmarkEnd"
        id = value_of(element, "id")
        thread = self.reading.threads.get(id)
        if thread is None:
            return True
        if name == "commentRangeStart" and id in self.ended:
            self._open.append(thread)
            self._threads = tuple(dict.fromkeys(self._open))
            return True
        if name == "commentRangeEnd" and thread in self._open:
            self._open.remove(thread)
            self._threads = tuple(dict.fromkeys(self._open))
        if thread not in self.reading.placed:
            self._point(thread, marks)
        return True

    def _point(self, thread: str, marks: Marks) -> None:
        """Give a thread that is on no words its place."""
        drafts = self.reading.drafts
        draft = self._draft or (drafts[-1] if drafts else None)
        if draft is not None:
            draft.point(thread, marks)
            self.reading.placed.add(thread)

    def _branch(self, element: Element) -> Element:
        """What is read of an element: one branch of those for different programs, all of any other."""
        if element.tag == qn("mc:AlternateContent"):
            branch = read_branch(element)
            return element if branch is None else branch
        return element

    def _within(self, element: Element, marks: Marks) -> Marks:
        """The marks within an element that stands where `marks` hold."""
        name = local_name(element)
        if name in INSERTED:
            return Marks(mark_of(element), None, name in MOVED, self._index(element)).within(marks)
        if name in DELETED:
            return Marks(None, mark_of(element), name in MOVED, self._index(element)).within(marks)
        return marks

    def _index(self, element: Element) -> tuple[int, ...]:
        index = self.reading.revisions.index(element)
        return () if index is None else (index,)

    @contextmanager
    def _control(self, control: Element, marks: Marks) -> Iterator[Element]:
        """The content of a control, while it is read."""
        content = control.find(qn("w:sdtContent"))
        properties = control.find(qn("w:sdtPr"))
        names = control_names(control)
        unit = unit_of_control(control)
        if unit:
            self._units.append(unit)
            if self._draft is not None:
                self._draft.controls.append(unit)
        title = names[-1] if names and not unit else ""
        label = title or next((one for one in reversed(self._titles) if one), "")
        self._titles.append(title)
        first, outer = len(self.reading.drafts), self._capture
        if outer is None and properties is not None and not self.reading.has_signs:
            self._capture = _capture(properties, label, names[0] if names else "")
        capture = self._capture if outer is None else None
        yield control if content is None else content
        self._titles.pop()
        if unit:
            self._units.pop()
        self._capture = outer
        if capture is not None:
            drafts = self.reading.drafts
            draft = self._draft or (drafts[first] if first < len(drafts) else None)
            if draft is not None:
                draft.take(capture, self._threads)


def _is_struck(run: Element) -> bool:
    """Whether somebody struck the words of a run through, as people do by hand (ISO/IEC 29500-1, 17.3.2.37)."""
    properties = run.find(qn("w:rPr"))
    return properties is not None and (is_on(properties, "strike") or is_on(properties, "dstrike"))


def _capture(properties: Element, label: str, tag: str) -> Capture | None:
    """What takes the content of a control that readers tick or fill in, or that shows a prompt."""
    if is_box(properties):
        return Capture("box", label, tag, is_ticked(properties))
    if is_room(properties):
        return Capture("prompt" if is_on(properties, "showingPlcHdr") else "entry", label, tag)
    return Capture("prompt") if is_on(properties, "showingPlcHdr") else None
