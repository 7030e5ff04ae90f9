"""The text of a Document as readers see it, unit by unit, and its number of words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefs.model.document import Content, Document, Figure, List, Paragraph, Row, Section, Table, Unit
from briefs.model.document_walk import Owner, inlines_of, inlines_of_owner, owners_of, placed_units
from briefs.model.figure import Timeline
from briefs.model.folding import printable_form
from briefs.model.inline import Inline, inline_text
from briefs.model.phrases import Phrases
from briefs.model.typesetting import words


def content_texts(content: Content) -> Iterator[str]:
    """All text of a block element, piece by piece."""
    if isinstance(content, Figure):
        yield inline_text(content.caption)
        yield " ".join(content.graphic.labels)
    else:
        yield from map(inline_text, inlines_of(content))


def alternative_text(figure: Figure, phrases: Phrases) -> str:
    """What is read in place of a figure (WCAG 2.2, 1.1.1): what the graphic says, in the language of `phrases`.

    Its caption is not repeated, since it is read too.
    """
    return figure.graphic.sentences(phrases)


def owner_text(owner: Owner) -> str:
    """The text of the element that prints a unit, with cells joined; of a figure, its caption."""
    return " ".join(map(inline_text, inlines_of_owner(owner)))


def unit_texts(document: Document) -> Iterator[tuple[Unit, str]]:
    """Each unit with its text, including the text in a picture; notes last."""
    for placed in placed_units(document.sections):
        yield placed.unit, _text(placed.owner)
    yield from ((note.unit, inline_text(note.children)) for note in document.notes)


def heading_words(heading: tuple[Inline, ...]) -> str:
    """The words of a heading as a list of headings names them: without marks of notes, with plain spaces, in one line.

    Soft hyphens and the like, which serve the layout of lines, are left out.
    """
    return " ".join(printable_form(inline_text(heading)).split())


def masthead_text(document: Document) -> str:
    """What readers have read before the first section: who issues the brief, its title, and what it summarizes."""
    furniture = document.furniture
    return " ".join((furniture.issuer, document.title, inline_text(furniture.about)))


def is_expanded(acronym: str, expansion: str, text: str, masthead: str) -> bool:
    """Whether a brief expands an acronym: anywhere in its `text`, or together with it in its `masthead`."""
    return expansion.lower() in text.lower() or f"{expansion} ({acronym})".lower() in masthead.lower()


def unit_texts_of(content: Content) -> Iterator[tuple[Unit, str]]:
    """Each unit of one block element with its text."""
    return ((unit, _text(owner)) for unit, owner in owners_of(content))


def _text(owner: Owner) -> str:
    return " ".join(content_texts(owner)) if isinstance(owner, Figure) else owner_text(owner)


def separate_texts(owner: Owner) -> Iterator[str]:
    """What the element that prints a unit says, in texts of which each is understood by itself.

    A cell has the first cell of its row before it, an event its date.
    """
    match owner:
        case Row(cells=(first, *others)):
            yield from (f"{inline_text(first.children)}: {inline_text(cell.children)}" for cell in others)
        case Figure(graphic=Timeline(events=events), caption=caption):
            yield inline_text(caption)
            yield from (f"{event.when}: {event.text}" for event in events)
        case _:
            yield from map(inline_text, inlines_of_owner(owner))


class Listing(NamedTuple):
    """A list or table: its caption, the introduction before it (empty if it has none), its rows or items, its line."""

    caption: str
    introduction: str
    rows: int
    line: int


def listings(section: Section) -> Iterator[Listing]:
    """The lists and tables of a section; a table or list that prints no blocks has the line of its section."""
    before: Content | None = None
    for content in section.content:
        if isinstance(content, List | Table):
            caption = inline_text(content.caption) if isinstance(content, Table) else ""
            introduces = isinstance(before, Paragraph) and before.unit is None
            introduction = " ".join(content_texts(before)) if before is not None and introduces else ""
            line = next((unit.line for unit, _ in owners_of(content)), section.line)
            yield Listing(caption, introduction, len(content.owners), line)
        before = content


def full_text(document: Document) -> str:
    """All text of a brief except furniture, with line ends between elements."""
    return "\n".join(_texts(document))


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    for section in document.sections:
        yield from section_texts(section)
    for note in document.notes:
        yield inline_text(note.children)


def section_texts(section: Section) -> Iterator[str]:
    """All text of a section, piece by piece: its heading first."""
    yield inline_text(section.heading)
    for content in section.content:
        yield from content_texts(content)


def unit_words(document: Document) -> int:
    """How many words the units of a brief have, as a word budget counts them. Furniture, headings, notes, end matter
    and the text in pictures do not count."""
    return sum(count for section in document.sections for _, count in section_words(section))


def section_words(section: Section) -> Iterator[tuple[Unit, int]]:
    """The units of a section with the words that a budget counts: none in end matter, of a figure the caption."""
    if section.style != "end":
        for placed in placed_units((section,)):
            yield placed.unit, len(words(owner_text(placed.owner)))
