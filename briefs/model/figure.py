"""What figures show: a closed union of typed graphics, and the words of each.

A graphic that could not be drawn cannot be made: one that shows nothing, or has a number that no bar can show, raises
ValueError.

To add a kind, write a dataclass here and a row in `GRAPHICS`, a reader in `compose/looks/figure_reader.py`, a module
that draws it in `render/figures/` with a case in `figure_drawing`, and an estimate of its height in `fit/heights.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

from briefs.model.phrases import Phrases


@dataclass(frozen=True, slots=True)
class Event:
    """Something on a timeline: `when` as it is printed. `is_dated` is False if the report gives no date for it."""

    when: str
    text: str
    is_dated: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order in which they are drawn: by date, those without a date last."""

    events: tuple[Event, ...]

    def __post_init__(self) -> None:
        if not self.events:
            raise ValueError("a timeline must have at least one event")

    @property
    def heads(self) -> tuple[str, ...]:
        """The printed date of each event; empty where it would repeat the "no date given" of the event before."""
        return tuple(
            "" if before and not event.is_dated and not before.is_dated and event.when == before.when else event.when
            for before, event in zip((None, *self.events), self.events, strict=False)
        )

    @property
    def labels(self) -> tuple[str, ...]:
        """Every wording that is printed in the graphic, in reading order."""
        pairs = zip(self.heads, self.events, strict=True)
        return tuple(words for head, event in pairs for words in (head, event.text) if words)

    def sentences(self, phrases: Phrases) -> str:
        """What the graphic says, for those who cannot see it."""
        return " ".join(phrases.closed(phrases.event.format(when=event.when, text=event.text)) for event in self.events)


@dataclass(frozen=True, slots=True)
class Pillar:
    """One of several parts that carry something together."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Pillars:
    """Pillars side by side on a base; `beams` are the statements, if any, that lie on top of all of them."""

    pillars: tuple[Pillar, ...]
    beams: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.pillars:
            raise ValueError("a row of pillars has at least one pillar")

    @property
    def labels(self) -> tuple[str, ...]:
        """Every wording that is printed in the graphic, in reading order."""
        return (*self.beams, *(words for one in self.pillars for words in (str(one.number), one.text)))

    def sentences(self, phrases: Phrases) -> str:
        """What the graphic says, for those who cannot see it."""
        pillars = (phrases.pillar.format(number=pillar.number, text=pillar.text) for pillar in self.pillars)
        return " ".join(map(phrases.closed, (*self.beams, *pillars)))


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of those that a bar counts."""

    text: str
    value: int

    def __post_init__(self) -> None:
        _check_count(self.text, self.value)


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with its name; `portions` are parts of the number that are shown separately."""

    name: str
    value: int
    portions: tuple[Portion, ...] = ()

    def __post_init__(self) -> None:
        _check_count(self.name, self.value)
        if sum(portion.value for portion in self.portions) > self.value:
            raise ValueError(f'the portions of "{self.name}" are more than its {self.value}')


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart of counts, in the order in which they are drawn."""

    bars: tuple[Bar, ...]

    def __post_init__(self) -> None:
        if not any(bar.value for bar in self.bars):
            raise ValueError("a bar chart must have at least one number above 0")

    @property
    def total(self) -> int:
        """The sum of all bars."""
        return sum(bar.value for bar in self.bars)

    @property
    def labels(self) -> tuple[str, ...]:
        """Every wording that is printed in the graphic, in reading order."""
        return tuple(
            words
            for bar in self.bars
            for words in (bar.name, *(portion.text for portion in bar.portions), str(bar.value))
        )

    def sentences(self, phrases: Phrases) -> str:
        """What the graphic says, for those who cannot see it."""

        def said(bar: Bar) -> str:
            portions = "".join(phrases.of_whom.format(text=portion.text) for portion in bar.portions)
            return phrases.bar.format(name=bar.name, value=bar.value, portions=portions)

        return " ".join((phrases.bar_chart, *map(said, self.bars), phrases.in_all.format(total=self.total)))


Graphic: TypeAlias = Timeline | Pillars | Bars
"""What a figure shows."""

GRAPHICS: Mapping[str, type[Graphic]] = MappingProxyType({"timeline": Timeline, "pillars": Pillars, "bars": Bars})
"""Kinds of graphic, by their name in block templates: the class of `<figure>`."""


def _check_count(name: str, value: int) -> None:
    if not 0 <= value < math.inf:
        raise ValueError(f'"{name}" is counted from 0 on, not {value}')
