"""Running numbers: 1…n through the brief, so that clearance can say "para 7" (UN style; editorial guide C1.8).

Every paragraph and list item that is a unit takes one, in place of its bullet; a table takes one on its caption, its
rows none, unless it is a list with columns. Notes are numbered apart, in the order of their first call.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from briefs.model.document import Content, Document, Figure, List, NoteCall, Paragraph, Table, Unit
from briefs.model.document_walk import map_content, map_inlines, map_note_calls


def number(document: Document) -> Document:
    """`document` with its running numbers and the numbers of its notes; notes in the order of their numbers."""
    numbers = count(1)
    numbered = map_content(document, lambda content: _numbered(content, numbers))
    return _with_numbered_notes(numbered)


def _numbered(content: Content, numbers: Iterator[int]) -> Content:
    match content:
        case Paragraph(role="attribution"):
            return content  # it belongs to the quotation above it
        case Paragraph() | Figure():
            return replace(content, unit=_unit(content.unit, numbers))
        case List():
            return replace(
                content, items=tuple(replace(item, unit=_unit(item.unit, numbers)) for item in content.items)
            )
        case Table(is_list=True):
            return replace(content, rows=tuple(replace(row, unit=_unit(row.unit, numbers)) for row in content.rows))
        case Table():
            traced = any(row.unit is not None for row in content.rows)
            return replace(content, number=next(numbers) if traced else None)


def _unit(unit: Unit | None, numbers: Iterator[int]) -> Unit | None:
    return replace(unit, number=next(numbers)) if unit is not None else None


def _with_numbered_notes(document: Document) -> Document:
    order: dict[str, int] = {}

    def numbered(call: NoteCall) -> NoteCall:
        return replace(call, number=order.setdefault(call.note, len(order) + 1))

    changed = map_inlines(document, lambda inlines: map_note_calls(inlines, numbered))
    notes = {note.id: note for note in document.notes}
    return replace(changed, notes=tuple(replace(notes[name], number=n) for name, n in order.items()))


@dataclass(frozen=True, slots=True)
class Numbered:
    """What carries a running number, and the units it stands for (a table stands for its rows)."""

    number: int
    units: tuple[Unit, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(label for unit in self.units for label in unit.labels))

    @property
    def blocks(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(block for unit in self.units for block in unit.printed))


def numbered_units(document: Document) -> Iterator[Numbered]:
    """Everything with a running number, in order."""
    for section in document.sections:
        for content in section.content:
            match content:
                case Table(number=int(number)):
                    yield Numbered(number, tuple(row.unit for row in content.rows if row.unit is not None))
                case List():
                    for item in content.items:
                        yield from _own(item.unit)
                case Table():
                    for row in content.rows:
                        yield from _own(row.unit)
                case _:
                    yield from _own(content.unit)


def _own(unit: Unit | None) -> Iterator[Numbered]:
    if unit is not None and unit.number is not None:
        yield Numbered(unit.number, (unit,))
