"""Units that are left out together, because one makes no sense or is not fair without the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from briefs.fit.leaving_out import introduces
from briefs.model.document import Content, Document, Paragraph, Section, Unit
from briefs.model.document_walk import Chapter, chapters, followed, is_attribution, owners_of, placed_units
from briefs.model.library import Drawn

Bundle: TypeAlias = tuple[str, ...]
"""Names of units that are left out in one step, in reading order."""


class Turn(NamedTuple):
    """When a unit is cut: the smallest turn goes first."""

    weight: int
    """0 for could, 1 for should, 2 for must."""
    cut: float
    """The `cut` number of its section; infinite if it has none."""
    from_end: int
    """Its position in the brief, negative: the last unit goes first."""


class Bundles:
    """All bundles of a brief; at first each unit is alone. A bundle has the turn of its unit that stays longest."""

    def __init__(self, turns: Mapping[str, Turn]) -> None:
        """`turns` gives the turn of each unit, by name, in reading order."""
        self._turns = turns
        self._bundles: dict[str, Bundle] = {name: (name,) for name in turns}

    def __contains__(self, name: str) -> bool:
        return name in self._bundles

    def __iter__(self) -> Iterator[Bundle]:
        return iter(dict.fromkeys(self._bundles.values()))

    def join(self, one: str, other: str) -> None:
        """Merge the bundles of two units, given by name."""
        members = {*self._bundles[one], *self._bundles[other]}
        bundle = tuple(name for name in self._turns if name in members)
        self._bundles.update(dict.fromkeys(bundle, bundle))

    def turn(self, bundle: Bundle) -> Turn:
        """When `bundle` is left out."""
        return max(self._turns[name] for name in bundle)

    def turn_of(self, name: str) -> Turn:
        """When the bundle of the unit with this name is left out."""
        return self.turn(self._bundles[name])


def join_pairs(bundles: Bundles, units: Sequence[Unit], blocks: Mapping[str, Drawn]) -> None:
    """Join each unit to those that print the partner (`with`) of one of its blocks."""
    printing: dict[str, list[str]] = {}
    for unit in units:
        for block in unit.printed:
            printing.setdefault(block, []).append(unit.name)
    for unit in units:
        for block in unit.printed:
            for partner in printing.get(blocks[block].block.with_ or "", ()):
                bundles.join(unit.name, partner)


def join_attributions(bundles: Bundles, document: Document) -> None:
    """Join each attribution to the last unit of the element above it: its quotation."""
    for section in document.sections:
        for content, following in followed(section):
            if following is not None and is_attribution(following):
                quotation, attribution = _names(bundles, content), _names(bundles, following)
                if quotation and attribution:
                    bundles.join(quotation[-1], attribution[0])


def join_introductions(bundles: Bundles, document: Document) -> None:
    """Join each unit that introduces others to the one of them that stays longest, from the last such unit on."""
    for chapter in reversed(chapters(document.sections)):
        for unit, introduced in reversed(tuple(_introductions(bundles, chapter))):
            if unit in bundles and introduced:
                bundles.join(unit, max(introduced, key=bundles.turn_of))


def introducing_units(bundles: Bundles, document: Document) -> Mapping[str, frozenset[str]]:
    """The units that introduce a unit, by its name; units that nothing introduces are left out."""
    found: dict[str, set[str]] = {}
    for chapter in chapters(document.sections):
        for unit, introduced in _introductions(bundles, chapter):
            for name in introduced if unit in bundles else ():
                found.setdefault(name, set()).add(unit)
    return {name: frozenset(units) for name, units in found.items()}


def _introductions(bundles: Bundles, chapter: Chapter) -> Iterator[tuple[str, list[str]]]:
    """Each unit that introduces something, with the units of the next element or, at the end, of all subsections."""
    below = _names_in(bundles, chapter.subsections)
    for section in chapter.sections:
        for content, following in followed(section):
            if introduces(content) and isinstance(content, Paragraph) and content.unit is not None:
                if following is not None:
                    yield content.unit.name, _names(bundles, following)
                elif section is chapter.head:
                    yield content.unit.name, below


def _names(bundles: Bundles, content: Content) -> list[str]:
    """The units of a block element that are in a bundle."""
    return [unit.name for unit, _ in owners_of(content) if unit.name in bundles]


def _names_in(bundles: Bundles, sections: Sequence[Section]) -> list[str]:
    """The units of `sections` that are in a bundle."""
    return [placed.unit.name for placed in placed_units(sections) if placed.unit.name in bundles]
