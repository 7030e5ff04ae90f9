"""The declared order of cutting: what is done, one step after another, while a brief is too long.

could before should, and must never. Of one weight, what has a short form is shortened before anything is left out.
Both go by the section's `cut` number (sections without one come after all that have one), then from the last unit in
reading order to the first. Units that belong together go in one step, when the one of them would go that stays
longest: pairs (`with`), a quotation and its attribution, a unit that ends in a colon and the last that it introduces.
A section's `keep` protects the units of it that would go last. Rows that explain a term go with the term, never before.
Last of all, what cannot be left out is shortened.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal, TypeAlias

from briefs.fit.leaving_out import Part, introduces, parts_of
from briefs.model.document import Content, Document, Paragraph, Unit, Weight
from briefs.model.document_walk import owners_of
from briefs.model.library import Drawn

WEIGHTS: tuple[Weight, ...] = ("could", "should", "must")
"""In the order of cutting."""

Turn: TypeAlias = tuple[int, float, int]
"""When a unit goes: its weight, its section's number, its place from the end. What is least goes first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done to make a brief shorter, to the units with these ids."""

    action: Literal["shorten", "leave out"]
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """The steps in their order; `cut` is the number of the section that each unit stands in."""

    steps: tuple[Step, ...]
    cut: Mapping[str, int | None]


def order_of(document: Document, shortenable: Set[str], riding: Set[str], blocks: Mapping[str, Drawn]) -> Order:
    """The order of cutting for `document`, as composed. `riding` units go with what they explain, not by themselves."""
    found = _Uses(document, riding)
    groups = _Groups(found.turns)
    _join_pairs(groups, found.units, blocks)
    _join_attributions(groups, document, found.turns)
    kept = _kept(groups, found)
    _join_introductions(groups, document, found.turns)
    steps: list[Step] = []
    for rank, weight in enumerate(WEIGHTS):
        own = sorted((unit.name for unit in found.all if unit.weight == weight), key=found.all_turns.__getitem__)
        steps += (Step("shorten", (name,)) for name in own if name in shortenable)
        members = sorted((group for group in groups.all() if groups.turn(group)[0] == rank), key=groups.turn)
        if weight != "must":
            steps += (Step("leave out", group) for group in members if not kept.intersection(group))
    return Order(tuple(steps), found.cut)


class _Uses:
    """The units of a brief's sections with their turns; `turns` is without those that ride."""

    def __init__(self, document: Document, riding: Set[str]) -> None:
        self.parts = parts_of(document)
        self.cut: dict[str, int | None] = {}
        self.all: list[Unit] = []
        for part in self.parts:
            for _, section in part.sections:
                for content in section.content:
                    for unit, _ in owners_of(content):
                        self.all.append(unit)
                        self.cut[unit.name] = section.cut if section.cut is not None else part.head[1].cut
        self.all_turns = {unit.name: self._turn(unit, position) for position, unit in enumerate(self.all)}
        self.units = [unit for unit in self.all if unit.name not in riding]
        self.turns = {unit.name: self.all_turns[unit.name] for unit in self.units}

    def _turn(self, unit: Unit, position: int) -> Turn:
        cut = self.cut[unit.name]
        return WEIGHTS.index(unit.weight), math.inf if cut is None else cut, -position


class _Groups:
    """Units that go together; the turn of a group is that of the member that stays longest."""

    def __init__(self, turns: Mapping[str, Turn]) -> None:
        self._turns = turns
        self._groups: dict[str, tuple[str, ...]] = {name: (name,) for name in turns}

    def join(self, one: str, other: str) -> None:
        first, second = self._groups[one], self._groups[other]
        if first is not second:
            joined = tuple(name for name in self._turns if name in first or name in second)
            self._groups.update(dict.fromkeys(joined, joined))

    def of(self, name: str) -> tuple[str, ...]:
        return self._groups[name]

    def turn(self, group: tuple[str, ...]) -> Turn:
        return max(self._turns[name] for name in group)

    def all(self) -> tuple[tuple[str, ...], ...]:
        return tuple(dict.fromkeys(self._groups.values()))


def _join_pairs(groups: _Groups, units: Sequence[Unit], blocks: Mapping[str, Drawn]) -> None:
    printing: dict[str, list[str]] = {}
    for unit in units:
        for block in unit.printed:
            printing.setdefault(block, []).append(unit.name)
    for unit in units:
        for block in unit.printed:
            for partner in printing.get(blocks[block].block.with_ or "", ()):
                groups.join(unit.name, partner)


def _join_attributions(groups: _Groups, document: Document, turns: Mapping[str, Turn]) -> None:
    for section in document.sections:
        last: str | None = None
        for content in section.content:
            units = [unit.name for unit, _ in owners_of(content) if unit.name in turns]
            if isinstance(content, Paragraph) and content.role == "attribution" and units and last is not None:
                groups.join(last, units[0])
            last = units[-1] if units else None


def _kept(groups: _Groups, found: _Uses) -> frozenset[str]:
    """The units that `keep` protects: in each section, with its subsections, those that would go last."""
    kept: set[str] = set()
    for part in found.parts:
        for index, (_, section) in enumerate(part.sections):
            within = part.sections if index == 0 else ((index, section),)
            names = [
                unit.name
                for _, one in within
                for content in one.content
                for unit, _ in owners_of(content)
                if unit.name in found.turns
            ]
            names.sort(key=lambda name: groups.turn(groups.of(name)), reverse=True)
            kept.update(names[: section.keep])
    return frozenset(kept)


def _join_introductions(groups: _Groups, document: Document, turns: Mapping[str, Turn]) -> None:
    """Join each unit that introduces others to the one of them that stays longest; the last such unit first."""
    for part in reversed(parts_of(document)):
        for unit, introduced in reversed(tuple(_introductions(part))):
            names = [name for name in introduced if name in turns]
            if unit in turns and names:
                groups.join(unit, max(names, key=lambda name: groups.turn(groups.of(name))))


def _introductions(part: Part) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each unit that introduces what follows it, and the units of that."""
    below = tuple(_ids(content for _, section in part.subsections for content in section.content))
    for index, (_, section) in enumerate(part.sections):
        for position, content in enumerate(section.content):
            if introduces(content) and isinstance(content, Paragraph) and content.unit is not None:
                rest = section.content[position + 1 :]
                yield content.unit.name, tuple(_ids(rest[:1])) if rest else below if index == 0 else ()


def _ids(contents: Iterable[Content]) -> Iterator[str]:
    for content in contents:
        yield from (unit.name for unit, _ in owners_of(content))
