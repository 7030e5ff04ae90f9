"""Footnotes (ISO/IEC 29500-1, 17.11): the separators, the notes, and the marks by which text calls them."""

from __future__ import annotations

from briefs.word.elements import Element, field, styled_run, w

SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""Ids of the two footnotes that hold the rules above notes; the settings name them."""


def separators() -> list[Element]:
    """The footnotes that hold the rules above notes: on the page where notes begin, and where they continue."""
    return [w("footnote", _rule(kind), type=kind, id=number) for kind, number in SEPARATORS.items()]


def footnote(number: int, content: Element) -> Element:
    """The note with this number; `content` is its paragraph."""
    return w("footnote", content, id=number)


def note_mark(style: str) -> Element:
    """The mark at the head of a note, in a character style: Word puts its number there."""
    return styled_run(style, w("footnoteRef"))


def note_call(number: int, style: str) -> Element:
    """The mark in the text that calls a note."""
    return styled_run(style, w("footnoteReference", id=number))


def note_bookmark(number: int) -> str:
    """The name of the hidden bookmark around the call of a note, to which other calls of it refer."""
    return f"_note{number}"


def repeated_call(number: int, style: str) -> list[Element]:
    """A further call of a note: a cross-reference, so that the note is printed only once."""
    return field(f"NOTEREF {note_bookmark(number)} \\f \\h", str(number), style)


def _rule(kind: str) -> Element:
    return w("p", w("pPr", w("spacing", after=0, line=240, lineRule="auto")), w("r", w(kind)))
