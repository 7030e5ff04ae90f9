"""Notes as native footnotes. A note that is called again is printed once: further calls refer to the first."""

from __future__ import annotations

from briefs.model.document import Note
from briefs.model.inline import NoteCall
from briefs.render.docx.inlines import Story, inlines
from briefs.render.reference.look import Look
from briefs.word.controls import Ids, bookmark, unit_bookmark
from briefs.word.elements import Element, paragraph, tab_character
from briefs.word.notes import footnote, note_bookmark, note_call, note_mark, repeated_call, separators


class Footnotes:
    """The notes of one document, numbered by Word in the order in which they are first called."""

    def __init__(self, notes: tuple[Note, ...], look: Look, ids: Ids) -> None:
        self._notes = {note.id: note for note in notes}
        self._numbers: dict[str, int] = {}
        self._bookmarks: dict[str, str] = {}
        self._ids = ids
        self._mark = look.style("FootnoteReference")
        self._text = look.style("FootnoteText")

    def __bool__(self) -> bool:
        """Whether any note has been called."""
        return bool(self._numbers)

    def call(self, call: NoteCall) -> list[Element]:
        """The mark of a note. Raises KeyError if the document does not have it."""
        note = self._notes[call.note]
        if note.id in self._numbers:
            number = call.number or self._numbers[note.id]
            return repeated_call(self._bookmarks[note.id], number, self._mark)
        number = self._numbers[note.id] = len(self._numbers) + 1
        name = self._bookmarks[note.id] = _bookmark_name(note, number)
        return bookmark(name, [note_call(number, self._mark)], self._ids)

    def elements(self, story: Story) -> list[Element]:
        """The content of the footnotes part: the separators, and every note that was called.

        A note's unit is known only by its bookmark, since Word does not allow controls in footnotes.
        """
        called = (self._footnote(self._notes[id], number, story) for id, number in self._numbers.items())
        return [*separators(), *called]

    def _footnote(self, note: Note, number: int, story: Story) -> Element:
        content = inlines(note.children, story, note.change)
        if not _is_gone(note):
            content = unit_bookmark(note.unit, content, self._ids)
        return footnote(number, paragraph(self._text, note_mark(), tab_character(), *content))


def _bookmark_name(note: Note, number: int) -> str:
    """The name of the bookmark around the first call of a note: no deleted note has the name of another one."""
    return f"{note_bookmark(number)}_deleted" if _is_gone(note) else note_bookmark(note.number or number)


def _is_gone(note: Note) -> bool:
    return note.change is not None and note.change.kind == "deleted"
