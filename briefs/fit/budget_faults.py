"""Why a brief does not keep its budget: how much too long the part is that must stay, where, and what would help."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence, Set

from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.heights import LINE, UnitHeights
from briefs.model.diagnostics import Diagnostic, Fault
from briefs.model.document import Document, Unit
from briefs.model.document_text import section_words
from briefs.model.document_walk import chapters, owners, placed_units
from briefs.model.edition import Template
from briefs.model.inline import inline_text
from briefs.text.counts import counted

NAMED = 3
"""How many units a hint names."""
_PAPERS = {"Letter": "US Letter"}
"""What people call papers whose names in the program differ."""


def over_pages(
    document: Document,
    brief: ComposedBrief,
    template: Template,
    points: float,
    heights: UnitHeights,
    paper: str = "",
) -> Diagnostic:
    """The fault of `document`, without all that may be left out, being `points` longer than its budget of pages.

    `paper` is the only one that it does not fit, if it fits another.
    """
    sheet = f" on {_PAPERS.get(paper, paper)}" if paper else ""
    message = (
        f"{document.key.described} does not fit on {counted(template.front.pages, 'page')}{sheet}: "
        f"what must stay is {_lines(points)} too long"
    )
    if words := _words_by_section(document):
        message += f" (words by section: {words})"
    hint = f"{_remedy(_known_heights(document, brief, heights), points)}, or raise `pages`"
    return Fault("over-budget", message, hint).at(template.place_of("pages"))


def over_words(document: Document, brief: ComposedBrief, template: Template) -> Diagnostic:
    """The fault of `document`, without all that may be left out, having more words than its budget."""
    budget = template.front.words
    assert budget is not None, "a brief without a budget of words has never too many"
    counts = {unit.name: count for section in document.sections for unit, count in section_words(section)}
    total = sum(counts.values())
    message = (
        f"{document.key.described} may have {counted(budget, 'word')}, but what must stay has {total}: "
        f"{total - budget} too many (words by section: {_words_by_section(document)})"
    )
    longest = sorted(_own_units(document, brief), key=lambda unit: -counts.get(unit.name, 0))[:NAMED]
    sizes = ((unit, counted(counts.get(unit.name, 0), "word")) for unit in longest)
    return Fault("over-words", message, f"{_shorten(sizes)}, or raise `words`").at(template.place_of("words"))


def over_first_page(document: Document, template: Template, missing: Set[str], points: float) -> Diagnostic:
    """The fault of units on later pages that must be on page 1: the names `missing`, too long by about `points`."""
    headings = dict.fromkeys(
        inline_text(placed.section.heading) for placed in placed_units(document.sections) if placed.unit.name in missing
    )
    names = " and ".join(f'"{heading}"' for heading in headings)
    runs = "runs" if len(headings) == 1 else "run"
    message = f"{names} must stand on page 1 but {runs} over by about {_lines(points)}"
    hint = (
        "shorten the section or what comes before it, give some of that less weight, "
        "or remove the section from `first_page`"
    )
    return Fault("first-page", message, hint).at(template.place_of("first_page"))


def _remedy(sizes: Sequence[tuple[float, Unit]], points: float) -> str:
    """A hint on how to shorten a brief by `points`; `sizes` are its units with their heights, the highest first."""
    if not sizes:
        return "shorten the title, the headings and the lines from house.yaml"
    enough = [(height, unit) for height, unit in sizes if height >= points]
    if not enough:
        return _shorten((unit, counted(round(height / LINE), "line")) for height, unit in sizes[:NAMED])
    height, unit = enough[-1]
    remedy = "give it less weight" if unit.weight == "must" else "lower the `keep` of its section"
    return f"without {_blocks(unit)} ({counted(round(height / LINE), 'line')}) it would fit; {remedy}"


def _shorten(longest: Iterable[tuple[Unit, str]]) -> str:
    """A hint to shorten the `longest` units, given with the lines or words that each takes."""
    named = [f"{_blocks(unit)} ({size})" for unit, size in longest]
    if len(named) == 1:
        return f"all that must stay is {named[0]}; give it less weight or a shorter form"
    return f"the longest blocks that must stay are {', '.join(named)}; give some of them less weight or shorter forms"


def _known_heights(document: Document, brief: ComposedBrief, heights: UnitHeights) -> list[tuple[float, Unit]]:
    """The units of `document` with their heights in points, as far as these are known, the highest first."""
    sizes = ((heights.get((unit.name, unit.forms), 0.0), unit) for unit in _own_units(document, brief))
    return sorted((sized for sized in sizes if sized[0] > 0), key=lambda sized: -sized[0])


def _own_units(document: Document, brief: ComposedBrief) -> list[Unit]:
    """The units of the brief's sections, without end matter and notes."""
    own = owners(brief.full)
    return [unit for unit in document.units() if unit.name in own]


def _words_by_section(document: Document) -> str:
    """How many words each section has, with those of its subsections."""
    counts = (
        (inline_text(chapter.head.heading), sum(n for section in chapter.sections for _, n in section_words(section)))
        for chapter in chapters(document.sections)
    )
    return ", ".join(f"{heading} {count}" for heading, count in counts if count)


def _blocks(unit: Unit) -> str:
    return " + ".join(unit.blocks)


def _lines(points: float) -> str:
    return counted(math.ceil(round(points / LINE, 2)), "line")
