"""What must be on page 1: the sections that `first_page` names in a template's front matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from briefs.fit.extents import LaidOutPages
from briefs.model.diagnostics import Diagnostic, Fault, nearest
from briefs.model.document import Document, Section
from briefs.model.document_walk import chapters, owners, placed_units
from briefs.model.edition import Template
from briefs.model.inline import inline_text


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The names of the units that must be on page 1, and of all units up to the last of them in reading order."""

    units: frozenset[str]
    before_end: frozenset[str]


def first_page_of(document: Document, names: Sequence[str]) -> FirstPage:
    """What page 1 must hold: the sections of `document` with these `names`, and their subsections."""
    units = frozenset(
        placed.unit.name
        for chapter in chapters(document.sections)
        for section in chapter.sections
        if _is_named(chapter.head, names) or _is_named(section, names)
        for placed in placed_units((section,))
    )
    in_order = list(owners(document))
    end = max((in_order.index(name) + 1 for name in units), default=0)
    return FirstPage(units, frozenset(in_order[:end]))


def unknown_sections(document: Document, template: Template) -> Iterator[Diagnostic]:
    """The names in `first_page` that no section has."""
    headings = [inline_text(section.heading) for section in document.sections]
    for name in template.front.first_page:
        if not any(_is_named(section, [name]) for section in document.sections):
            message = f'`first_page` names "{name}", but no section has this heading'
            yield Fault("first-page", message, nearest(name, headings)).at(template.place_of("first_page"))


def units_beyond(laid_out: LaidOutPages, names: Set[str]) -> frozenset[str]:
    """The units, among those with these `names`, that are not on page 1, or not entirely."""
    return frozenset(name for name in names if any(extent.page > 1 for extent in laid_out.units.get(name, ())))


def overrun(laid_out: LaidOutPages, names: Set[str]) -> float:
    """The height, in points, of those parts of the units with these `names` that are on later pages."""
    return sum(
        extent.bottom - extent.top for name in names for extent in laid_out.units.get(name, ()) if extent.page > 1
    )


def _is_named(section: Section, names: Sequence[str]) -> bool:
    """Whether one of `names` is the heading of `section` or its id."""
    return inline_text(section.heading) in names or section.id in names
