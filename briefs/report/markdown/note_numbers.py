"""Numbers of notes in Markdown, whose labels may be any words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from markdown_it.token import Token

from briefs.model.note_marks import FOOTNOTE_DIGITS
from briefs.report.markdown.note_syntax import INLINE_NOTE, NOTE_CALL, NOTE_CLOSE, NOTE_OPEN


@dataclass(slots=True)
class NoteNumbers:
    """The number of each label, and numbers that no label has."""

    by_label: Mapping[str, int]
    _taken: set[int] = field(default_factory=set)

    def of_label(self, label: str) -> int:
        """The number of the note with this label."""
        return self.by_label[label]

    def of_inline_note(self) -> int:
        """The number of the next note that has no label, or one that another has."""
        number = next(number for number in count(len(self._taken) + 1) if number not in self._taken)
        self._taken.add(number)
        return number


def note_numbers(tokens: Sequence[Token]) -> NoteNumbers:
    """Labels that are all numbers are kept; otherwise notes are numbered as they are called, as readers see them.

    Inline notes are numbered with them if there are no others, and else after all of them.
    """
    written = list(dict.fromkeys(token.meta["label"] for token in tokens if token.type == NOTE_OPEN))
    if all(label.isascii() and label.isdecimal() and len(label) <= FOOTNOTE_DIGITS for label in written):
        numbers = {label: int(label) for label in written}
        if len(set(numbers.values())) == len(numbers) and 0 not in numbers.values():
            return NoteNumbers(numbers, set(numbers.values()))
    called = dict.fromkeys([*_called(tokens), *written])
    numbers = {label: number for number, label in enumerate(called, 1)}
    return NoteNumbers(numbers, set(numbers.values()))


def _called(tokens: Sequence[Token]) -> list[str]:
    """The labels that are called, those that the body calls before those that only notes call."""
    body: list[str] = []
    notes: list[str] = []
    depth = 0
    for token in tokens:
        depth += (token.type == NOTE_OPEN) - (token.type == NOTE_CLOSE)
        _collect(token.children or (), notes if depth else body)
    return body + notes


def _collect(tokens: Sequence[Token], found: list[str]) -> None:
    for token in tokens:
        if token.type == NOTE_CALL:
            found.append(token.meta["label"])
        elif token.type == INLINE_NOTE:
            _collect(token.children or (), found)
