"""Running numbers: 1…n through the brief, so that clearing officers can say "para 7" (UN style; editorial guide C1.8).

Every paragraph and list item that is a unit has a number, in place of its bullet. A table has one on its caption and
none on its rows, unless it is a list with columns. Notes are numbered separately, in the order of their first calls.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from briefs.model.document import Content, Document, Unit
from briefs.model.document_walk import (
    contents,
    has_units,
    is_attribution,
    map_content,
    map_inlines,
    map_note_calls,
    map_units,
    owners_of,
    table_of_one_number,
)
from briefs.model.inline import CitedNumber, NoteCall


@dataclass(frozen=True, slots=True)
class Numbered:
    """A running number and its units: one, or those of all rows of a table."""

    number: int
    units: tuple[Unit, ...]

    @property
    def cited(self) -> CitedNumber:
        """The number as it is cited."""
        return CitedNumber(self.units[0].name, self.number)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the places that the units rest on, each once."""
        return tuple(dict.fromkeys(label for unit in self.units for label in unit.labels))

    @property
    def blocks(self) -> tuple[str, ...]:
        """The ids of all blocks that the units print something of, each once."""
        return tuple(dict.fromkeys(block for unit in self.units for block in unit.printed))


def number_units(document: Document) -> Document:
    """`document` with running numbers and numbered notes, which are sorted by their numbers."""
    numbers = count(1)

    def with_number(unit: Unit) -> Unit:
        return replace(unit, number=next(numbers))

    def with_numbers(content: Content) -> Content:
        if (table := table_of_one_number(content)) is not None:
            return replace(table, number=next(numbers) if has_units((table,)) else None)
        return content if is_attribution(content) else map_units(content, with_number)

    return _number_notes(map_content(document, with_numbers))


def numbered(document: Document) -> Iterator[Numbered]:
    """Everything in `document` that has a running number, in order."""
    for _, content in contents(document.sections):
        units = tuple(unit for unit, _ in owners_of(content))
        if (table := table_of_one_number(content)) is not None:
            if table.number is not None:
                yield Numbered(table.number, units)
        else:
            yield from (Numbered(unit.number, (unit,)) for unit in units if unit.number is not None)


def _number_notes(document: Document) -> Document:
    order: dict[str, int] = {}

    def with_number(call: NoteCall) -> NoteCall:
        return replace(call, number=order.setdefault(call.note, len(order) + 1))

    changed = map_inlines(document, lambda inlines: map_note_calls(inlines, with_number))
    notes = {note.id: note for note in document.notes}
    return replace(changed, notes=tuple(replace(notes[name], number=number) for name, number in order.items()))
