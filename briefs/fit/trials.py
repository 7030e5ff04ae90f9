"""Trials of a brief: it is cut, finished and laid out with one selection after another, only once with each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeAlias

from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.extents import LayOut, P, heights_of, used_height
from briefs.fit.heights import PAGE, UnitHeights, estimate
from briefs.fit.selection import Selection
from briefs.model.document import Document

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
        self._laid_out: dict[tuple[Selection, str], P] = {}
        self._heights: UnitHeights = {}
        self._page_height = PAGE
        self._misjudged = 0.0

    @property
    def heights(self) -> UnitHeights:
        """The heights of all units that were laid out, in points."""
        return self._heights

    @property
    def layouts(self) -> int:
        """How often the brief was laid out."""
        return len(self._laid_out)

    def document(self, selection: Selection) -> Document:
        """What `selection` leaves of the brief, finished."""
        if selection not in self._documents:
            self._documents[selection] = self._finish(self.brief.cut(selection))
        return self._documents[selection]

    def lay_out(self, selection: Selection, paper: str) -> P:
        """What `selection` leaves of the brief, laid out on `paper`."""
        if (selection, paper) not in self._laid_out:
            document = self.document(selection)
            laid_out = self._laid_out[selection, paper] = self.papers[paper](document)
            self._heights = {**self._heights, **heights_of(document, laid_out)}
            self._page_height = laid_out.height
            self._misjudged = used_height(laid_out) - estimate(document, self._heights)
        return self._laid_out[selection, paper]

    def tried(self, selection: Selection) -> dict[str, P]:
        """The layouts already made with `selection`, by paper, in the order of the papers."""
        return {
            paper: self._laid_out[selection, paper] for paper in self.papers if (selection, paper) in self._laid_out
        }

    def predict_growth(self, selection: Selection, more: Selection) -> float:
        """An estimate of how many points longer the brief is after `more` than after `selection`."""
        return estimate(self.document(more), self._heights) - estimate(self.document(selection), self._heights)

    def predict_excess(self, selection: Selection, budget: Budget) -> float:
        """An estimate of how many points too long for `budget` the brief is after `selection`.

        The estimate is corrected by its error for the brief that was laid out last.
        """
        guess = estimate(self.document(selection), self._heights) + self._misjudged
        return guess - budget.room(self._page_height)
