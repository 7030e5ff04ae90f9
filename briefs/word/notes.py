"""Footnotes (ISO/IEC 29500-1, 17.11): the separators, the notes, and the marks by which text calls them."""

from __future__ import annotations

from briefs.word.elements import Element, field, styled_run, w

_RULE_COLOUR = "808080"
SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""Ids of the two footnotes that hold the rules above notes; the settings name them."""


def separators() -> list[Element]:
    """The footnotes that hold the rules above notes: on the page where notes begin, and where they continue."""
    return [w("footnote", _rule(kind), type=kind, id=number) for kind, number in SEPARATORS.items()]


def footnote(number: int, content: Element) -> Element:
    """The note with this number; `content` is its paragraph."""
    return w("footnote", content, id=number)


def note_mark() -> Element:
    """The number at the head of a note, which Word puts there: in the type of the note, as in the PDF."""
    return w("r", w("footnoteRef"))


def note_call(number: int, style: str) -> Element:
    """The mark in the text that calls a note."""
    return styled_run(style, w("footnoteReference", id=number))


def note_bookmark(number: int) -> str:
    """The name of the hidden bookmark around the call of a note, to which other calls of it refer."""
    return f"_note{number}"


def repeated_call(bookmark: str, number: int, style: str) -> list[Element]:
    """A further call of a note: a cross-reference to the `bookmark` of the first, so that it is printed only once."""
    return field(f"NOTEREF {bookmark} \\f \\h", str(number), w("rPr", w("rStyle", val=style)))


def _rule(kind: str) -> Element:
    """A rule of two inches, the length that Word gives it, in the colour of the PDF's."""
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return w("p", w("pPr", spacing), w("r", w("rPr", w("color", val=_RULE_COLOUR)), w(kind)))
