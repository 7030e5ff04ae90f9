"""Notes as native footnotes. A note called again is a cross reference to its first mark, so it is printed once.

(ISO/IEC 29500-1, 17.11)
"""

from __future__ import annotations

from briefs.model.document import Note, NoteCall
from briefs.render.docx.controls import Ids, bookmark, unit_bookmark
from briefs.render.docx.inlines import Story, inlines
from briefs.word.elements import Element, field, paragraph, w

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""Ids of the two footnotes that hold the rules above notes; the settings name them."""
_MARK = "FootnoteReference"


class Notes:
    """The notes of one document, numbered by Word in the order of their first calls."""

    def __init__(self, notes: tuple[Note, ...], ids: Ids) -> None:
        self._notes = {note.id: note for note in notes}
        self._numbers: dict[str, int] = {}
        self._ids = ids

    def __bool__(self) -> bool:
        """Whether any note has been called."""
        return bool(self._numbers)

    def call(self, call: NoteCall) -> list[Element]:
        """The mark of a note; KeyError if the document has no such note."""
        note = self._notes[call.note]
        if note.id in self._numbers:
            number = self._numbers[note.id]
            return field(f"NOTEREF _note{number} \\f \\h", str(number), _MARK)
        number = self._numbers[note.id] = len(self._numbers) + 1
        mark = w("r", w("rPr", w("rStyle", val=_MARK)), w("footnoteReference", id=number))
        return bookmark(f"_note{number}", [mark], self._ids)

    def footnotes(self, story: Story) -> list[Element]:
        """The content of the footnotes part: the separators, and each note that was called.

        A note's unit is known by its bookmark alone: Word lets nobody put a control into a footnote.
        """
        return [
            *(_separator(kind, number) for kind, number in SEPARATORS.items()),
            *(self._footnote(self._notes[id], number, story) for id, number in self._numbers.items()),
        ]

    def _footnote(self, note: Note, number: int, story: Story) -> Element:
        mark = w("r", w("rPr", w("rStyle", val=_MARK)), w("footnoteRef"))
        content = unit_bookmark(note.unit, inlines(note.children, story), self._ids)
        return w("footnote", paragraph("FootnoteText", mark, w("r", w("tab")), *content), id=number)


def _separator(kind: str, number: int) -> Element:
    rule = w("p", w("pPr", w("spacing", after=0, line=240, lineRule="auto")), w("r", w(kind)))
    return w("footnote", rule, type=kind, id=number)
