"""Footnotes and endnotes: which lines are notes, and which marks in the text call them."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefs.model.note_marks import SUPERSCRIPTS
from briefs.report.pdf.pdf_layout import Layout
from briefs.report.pdf.pdf_line_setting import SetLine, raised_mark
from briefs.report.pdf.pdf_lines import PdfLine
from briefs.report.pdf.pdf_paragraphs import Block
from briefs.text.roman_numbers import roman_value

_SMALLER = 0.94
"""The size of notes, at most, in times that of the text."""
_PLAIN_START = re.compile(r"(?P<mark>\d{1,3}|[*†‡§¶]{1,3})(?:[.)\]]\s|\s|(?=[^\W\d]))")
_WRITTEN = re.compile(rf"[{SUPERSCRIPTS}]{{1,4}}")
_MARK_NUMBER = re.compile(r"\d{1,4}")
_FEWEST_LISTED = 3
_CLOSED = (".", "!", "?", ")", "]", "”", '"', ":", ";")


@dataclass(slots=True)
class Note:
    """A note: the indices of its lines, its mark as printed, how many characters that is on its first line, and the
    page that it begins on.

    `is_listed`: it is in a list at the end of a chapter or of the report. It `runs_on` if its mark is a number, Arabic
    or Roman, that no other note has. `number` is its own in the whole report: an Arabic one that runs on is as printed.
    """

    lines: list[int]
    mark: str
    length: int
    page: int
    is_listed: bool = False
    number: int = 0
    runs_on: bool = False

    @property
    def key(self) -> str:
        """The mark by which calls find it."""
        return _key(self.mark)


@dataclass(slots=True)
class Notes:
    """The notes of a report in order. `highest_raised` is the highest number that is raised in it, be it a call or a
    power."""

    notes: list[Note] = field(default_factory=list)
    highest_raised: int = 0
    _by_mark: dict[str, list[Note]] = field(default_factory=dict)

    def number_of(self, line: PdfLine, mark: str) -> int | None:
        """The number of the note that a `mark` on a line calls."""
        note = self._called_on(line.page, mark)
        return None if note is None else note.number

    def has(self, page: int, mark: str) -> bool:
        """Whether a `mark` on a page calls a note."""
        return self._called_on(page, mark) is not None

    def _called_on(self, page: int, mark: str) -> Note | None:
        """The only note with a number; of several with one mark, that on the page, on the next, or in the next list."""
        notes = self._by_mark.get(_key(mark), [])
        if len(notes) == 1 and notes[0].runs_on:
            return notes[0]
        first = bisect.bisect_left(notes, page, key=lambda note: note.page)
        following = notes[first] if first < len(notes) else None
        return following if following and (following.is_listed or following.page <= page + 1) else None

    def count(self) -> None:
        """Give each note its number. Those of notes whose marks are signs, or recur, are above all that are raised in
        the report, so that no power is taken for their call."""
        self._by_mark = {}
        for note in self.notes:
            self._by_mark.setdefault(note.key, []).append(note)
        roman = {roman_value(mark) for mark in self._by_mark if not mark.isdecimal()} - {None}
        for note in self.notes:
            value = _number(note.mark)
            if not value and (counted := roman_value(note.mark)) is not None:
                value = counted if roman & {counted - 1, counted + 1} else 0  # "v" is a letter where there is no "iv"
            note.runs_on = value > 0 and len(self._by_mark[note.key]) == 1
        printed = (_number(note.mark) for note in self.notes)
        others = itertools.count(1 + max((self.highest_raised, *printed)))
        for note in self.notes:
            note.number = (_number(note.mark) if note.runs_on else 0) or next(others)


def _number(mark: str) -> int:
    """The Arabic number that a mark is; 0 if it is none."""
    return int(mark) if mark.isdecimal() else 0


def _key(mark: str) -> str:
    return str(int(mark)) if mark.isdecimal() else mark.replace("∗", "*")


def find_notes(layout: Layout, taken: set[int]) -> Notes:
    """The notes among the lines of a report that are not `taken` by something else."""
    raised = (mark for marks in _called(layout, set()).values() for mark in marks)
    found = Notes(highest_raised=max((int(mark) for mark in raised if _MARK_NUMBER.fullmatch(mark)), default=0))
    called = _called(layout, taken)
    for start, end in parts_of_pages(layout, taken):
        for note in _notes_at_foot(layout, start, end, called, found.notes):
            found.notes.append(note)
    found.count()
    return found


def note_list(layout: Layout, blocks: Sequence[Block | None], notes: Notes, titled: Sequence[range]) -> None:
    """Add the notes of a list at the end of a chapter or of the report: numbered from 1, most of them called by raised
    marks in the text for which there is no note at the foot of a page. Its type is smaller than that of the text, or
    it is among the lines that are `titled` as notes. Paragraphs that begin with raised marks are notes too."""
    _add_raised(layout, [block for block in blocks if block is not None and block.is_note], notes)
    notes.notes.sort(key=lambda note: note.lines[0])
    notes.count()
    uncalled = {
        mark
        for page, marks in _called(layout, set(layout.roles)).items()
        for mark in marks
        if mark.isdigit() and not notes.has(page, mark)
    }
    if not uncalled:
        return
    run: list[Block] = []
    for block in (*blocks, None):
        if block is not None and (not block.marker or block.is_note):
            continue
        number = "" if block is None else block.marker.strip(".)( ")
        if block is not None and number.isdigit() and int(number) == len(run) + 1:
            run.append(block)
            continue
        if run and (_is_small(layout, run) or any(run[0].lines[0] in one for one in titled)):
            _add_run(layout, run, uncalled, notes)
        run = [block] if block is not None and number == "1" else []
    notes.notes.sort(key=lambda note: note.lines[0])
    notes.count()


def _add_raised(layout: Layout, raised: Sequence[Block], notes: Notes) -> None:
    """Add the paragraphs that begin with raised marks, unless a note in smaller type on their page has the same mark:
    there, the line before has ended between a word and its mark."""
    begun = [(note.lines[0], note.key) for note in notes.notes]
    begun += [(block.lines[0], _key(block.marker)) for block in raised]
    smallest: dict[tuple[int, str], float] = {}
    for index, key in begun:
        at = layout.lines[index].line.page, key
        smallest[at] = min(layout.lines[index].size, smallest.get(at, layout.lines[index].size))
    for block in raised:
        first = layout.lines[block.lines[0]]
        if smallest[first.line.page, _key(block.marker)] <= _SMALLER * first.size:
            block.marker, block.is_note = "", False
        else:
            note = Note(list(block.lines), block.marker, len(block.marker), first.line.page, is_listed=True)
            notes.notes.append(note)


def _is_small(layout: Layout, run: Sequence[Block]) -> bool:
    return all(layout.lines[block.lines[0]].size <= _SMALLER * layout.body_size for block in run)


def _add_run(layout: Layout, run: Sequence[Block], uncalled: set[str], notes: Notes) -> None:
    marks = [block.marker.strip(".)( ") for block in run]
    if len(run) < _FEWEST_LISTED or sum(mark in uncalled for mark in marks) < 0.7 * len(marks):
        return
    for block, mark in zip(run, marks, strict=True):
        length = len("".join(block.marker.split()))
        notes.notes.append(
            Note(list(block.lines), mark, length, layout.lines[block.lines[0]].line.page, is_listed=True)
        )


def parts_of_pages(layout: Layout, taken: set[int], with_turned: bool = False) -> Iterator[tuple[int, int]]:
    """From where to where lines are in one part of a page, and not `taken`."""
    start: int | None = None
    for index, one in enumerate(layout.lines):
        if index in taken or (one.is_turned and not with_turned):
            if start is not None:
                yield start, index
            start = None
        elif start is None:
            start = index
        elif _place(layout.lines[index - 1]) != _place(one):
            yield start, index
            start = index
    if start is not None:
        yield start, len(layout.lines)


def _place(line: SetLine) -> tuple[int, int]:
    return line.line.page, line.line.column


def _called(layout: Layout, taken: set[int]) -> dict[int, set[str]]:
    """The raised marks in the text of each page."""
    called: dict[int, set[str]] = {}
    for index, one in enumerate(layout.lines):
        if index in taken:
            continue
        for run in one.line.runs:
            for written in _WRITTEN.findall(run.text):
                digits = "".join(str(SUPERSCRIPTS.index(digit)) for digit in written)
                called.setdefault(one.line.page, set()).add(digits)
            if run is not one.line.runs[0] and run.rise > 0.12 * run.size:
                marks = re.findall(r"\d+|[*∗†‡§¶]+", run.text)
                called.setdefault(one.line.page, set()).update(mark.replace("∗", "*") for mark in marks)
    return called


def _notes_at_foot(
    layout: Layout, start: int, end: int, called: dict[int, set[str]], before: Sequence[Note]
) -> list[Note]:
    """The notes at the end of one part of a page."""
    small = _SMALLER * layout.body_size
    first = end
    while first > start and (layout.lines[first - 1].size <= small or raised_mark(layout.lines[first - 1])):
        first -= 1
    own = {raised_mark(line) for line in layout.lines[first:end] if line.size <= small}
    while first < end and layout.lines[first].size > small and raised_mark(layout.lines[first]) in own:
        first += 1  # a line of the text that begins with the mark of a note below
    page = layout.lines[start].line.page
    marks = called.get(page, set()) | called.get(page - 1, set())
    notes: list[Note] = []
    leading: list[int] = []
    goes_on = bool(before) and _is_left_open(layout, before[-1], page)
    for index in range(first, end):
        line = layout.lines[index]
        last = notes[-1] if notes else None
        mark = _start(line, marks, last, before[-1] if before else None)
        if mark is not None and not mark[2] and leading and not goes_on:
            mark = None  # an item in a list of small type
        if mark is not None and (last is None or _follows(last.mark, mark[0], mark[2])):
            notes.append(Note([index], mark[0], mark[1], page))
        elif last is not None and layout.lines[index - 1].line.baseline - line.line.baseline <= 2.4 * line.size:
            last.lines.append(index)
        elif last is not None:
            break
        else:
            leading.append(index)
    if (
        leading
        and before
        and _is_left_open(layout, before[-1], page)
        and _continues(layout, leading, before[-1], start)
    ):
        before[-1].lines.extend(leading)
    return notes


def _start(line: SetLine, marks: set[str], last: Note | None, before: Note | None) -> tuple[str, int, bool] | None:
    """The mark that a note begins with on a line, how many characters it is, and whether it is raised."""
    if (raised := raised_mark(line)) is not None:
        return raised.replace("∗", "*"), len(raised), True
    match = _PLAIN_START.match(line.line.text)
    if match is None:
        return None
    mark = match["mark"]
    expected = last or before
    is_next = (
        expected is not None and mark.isdigit() and expected.mark.isdigit() and int(mark) == int(expected.mark) + 1
    )
    if mark in marks or (is_next and last is not None and last.mark in marks):
        first = line.line.runs[0]
        return mark, len(match[0].strip()), first.rise > 0.12 * first.size  # "¹⁰³. See the minutes"
    return None


def _follows(last: str, mark: str, is_raised: bool) -> bool:
    """Whether a note with this mark can follow the last one on the page."""
    if last.isdigit() and mark.isdigit():
        return int(mark) == int(last) + 1 or (is_raised and 0 < int(mark) - int(last) < 5)
    return is_raised or not mark.isdigit()


def _is_left_open(layout: Layout, note: Note, page: int) -> bool:
    last = layout.lines[note.lines[-1]]
    return last.line.page == page - 1 and not last.line.text.rstrip().endswith(_CLOSED)


def _continues(layout: Layout, leading: Sequence[int], note: Note, start: int) -> bool:
    """Whether small lines at the foot of a page, before its notes, are of the note that the last page left open."""
    lines = layout.lines
    is_alike = abs(lines[leading[0]].size - lines[note.lines[-1]].size) < 0.3
    if not is_alike or leading[0] == start:
        return is_alike and leading[0] != start
    above = lines[leading[0] - 1].line
    is_apart = above.baseline - lines[leading[0]].line.baseline > 1.5 * lines[leading[0]].size
    top = lines[leading[0]].line.top
    ruled = any(top - 2 < y < above.baseline + 2 for _, _, y in layout.rules[above.page])
    return is_apart or ruled
