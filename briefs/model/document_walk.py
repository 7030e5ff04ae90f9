"""Walking a Document, and making a changed one: the one place that knows where units and inline content are.

Writers and readers of a format match on the elements themselves, since they translate each one; all other code asks
here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, Protocol, TypeAlias, TypeVar, overload

from briefs.model.document import Content, Document, Figure, Item, List, Paragraph, Row, Section, Table, Unit
from briefs.model.inline import Deleted, Emphasis, Foreign, Inline, Inserted, NoteCall, Strong

Owner: TypeAlias = Paragraph | Item | Row | Figure
"""An element that can print a unit."""

O = TypeVar("O", Paragraph, Item, Row, Figure)  # noqa: E741  # an owner that stays of one type

Rewrite: TypeAlias = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]


class PlacedUnit(NamedTuple):
    """A unit with the element that prints it, the block element that this is or belongs to, and its section."""

    unit: Unit
    owner: Owner
    content: Content
    section: Section


class Chapter(NamedTuple):
    """A section and the subsections under it, in reading order."""

    head: Section
    subsections: tuple[Section, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        """All of its sections, in reading order."""
        return (self.head, *self.subsections)


class ChangeOwner(Protocol):
    """Returns a replacement of the same type for an element that can print a unit; None leaves it out."""

    def __call__(self, owner: O, /) -> O | None: ...


class ReplaceOwner(Protocol):
    """Returns a replacement of the same type for an element that can print a unit."""

    def __call__(self, owner: O, /) -> O: ...


# Reading


def contents(sections: Iterable[Section]) -> Iterator[tuple[Section, Content]]:
    """Every block element with its section, in reading order."""
    for section in sections:
        for content in section.content:
            yield section, content


def chapters(sections: Iterable[Section]) -> tuple[Chapter, ...]:
    """The sections with their subsections; a subsection without a section above it is a chapter of its own."""
    found: list[Chapter] = []
    for section in sections:
        if section.level == 3 and found and found[-1].head.level == 2:
            found[-1] = Chapter(found[-1].head, (*found[-1].subsections, section))
        else:
            found.append(Chapter(section))
    return tuple(found)


def followed(section: Section) -> Iterator[tuple[Content, Content | None]]:
    """Every block element of a section with the next one; None after the last."""
    yield from pairwise((*section.content, None))


def owners_of(content: Content) -> Iterator[tuple[Unit, Owner]]:
    """The units of a block element, each with the element that prints it."""
    yield from ((owner.unit, owner) for owner in content.owners if owner.unit is not None)


def placed_units(sections: Iterable[Section]) -> Iterator[PlacedUnit]:
    """The units of `sections` with their places, in reading order."""
    for section, content in contents(sections):
        for unit, owner in owners_of(content):
            yield PlacedUnit(unit, owner, content, section)


def has_units(content: Iterable[Content]) -> bool:
    """Whether any of these block elements prints a unit."""
    return any(True for one in content for _ in owners_of(one))


def owners(document: Document) -> dict[str, Owner]:
    """The element that prints each unit of the brief's sections, by the unit's name, in reading order."""
    return {placed.unit.name: placed.owner for placed in placed_units(document.sections)}


def is_quotation(owner: Owner) -> bool:
    """Whether the element that prints a unit is a display quotation: somebody's own words, not to be changed."""
    return isinstance(owner, Paragraph) and owner.role == "quote"


def is_attribution(content: Content) -> bool:
    """Whether a block element attributes the quotation above it, whose number and tag it shares."""
    return isinstance(content, Paragraph) and content.role == "attribution"


def table_of_one_number(content: Content) -> Table | None:
    """`content` if it is a table whose rows share the number and tag of its caption; None otherwise."""
    return content if isinstance(content, Table) and not content.is_list else None


def lists_units(content: Content) -> bool:
    """Whether a block element holds units one under the other: it is a list or a table."""
    return isinstance(content, List | Table)


def is_running_text(content: Content) -> bool:
    """Whether a block element is a paragraph or a list, perhaps one with columns: not a table, not a picture."""
    return not isinstance(content, Figure) and table_of_one_number(content) is None


def inlines_of_owner(owner: Owner) -> tuple[tuple[Inline, ...], ...]:
    """The inline content of what prints a unit, in one run, or one for each cell of a row; of a figure, its caption."""
    match owner:
        case Paragraph() | Item():
            return (owner.children,)
        case Row():
            return tuple(cell.children for cell in owner.cells)
        case Figure():
            return (owner.caption,)


def inlines_of(content: Content) -> Iterator[tuple[Inline, ...]]:
    """The inline content of a block element, run by run, in reading order: paragraph, items, caption, cells."""
    if isinstance(content, Table):
        yield content.caption
        yield from content.columns
    for owner in content.owners:
        yield from inlines_of_owner(owner)


