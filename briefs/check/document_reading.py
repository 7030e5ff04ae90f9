"""The words of a brief in the order in which all its formats say them, each piece with the unit that it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from briefs.model.addressing import copy_line
from briefs.model.document import Content, Document, Figure, List, Paragraph, Section, Table, Unit
from briefs.model.document_walk import is_attribution
from briefs.model.inline import (
    Checkbox,
    CitedNumber,
    Emphasis,
    Foreign,
    Inline,
    Link,
    NoteCall,
    SourceTag,
    Strong,
    Text,
    TextArea,
    between_calls,
)


class Piece(NamedTuple):
    """What one element says. `unit` is the one that it prints, `line` its line in the template; None and 0 without.

    `labels` are the words of a picture, which stand behind its caption in no order of reading. If it is a `number`, it
    counts what follows it: Word does this by itself.
    """

    text: str
    unit: Unit | None = None
    line: int = 0
    labels: tuple[str, ...] = ()
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The pieces of a brief in order, and its notes, which stand elsewhere in each format."""

    pieces: tuple[Piece, ...]
    notes: tuple[Piece, ...]


Marks: TypeAlias = Callable[[NoteCall], str]
"""What is read of a call of a note."""


def reading_of(document: Document, in_word: bool = False) -> Reading:
    """What is read in `document`. Word sets the marks of notes itself, but not where a note is called once more."""
    called: set[str] = set()

    def marks(call: NoteCall) -> str:
        if in_word and call.note not in called:
            called.add(call.note)
            return ""
        return str(call.number)

    pieces = tuple(piece for piece in _pieces(document, marks) if piece.text or piece.labels)
    notes = (Piece(_text(note.children, marks), note.unit, note.unit.line) for note in document.notes)
    return Reading(pieces, tuple(notes))


def _pieces(document: Document, marks: Marks) -> Iterator[Piece]:
    furniture = document.furniture
    yield Piece(furniture.issuer)
    yield Piece(furniture.series)
    yield Piece(" · ".join(furniture.identity))
    yield Piece(copy_line(document))
    yield Piece(furniture.status)
    yield Piece(furniture.distribution)
    yield Piece(document.title)
    yield Piece(_text(furniture.about, marks))
    for section in document.sections:
        yield Piece(_text(section.heading, marks), None, section.line)
        yield from _of_section(section, marks)


def _of_section(section: Section, marks: Marks) -> Iterator[Piece]:
    for content in section.content:
        for piece in _of_content(content, marks):
            yield piece if piece.line else piece._replace(line=section.line)


def _of_content(content: Content, marks: Marks) -> Iterator[Piece]:
    match content:
        case Paragraph(children, _, unit):
            if not is_attribution(content):
                yield from _number(unit)
            yield _piece(children, unit, marks)
        case List(items):
            for item in items:
                yield from _number(item.unit)
                yield _piece(item.children, item.unit, marks)
        case Figure(graphic, caption, unit):
            yield from _number(unit)
            yield _piece(caption, unit, marks)
            yield Piece("", unit, unit.line if unit else 0, graphic.labels)
        case Table():
            yield from _of_table(content, marks)


def _of_table(table: Table, marks: Marks) -> Iterator[Piece]:
    if table.number is not None and not table.is_list:
        yield Piece(str(table.number), is_number=True)
    yield _piece(table.caption, None, marks)
    yield from (_piece(column, None, marks) for column in table.columns)
    for row in table.rows:
        if table.is_list:
            yield from _number(row.unit)
        yield from (_piece(cell.children, row.unit, marks) for cell in row.cells)


def _number(unit: Unit | None) -> Iterator[Piece]:
    if unit is not None and unit.number is not None:
        yield Piece(str(unit.number), unit, unit.line, is_number=True)


def _piece(children: tuple[Inline, ...], unit: Unit | None, marks: Marks) -> Piece:
    return Piece(_text(children, marks), unit, unit.line if unit else 0)


def _text(children: Iterable[Inline], marks: Marks) -> str:
    parts: list[str] = []
    calls = 0
    for child in children:
        calls = calls + 1 if isinstance(child, NoteCall) else 0
        match child:
            case Text(text) | Link(_, text):
                parts.append(text)
            case SourceTag():
                parts.append(f" {child.printed}")
            case CitedNumber():
                parts.append(child.text)
            case Strong(inner) | Emphasis(inner) | Foreign(_, inner):
                parts.append(_text(inner, marks))
            case NoteCall():
                parts += (between_calls(calls - 1) if calls > 1 else "", marks(child))
            case Checkbox() | TextArea():
                pass
    return "".join(parts)
