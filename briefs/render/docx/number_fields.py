"""Numbers where they are cited: fields that repeat the number of a paragraph or note, and follow when it changes.

Word numbers paragraphs and notes itself. If somebody adds a paragraph, a field shows the new number of what it cites as
soon as fields are updated (ISO/IEC 29500-1, 17.16.5.35 and 17.16.5.47).
"""

from __future__ import annotations

from collections.abc import Mapping

from briefs.model.document import Content, Document, Table
from briefs.model.document_walk import contents, owners_of, table_of_one_number
from briefs.model.inline import CitedNumber
from briefs.word.controls import Ids, bookmark, unit_bookmark_name
from briefs.word.elements import Element, field, run
from briefs.word.notes import note_bookmark

_AS_PRINTED = "\\n"
"""The number as its paragraph prints it, but for a full stop behind it, without those of the levels above it."""
_FORM = "\\h \\* MERGEFORMAT"
"""The field is a link, and looks as before once it has been updated."""


def number_fields(document: Document) -> dict[str, str]:
    """The instructions of the fields that repeat numbers, by the names of the units that have these numbers.

    Units whose number Word does not print itself have none.
    """
    marks: dict[str, str] = {}
    for _, content in contents(document.sections):
        marks |= _bookmarks(content)
    fields = {unit: f"REF {bookmark} {_AS_PRINTED} {_FORM}" for unit, bookmark in marks.items()}
    return fields | {note.unit.name: f"NOTEREF {note_bookmark(note.number)} {_FORM}" for note in document.notes}


def cited_number(cited: CitedNumber, fields: Mapping[str, str], properties: Element | None) -> list[Element]:
    """A number as one of `fields`, which are by unit; as plain text if Word does not print that number itself."""
    instruction = fields.get(cited.unit)
    return [run(cited.text, properties)] if instruction is None else field(instruction, cited.text, properties)


def caption_bookmark(table: Table, caption: list[Element], ids: Ids) -> list[Element]:
    """The runs of the caption of `table` in a hidden bookmark, if the number of its rows stands there."""
    names = list(_bookmarks(table).values()) if table_of_one_number(table) is not None else []
    return bookmark(names[0], caption, ids) if names else caption


def _bookmarks(content: Content) -> dict[str, str]:
    """The bookmarks in what prints the numbers of a block element, by the names of the units that have them."""
    units = [unit for unit, _ in owners_of(content)]
    if (table := table_of_one_number(content)) is not None:
        if table.number is None or not units:
            return {}
        return dict.fromkeys((unit.name for unit in units), f"{unit_bookmark_name(units[0])}_caption")
    return {unit.name: unit_bookmark_name(unit) for unit in units if unit.number is not None}