def note_calls(sections: Iterable[Section]) -> tuple[str, ...]:
    """The notes that are called, each once, in the order of their first calls."""
    calls: dict[str, None] = {}
    for section in sections:
        for inlines in (section.heading, *(one for content in section.content for one in inlines_of(content))):
            calls.update(dict.fromkeys(_calls(inlines)))
    return tuple(calls)


def calls_notes(inlines: tuple[Inline, ...]) -> bool:
    """Whether inline content calls a note."""
    return any(True for _ in _calls(inlines))


def _calls(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case NoteCall():
                yield inline.note
            case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
                yield from _calls(inline.children)
            case _:
                pass


# Changing


def map_content(document: Document, change: Callable[[Content], Content]) -> Document:
    """`document` with every block element changed."""
    sections = (replace(one, content=tuple(map(change, one.content))) for one in document.sections)
    return replace(document, sections=tuple(sections))


def map_content_to_many(document: Document, change: Callable[[Content], Iterable[Content]]) -> Document:
    """`document` with each block element replaced by any number of others."""
    sections = (
        replace(section, content=tuple(new for content in section.content for new in change(content)))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


@overload
def map_owners(content: Paragraph, change: ChangeOwner) -> Paragraph | None: ...
@overload
def map_owners(content: Figure, change: ChangeOwner) -> Figure | None: ...
@overload
def map_owners(content: List, change: ChangeOwner) -> List: ...
@overload
def map_owners(content: Table, change: ChangeOwner) -> Table: ...
def map_owners(content: Content, change: ChangeOwner) -> Content | None:
    """A block element with each element in it that can print a unit changed; a list or table may end up empty."""
    match content:
        case List():
            return replace(content, items=tuple(_changed(content.items, change)))
        case Table():
            return replace(content, rows=tuple(_changed(content.rows, change)))
        case Paragraph():
            return change(content)
        case Figure():
            return change(content)


def _changed(owners: Iterable[O], change: ChangeOwner) -> Iterator[O]:
    return (changed for owner in owners if (changed := change(owner)) is not None)


def replace_owners(content: Content, change: ReplaceOwner) -> Content:
    """A block element with each element in it that can print a unit replaced."""
    mapped = map_owners(content, change)
    assert mapped is not None, "nothing is left out"
    return mapped


def map_units(content: Content, change: Callable[[Unit], Unit]) -> Content:
    """A block element with each of its units changed."""

    def changed(owner: O) -> O:
        return owner if owner.unit is None else replace(owner, unit=change(owner.unit))

    return replace_owners(content, changed)


def map_section_owners(section: Section, change: ReplaceOwner) -> Section:
    """`section` with each element in it that can print a unit replaced."""
    return replace(section, content=tuple(replace_owners(content, change) for content in section.content))


def map_section_units(section: Section, change: Callable[[Unit], Unit]) -> Section:
    """`section` with each of its units changed, in reading order."""
    return replace(section, content=tuple(map_units(content, change) for content in section.content))


def map_inlines(document: Document, change: Rewrite) -> Document:
    """`document` with the inline content of headings, paragraphs, items, captions and cells changed as it is read."""

    def owner_of(owner: O) -> O:
        return with_inlines(owner, change)

    def content_of(content: Content) -> Content:
        if isinstance(content, Table):
            caption, columns = change(content.caption), tuple(map(change, content.columns))
            content = replace(content, caption=caption, columns=columns)
        return replace_owners(content, owner_of)

    sections = []
    for section in document.sections:
        heading = change(section.heading)
        sections.append(replace(section, heading=heading, content=tuple(map(content_of, section.content))))
    return replace(document, sections=tuple(sections))


def map_unit_inlines(document: Document, change: Rewrite) -> Document:
    """`document` with the inline content of every unit changed, in reading order; quotations are not changed."""

    def owner_of(owner: O) -> O:
        return owner if owner.unit is None or is_quotation(owner) else with_inlines(owner, change)

    return map_content(document, lambda content: replace_owners(content, owner_of))


def with_inlines(owner: O, change: Rewrite) -> O:
    """An element that can print a unit, with its inline content changed; of a figure, its caption."""
    match owner:
        case Row():
            return replace(owner, cells=tuple(replace(cell, children=change(cell.children)) for cell in owner.cells))
        case Figure():
            return replace(owner, caption=change(owner.caption))
        case _:
            return replace(owner, children=change(owner.children))


def map_note_calls(inlines: tuple[Inline, ...], change: Callable[[NoteCall], NoteCall]) -> tuple[Inline, ...]:
    """`inlines` with every note call changed, however deeply nested."""
    out: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteCall():
                out.append(change(inline))
            case Strong() | Emphasis() | Foreign() | Inserted() | Deleted():
                out.append(replace(inline, children=map_note_calls(inline.children, change)))
            case _:
                out.append(inline)
    return tuple(out)
