"""The declared order of cutting: the steps that are done, one after another, while a brief is too long.

What *could* be in the brief goes before what *should*; what *must* be in it never goes. Within one weight, units that
have a short form are shortened before anything is left out. Both kinds of step follow the `cut` numbers of sections
(those without a number come last) and go from the last unit in reading order to the first. Units that belong together
(see `briefs.fit.bundles`) go in one step, when it is the turn of the one that stays longest: pairs (`with`), a
quotation and its attribution, a unit that ends in a colon and the last unit that it introduces. The `keep` of a section
protects the units in it that would go last. Rows that explain a term go with the term, never before. At the very end,
what must stay is shortened.

What was left out and still fits goes back in another order (see `briefs.fit.refilling`): largest weight first, then in
reading order.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from briefs.fit.bundles import Bundles, Turn, introducing_units, join_attributions, join_introductions, join_pairs
from briefs.fit.selection import Selection, Step
from briefs.model.document import Document, Section, Unit, Weight
from briefs.model.document_walk import chapters, placed_units
from briefs.model.library import Drawn

WEIGHTS: tuple[Weight, ...] = ("could", "should", "must")
"""In the order of cutting."""


@dataclass(frozen=True, slots=True)
class CuttingOrder:
    """The steps in their order, and the `cut` number of each unit, by name (None: it has none).

    `returns` are the steps that leave units out, in the order in which these go back in. `introduced_by` gives the
    units without which a unit must not be printed, since they introduce it.
    """

    steps: tuple[Step, ...]
    cut_numbers: Mapping[str, int | None]
    returns: tuple[Step, ...]
    introduced_by: Mapping[str, frozenset[str]]

    def may_stand(self, step: Step, selection: Selection) -> bool:
        """Whether all that introduces the units of `step` is in the brief after `selection`."""
        return all(selection.left_out.isdisjoint(self.introduced_by.get(name, ())) for name in step.units)


def cutting_order(
    document: Document, shortenable: Set[str], explanations: Set[str], blocks: Mapping[str, Drawn]
) -> CuttingOrder:
    """The order of cutting for `document`, as composed.

    `shortenable` are the units that have a short form; `explanations` go with what they explain and have no step of
    their own.
    """
    cut_numbers = _cut_numbers(document)
    units = [placed.unit for placed in placed_units(document.sections)]
    turns = {unit.name: _turn(unit, cut_numbers, position) for position, unit in enumerate(units)}
    independent = [unit for unit in units if unit.name not in explanations]
    bundles = Bundles({unit.name: turns[unit.name] for unit in independent})
    join_pairs(bundles, independent, blocks)
    join_attributions(bundles, document)
    kept = _kept_units(bundles, document)  # a unit that introduces others is protected by itself, not by them
    join_introductions(bundles, document)
    steps: list[Step] = []
    returns: list[Step] = []
    for rank, weight in enumerate(WEIGHTS):
        own = sorted((unit.name for unit in units if unit.weight == weight), key=turns.__getitem__)
        steps += (Step("shorten", (name,)) for name in own if name in shortenable)
        if weight != "must":
            leaving = sorted((bundle for bundle in bundles if bundles.turn(bundle).weight == rank), key=bundles.turn)
            out = [Step("leave out", bundle) for bundle in leaving if kept.isdisjoint(bundle)]
            steps += out
            returns = sorted(out, key=lambda step: -turns[step.units[0]].from_end) + returns
    return CuttingOrder(tuple(steps), cut_numbers, tuple(returns), introducing_units(bundles, document))


def _cut_numbers(document: Document) -> dict[str, int | None]:
    """The `cut` number of each unit's section or, if a subsection has none, of the section around it."""
    return {
        placed.unit.name: placed.section.cut if placed.section.cut is not None else chapter.head.cut
        for chapter in chapters(document.sections)
        for placed in placed_units(chapter.sections)
    }


def _turn(unit: Unit, cut_numbers: Mapping[str, int | None], position: int) -> Turn:
    cut = cut_numbers[unit.name]
    return Turn(WEIGHTS.index(unit.weight), math.inf if cut is None else cut, -position)


def _kept_units(bundles: Bundles, document: Document) -> frozenset[str]:
    """The units that `keep` protects: in each section, with its subsections, those that would go last."""
    kept: set[str] = set()
    for section, within in _sections_with_their_own(document):
        names = [placed.unit.name for placed in placed_units(within) if placed.unit.name in bundles]
        names.sort(key=bundles.turn_of, reverse=True)
        kept.update(names[: section.keep])
    return frozenset(kept)


def _sections_with_their_own(document: Document) -> Iterator[tuple[Section, Sequence[Section]]]:
    """Every section, with all sections that it consists of: itself and its subsections."""
    for chapter in chapters(document.sections):
        yield chapter.head, chapter.sections
        yield from ((section, (section,)) for section in chapter.subsections)
