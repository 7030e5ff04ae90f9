"""Reading what reviewers answered in a returned file: clearances, ticked boxes, what they wrote into room for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefs.model.answer import Answers, Entry, OfficeAnswer, Tick
from briefs.model.decision_words import decision_in
from briefs.model.marked_file import MarkedFile, MarkedParagraph
from briefs.model.office_names import office_key
from briefs.model.phrases import phrases_for
from briefs.model.section_ids import CLEARANCE, GAPS
from briefs.model.sent_text import SentParagraph
from briefs.model.written_dates import possible_dates
from briefs.review.unit_labels import first_words

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_ROOM = " .…_[]"
"""What a line to be completed may keep around what was written into it."""


class _Row(NamedTuple):
    """A row of a table: its story, the numbers of table and row, and its paragraphs by column."""

    story: str
    table: int
    row: int
    cells: dict[int, list[MarkedParagraph]]

    def text(self, column: int, which: str = "final") -> str:
        """The text of a cell in one line."""
        return _spaced(" ".join(getattr(paragraph, which) for paragraph in self.cells.get(column, ())))

    def struck(self, column: int) -> list[str]:
        """The words in a cell that somebody struck through."""
        return [_spaced(text) for paragraph in self.cells.get(column, ()) for text in paragraph.struck if text.strip()]


def answers_of(marked: MarkedFile, sent: Sequence[SentParagraph], language: str) -> Answers:
    """All answers in a returned file of the edition with the paragraphs `sent`, in the order of the file.

    Every change counts as accepted: what was struck out is gone. `language` is the BCP 47 tag of the edition.
    """
    rows = list(_rows(marked.paragraphs))
    return Answers(
        marked.name,
        marked.sha256,
        tuple(_office_answers(rows, _offices(sent), language)),
        tuple(_ticks(marked.paragraphs, rows, sent)),
        (*_room_entries(marked.paragraphs, rows, sent), *_completed_lines(marked.paragraphs, sent, language)),
    )


def _offices(sent: Sequence[SentParagraph]) -> list[str]:
    """The offices that the clearance table was sent with, as `office_key` writes them."""
    return [
        office_key(one.text) for one in sent if one.section == CLEARANCE and one.role == "cell" and one.text.strip()
    ]


def _rows(paragraphs: Sequence[MarkedParagraph]) -> Iterator[_Row]:
    """The rows of all tables."""
    rows: dict[tuple[str, int, int], dict[int, list[MarkedParagraph]]] = {}
    for paragraph in paragraphs:
        if place := paragraph.cell:
            cells = rows.setdefault((paragraph.story, place.table, place.row), {})
            cells.setdefault(place.column, []).append(paragraph)
    yield from (_Row(*place, cells) for place, cells in rows.items())


def _office_answers(rows: Sequence[_Row], offices: Sequence[str], language: str) -> Iterator[OfficeAnswer]:
    """The rows of the clearance table in which something was written.

    That is the table with most of the `offices` in its first column. Rows that somebody added to it count too; the row
    of headings does not.
    """
    named = Counter((one.story, one.table) for one in rows if office_key(one.text(0, "base") or one.text(0)) in offices)
    for row in rows if named else ():
        office = row.text(0) or row.text(0, "base")
        name, written, date = (row.text(column) for column in (1, 2, 3))
        is_head = row.row == 0 and office_key(office) not in offices
        if (row.story, row.table) == named.most_common(1)[0][0] and not is_head and (name or written or date):
            decision = decision_in(_without_struck(written, row.struck(2)), language)
            yield OfficeAnswer(office, decision, written, name, date, _iso(date))


def _without_struck(written: str, struck: Sequence[str]) -> str:
    """What is left of a decision without words that were struck through; nothing if it is not sure which these are."""
    for text in struck:
        if written.count(text) != 1:
            return ""
        written = written.replace(text, " ")
    return written


def _ticks(
    paragraphs: Sequence[MarkedParagraph], rows: Sequence[_Row], sent: Sequence[SentParagraph]
) -> Iterator[Tick]:
    """The boxes that are ticked, each with its unit: that of its row, if it stands in a table."""
    units = _units(paragraphs, rows, sent)
    for paragraph in paragraphs:
        for box in paragraph.boxes:
            if box.is_ticked:
                yield Tick(units.get(paragraph.index, ""), box.label or _label(paragraph, rows))


def _label(paragraph: MarkedParagraph, rows: Sequence[_Row]) -> str:
    """What a box without a title is for, since LibreOffice takes titles away: the heading of its column, and the words
    of its row."""
    place = paragraph.cell
    if place is None:
        return first_words(paragraph.base)
    table = {one.row: one for one in rows if (one.story, one.table) == (paragraph.story, place.table)}
    head = table[0].text(place.column, "base") if 0 in table else ""
    said = max((table[place.row].text(column, "base") for column in table[place.row].cells), key=len)
    return ": ".join(filter(None, (head, first_words(said))))


def _room_entries(
    paragraphs: Sequence[MarkedParagraph], rows: Sequence[_Row], sent: Sequence[SentParagraph]
) -> Iterator[Entry]:
    """What was written into room for it."""
    units = _units(paragraphs, rows, sent)
    for paragraph in paragraphs:
        if text := _spaced(paragraph.entry):
            yield Entry(units.get(paragraph.index, ""), text)


def _completed_lines(
    paragraphs: Sequence[MarkedParagraph], sent: Sequence[SentParagraph], language: str
) -> Iterator[Entry]:
    """The lines to be completed that were, known by the words before their colon."""
    room = _spaced(phrases_for(language).to_be_completed)
    for line in (one.text for one in sent if one.section == GAPS and one.role == "text"):
        label = _spaced(line).removesuffix(room).strip()
        text = next((text for one in paragraphs if (text := _spaced(one.final)).startswith(label)), "")
        if answer := text.removeprefix(label).replace(room, "").strip(_ROOM):
            yield Entry(label.rstrip(":"), answer)


def _units(
    paragraphs: Sequence[MarkedParagraph], rows: Sequence[_Row], sent: Sequence[SentParagraph]
) -> dict[int, str]:
    """The name of the unit of each paragraph, by its index, as far as marks say it or, in a table, its words do.

    A paragraph without marks, such as room below an item, belongs to the unit before it.
    """
    names = {one.tag: one.unit for one in sent if one.tag}
    by_words = {_plain(one.text): one.unit for one in sent if one.unit and len(one.text.split()) > 2}
    found: dict[int, str] = {}
    for row in rows:
        inside = [paragraph for cell in row.cells.values() for paragraph in cell]
        unit = next(filter(None, (_marked(one, names) for one in inside)), "")
        unit = unit or next(filter(None, (by_words.get(_plain(one.base), "") for one in inside)), "")
        found.update({one.index: unit for one in inside if unit})
    last = ""
    for paragraph in paragraphs:
        if paragraph.cell is None and paragraph.story == "body":
            marked = _marked(paragraph, names) or by_words.get(_plain(paragraph.base), "")
            is_room = bool(paragraph.boxes or paragraph.entry) and not _plain(paragraph.base)
            last = marked or (last if is_room else "")
            if last:
                found.setdefault(paragraph.index, last)
    return found


def _marked(paragraph: MarkedParagraph, names: dict[str, str]) -> str:
    """The unit that bookmarks and controls of a paragraph name; empty if they name none."""
    return next((names[tag] for tag in (*paragraph.bookmarks, *paragraph.controls) if tag in names), "")


def _iso(date: str) -> str:
    """A date in ISO 8601; empty if it is none, or may be two."""
    dates = possible_dates(date)
    if _ISO.fullmatch(date.strip()):
        dates = [one for one in dates if one.isoformat() == date.strip()]
    return dates[0].isoformat() if len(dates) == 1 else ""


def _plain(text: str) -> str:
    return _spaced(text).casefold()


def _spaced(text: str) -> str:
    return " ".join(text.split())
