"""What can be pointed at in a brief: its units, its title, the sentence on what it summarizes, and its headings.

Each has a name, which says where its element is in the HTML: the id of a unit or section, or a selector (CSS) for what
has no id.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefs.model.document import Document, Figure, Section, Unit
from briefs.model.document_text import heading_words
from briefs.model.document_walk import Owner, inlines_of_owner, placed_units
from briefs.model.inline import inline_text
from briefs.model.sent_runs import run_text
from briefs.pipeline.recognition import unit_labels

TITLE = "main > h1"
ABOUT = "p.about"
_BEGINNING = 12
"""How many words of a text are enough to recognize it."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """Something that can be pointed at: its name, how people find it, and its words; its `unit`, if it is one; and the
    `section` that it is in, or is the heading of."""

    name: str
    place: str
    text: str
    unit: Unit | None = None
    section: Section | None = None

    @property
    def beginning(self) -> str:
        """Its first words; of what is no unit, after what it is."""
        words = self.text.split()
        first = " ".join(words[:_BEGINNING]) + ("\u00a0…" if len(words) > _BEGINNING else "")
        return first if self.unit else f"{self.place[:1].upper()}{self.place[1:]}: {first}"


def pointed_in(document: Document) -> dict[str, Pointed]:
    """All that can be pointed at in `document`, by name, in reading order; notes last."""
    return {one.name: one for one in _pointed(document)}


def _pointed(document: Document) -> Iterator[Pointed]:
    yield Pointed(TITLE, "title", document.title)
    yield Pointed(ABOUT, "what the brief summarizes", inline_text(document.furniture.about))
    labels = unit_labels(document)
    for section in document.sections:
        if section.id:
            yield Pointed(section.id, "heading", heading_words(section.heading), section=section)
        for placed in placed_units((section,)):
            yield Pointed(placed.unit.tag, labels[placed.unit.name], _words(placed.owner), placed.unit, section)
    for note in document.notes:
        yield Pointed(note.unit.tag, labels[note.unit.name], run_text(note.children).strip(), note.unit)


def _words(owner: Owner) -> str:
    """What the element that prints a unit says, without source tags and marks of notes; of a figure also what is in the
    picture."""
    shown = owner.graphic.labels if isinstance(owner, Figure) else ()
    return " ".join(" ".join((*map(run_text, inlines_of_owner(owner)), *shown)).split())
