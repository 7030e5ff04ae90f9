"""Why a brief does not fit: by how much what must stay is too long, where the words are, and what would help most."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set

from briefs.fit.heights import LINE, UnitHeights
from briefs.fit.leaving_out import parts_of
from briefs.fit.selection import Composed
from briefs.model.diagnostics import Diagnostic, nearest
from briefs.model.document import Document, Section, Unit, inline_text
from briefs.model.document_text import section_words
from briefs.model.document_walk import owners_of
from briefs.model.edition import Template

NAMED = 3
"""How many units a hint names."""


def over_budget(
    document: Document, brief: Composed, template: Template, points: float, heights: UnitHeights
) -> Diagnostic:
    """`document`, of which all is left out that may be, is `points` longer than its pages."""
    pages = template.front.pages
    lines = math.ceil(round(points / LINE, 2))
    message = (
        f"{document.audience} does not fit {_count(pages, 'page')}: what must stay is {_count(lines, 'line')} too long"
    )
    if words := _words_by_section(document):
        message += f" (words: {words})"
    sizes = sorted(
        (
            (height, unit)
            for unit in _units(document, brief)
            if (height := heights.get((unit.name, unit.forms), 0.0)) > 0
        ),
        key=lambda sized: -sized[0],
    )
    enough = [(height, unit) for height, unit in sizes if height >= points]
    if enough:
        height, unit = enough[-1]
        remedy = "give it less weight" if unit.weight == "must" else "lower the `keep` of its section"
        hint = f"without {_name(unit)} ({_count(round(height / LINE), 'line')}) it would fit; {remedy}"
    elif not sizes:
        hint = "shorten the title, the headings and the lines of the house"
    else:
        largest = ", ".join(f"{_name(unit)} ({_count(round(height / LINE), 'line')})" for height, unit in sizes[:NAMED])
        hint = f"the longest that must stay are {largest}; give some less weight or shorter forms"
    return Diagnostic(template.place_of("pages"), "over-budget", message, f"{hint}, or raise `pages`")


def over_words(document: Document, brief: Composed, template: Template) -> Diagnostic:
    """`document`, of which all is left out that may be, has more words than its budget."""
    budget = template.front.words
    assert budget is not None
    counts = {unit.name: count for section in document.sections for unit, count in section_words(section)}
    total = sum(counts.values())
    message = (
        f"{document.audience} does not fit {_count(budget, 'word')}: what must stay has {total}, "
        f"{total - budget} too many ({_words_by_section(document)})"
    )
    longest = sorted(_units(document, brief), key=lambda unit: -counts.get(unit.name, 0))[:NAMED]
    names = ", ".join(f"{_name(unit)} ({_count(counts.get(unit.name, 0), 'word')})" for unit in longest)
    hint = f"the longest that must stay are {names}; give some less weight or shorter forms, or raise `words`"
    return Diagnostic(template.place_of("words"), "over-words", message, hint)


def over_first_page(document: Document, template: Template, missing: Set[str], points: float) -> Diagnostic:
    """The units `missing` must stand on page 1 and do not, by about `points`."""
    lines = math.ceil(round(points / LINE, 2))
    sections = [
        inline_text(section.heading)
        for section in document.sections
        if any(unit.name in missing for content in section.content for unit, _ in owners_of(content))
    ]
    message = f"{_list(sections)} must stand on page 1 and runs about {_count(lines, 'line')} over"
    hint = "shorten what stands before its end, give some of it less weight, or take it out of `first_page`"
    return Diagnostic(template.place_of("first_page"), "first-page", message, hint)


def unknown_sections(document: Document, template: Template) -> Iterator[Diagnostic]:
    """Names in `first_page` that no section has."""
    headings = [inline_text(section.heading) for section in document.sections]
    for name in template.front.first_page:
        if not any(is_named(section, [name]) for section in document.sections):
            message = f'`first_page` names "{name}", and no section is called that'
            yield Diagnostic(template.place_of("first_page"), "first-page", message, nearest(name, headings))


def is_named(section: Section, names: Sequence[str]) -> bool:
    """Whether one of `names` is the heading of `section` or its id."""
    return inline_text(section.heading) in names or section.id in names


def _units(document: Document, brief: Composed) -> list[Unit]:
    """The units of the brief's own sections, without end matter and notes."""
    own = {
        unit.name for section in brief.full.sections for content in section.content for unit, _ in owners_of(content)
    }
    return [unit for unit in document.units() if unit.name in own]


def _words_by_section(document: Document) -> str:
    """How many words each section has, subsections counted with it."""
    parts = []
    for part in parts_of(document):
        count = sum(count for _, section in part.sections for _, count in section_words(section))
        if count:
            parts.append(f"{inline_text(part.head[1].heading)} {count}")
    return ", ".join(parts)


def _name(unit: Unit) -> str:
    return " + ".join(unit.blocks)


def _list(names: Sequence[str]) -> str:
    return " and ".join(f'"{name}"' for name in names)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
