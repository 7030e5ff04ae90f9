"""A brief as composed, in the report's own words and in short forms, and what is left of it after a selection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from briefs.fit.explained_terms import explaining
from briefs.fit.leaving_out import leave_out
from briefs.fit.order import Order, Step, order_of
from briefs.fit.shortening import shortenable, take_short
from briefs.model.document import Document
from briefs.model.document_walk import owners
from briefs.model.library import Drawn

Compose: TypeAlias = Callable[[bool], Document]
"""Composes the brief: in the report's own words where its template asks for them (False), or in short forms (True)."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is done to make a brief fit: units left out, and units printed in their short form, by name."""

    left_out: frozenset[str] = frozenset()
    shortened: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Composed:
    """A brief before it is cut. `riding` are the units that explain a term and go when it does."""

    full: Document
    short: Document
    blocks: Mapping[str, Drawn]
    riding: frozenset[str] = field(init=False)
    order: Order = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "riding", explaining(self.full, self.blocks))
        can_be_short = shortenable(self.full, self.short, self.blocks)
        object.__setattr__(self, "order", order_of(self.full, can_be_short, self.riding, self.blocks))

    def cut(self, selection: Selection) -> Document:
        """What is left of the brief. What must be there is left, whatever the selection says."""
        document = take_short(self.full, self.short, selection.shortened)
        musts = {name for name, owner in owners(document).items() if owner.unit and owner.unit.weight == "must"}
        out = selection.left_out - musts
        left = leave_out(document, out)
        unneeded = self.riding - explaining(left, self.blocks) - musts
        return leave_out(document, out | unneeded) if unneeded else left


def composed(compose: Compose, blocks: Mapping[str, Drawn]) -> Composed:
    """The brief that `compose` makes."""
    return Composed(compose(False), compose(True), blocks)


def selected(steps: Iterable[Step]) -> Selection:
    """The selection that `steps` make."""
    out: set[str] = set()
    short: set[str] = set()
    for step in steps:
        (out if step.action == "leave out" else short).update(step.units)
    return Selection(frozenset(out), frozenset(short))
