"""Trials of a brief: it is cut, finished and laid out with one selection after another.

It is measured once with each. A layout itself takes much memory, so only the last one on the usual paper is kept.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Generic, TypeAlias

from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.extents import LayOut, Measures, P, heights_of, used_height
from briefs.fit.heights import PAGE, UnitHeights, estimate, unit_height
from briefs.fit.selection import Selection
from briefs.model.document import Document, FormRef
from briefs.model.document_walk import owners

_DOCUMENTS = 16
"""How many finished documents are kept, the latest ones."""
_SURE = 0.5
"""The part of an estimated height that a unit has at least, once it is finished and laid out."""

Finish: TypeAlias = Callable[[Document], Document]
"""A function that numbers and completes what is left of a brief."""


class Trials(Generic[P]):
    """All trials of one brief, with the heights of units learned from each layout.

    `papers` are given by name: the brief is fitted on the first, and the last is the usual one.
    """

    def __init__(self, brief: ComposedBrief, finish: Finish, papers: Mapping[str, LayOut[P]]) -> None:
        self.brief = brief
        self.papers = papers
        self.fitted_on, *_, self.usual = papers
        self._finish = finish
        self._documents: dict[Selection, Document] = {}
        self._measures: dict[tuple[Selection, str], Measures] = {}
        self._whole: tuple[Selection, P] | None = None
        self._layouts = 0
        self._heights: dict[tuple[str, tuple[FormRef, ...]], float] = {}
        self._page_height = PAGE
        self._misjudged = 0.0

    @property
    def heights(self) -> UnitHeights:
        """The heights of all units that were laid out, in points."""
        return self._heights

    @property
    def layouts(self) -> int:
        """How often the brief was laid out."""
        return self._layouts

    def document(self, selection: Selection) -> Document:
        """What `selection` leaves of the brief, finished."""
        document = self._documents.pop(selection, None) or self._finish(self.brief.cut(selection))
        self._documents[selection] = document  # the latest one is the last
        if len(self._documents) > _DOCUMENTS:
            del self._documents[next(iter(self._documents))]
        return document

    def lay_out(self, selection: Selection, paper: str) -> Measures:
        """What `selection` leaves of the brief, laid out on `paper`."""
        if (selection, paper) not in self._measures:
            self._lay_out(selection, paper)
        return self._measures[selection, paper]

    def whole(self, selection: Selection) -> P:
        """The layout of what `selection` leaves of the brief on the usual paper; only the last one is kept."""
        if self._whole is None or self._whole[0] != selection:
            self._lay_out(selection, self.usual)
        assert self._whole is not None
        return self._whole[1]

    def _lay_out(self, selection: Selection, paper: str) -> None:
        document = self.document(selection)
        if paper == self.usual:
            self._whole = None  # two take twice the memory
        laid_out = self.papers[paper](document)
        if paper == self.usual:
            self._whole = selection, laid_out
        self._layouts += 1
        self._measures[selection, paper] = Measures.of(laid_out)
        self._heights.update(heights_of(document, laid_out))
        self._page_height = laid_out.height
        self._misjudged = used_height(laid_out) - estimate(document, self._heights)

    def tried(self, selection: Selection) -> dict[str, Measures]:
        """The layouts already made with `selection`, by paper, in the order of the papers."""
        return {
            paper: self._measures[selection, paper] for paper in self.papers if (selection, paper) in self._measures
        }

    def least_height(self, names: Iterable[str]) -> float:
        """The least height, in points, that the units with these names add to the brief: without room around them.

        It takes the time of these units, not that of the brief, as `predict_growth` does.
        """
        return _SURE * sum(self._least.get(name, 0.0) for name in names)

    @cached_property
    def _least(self) -> Mapping[str, float]:
        """The least of the estimated heights of each unit, in all of its forms, by name."""
        least: dict[str, float] = {}
        for document in (self.brief.full, self.brief.short):
            for name, owner in owners(document).items():
                least[name] = min(unit_height(owner, {}), least.get(name, math.inf))
        return least

    def predict_growth(self, selection: Selection, more: Selection) -> float:
        """An estimate of how many points longer the brief is after `more` than after `selection`."""
        return estimate(self.document(more), self._heights) - estimate(self.document(selection), self._heights)

    def predict_excess(self, selection: Selection, budget: Budget) -> float:
        """An estimate of how many points too long for `budget` the brief is after `selection`.

        The estimate is corrected by its error for the brief that was laid out last.
        """
        guess = estimate(self.document(selection), self._heights) + self._misjudged
        return guess - budget.room(self._page_height)
