"""Refilling: after the cut, what was left out and still fits goes back in, so that the room that is left is used.

What was left out in one step goes back in one step, largest weight first, then in reading order. Nothing goes back
before what introduces it. What was shortened before it was left out goes back in its short form.

Only a layout shows that something fits. Since layouts take long, estimates choose what is worth one: all that surely
fits is tried together, and what might fit is tried alone. An estimate rules something out only if it is too high by more
than `DOUBT`, and all white space at the bottom of pages, which it might fill, counts as free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic

from briefs.fit.budget import Budget
from briefs.fit.extents import P, white_space
from briefs.fit.first_page import FirstPage
from briefs.fit.selection import Selection, Step
from briefs.fit.trials import Trials
from briefs.model.document_walk import owners

DOUBT = 15.0
"""By how many points an estimate may be too high."""


@dataclass(frozen=True, slots=True)
class Refilling(Generic[P]):
    """The trials of a brief that was cut, the budget that it must keep, and what page 1 must hold."""

    trials: Trials[P]
    budget: Budget
    page_1: FirstPage

    def refill(self, cut: Selection, papers: Sequence[str]) -> Selection:
        """`cut`, which fits on all `papers`, with everything put back that still fits on them."""
        refused: set[Step] = set()
        while batch := self._worth_a_layout(cut, refused):
            one_too_many: Step | None = None
            while batch and not self._fits(cut.with_back(batch), papers):
                one_too_many = batch.pop()
            refused |= {one_too_many} if one_too_many else set()
            cut = cut.with_back(batch)
        return cut

    def _fits(self, selection: Selection, papers: Sequence[str]) -> bool:
        return all(self.budget.holds_pages_of(self.trials.lay_out(selection, paper)) for paper in papers)

    def _worth_a_layout(self, cut: Selection, refused: set[Step]) -> list[Step]:
        """The steps that surely fit together or, if there is none, the first that might fit; none of `refused`."""
        room = _Room.after(cut, self)
        sure: list[Step] = []
        possible: list[Step] = []
        for step in self._candidates(cut, refused):
            more = cut.with_back((*sure, step))
            if not self.trials.brief.order.may_stand(step, more) or not self._has_few_words(more):
                continue
            growth = self.trials.predict_growth(cut, more)
            if growth <= room.at_end and growth <= room.on_page_1_for(step):
                sure.append(step)
            elif not sure and not possible and growth <= room.most_for(step) + DOUBT:
                possible.append(step)
        return sure or possible

    def _candidates(self, cut: Selection, refused: set[Step]) -> Iterator[Step]:
        """The steps that left something out, in the order in which it goes back."""
        for step in self.trials.brief.order.returns:
            if step not in refused and cut.left_out.issuperset(step.units):
                yield step

    def _has_few_words(self, selection: Selection) -> bool:
        return self.budget.holds_words_of(self.trials.document(selection))


@dataclass(frozen=True, slots=True)
class _Room:
    """The free room of a brief, in points: at its end, at the bottom of each page, and after what page 1 must hold.

    `pages` gives the page on which each of its units would begin.
    """

    at_end: float
    of_pages: tuple[float, ...]
    on_page_1: float
    before_end: frozenset[str]
    pages: dict[str, int]

    @classmethod
    def after(cls, cut: Selection, of: Refilling[P]) -> _Room:
        """The room after `cut`, which was laid out."""
        trials, page_1 = of.trials, of.page_1
        laid_out, document = trials.lay_out(cut, trials.fitted_on), trials.document(cut)
        used = max((one.bottom for name in page_1.units for one in laid_out.units.get(name, ())), default=0.0)
        pages, page = {}, 1
        for name in owners(trials.brief.full):
            page = max(page, *(extent.page for extent in laid_out.units.get(name, ())), 1)
            pages[name] = page
        at_end = -of.budget.excess(laid_out)
        before_end = page_1.before_end if page_1.units else frozenset()
        return cls(at_end, white_space(document, laid_out)[:-1], laid_out.height - used, before_end, pages)

    def on_page_1_for(self, step: Step) -> float:
        """The room on page 1 for what `step` left out; infinite if it would not move what page 1 must hold."""
        return float("inf") if self.before_end.isdisjoint(step.units) else self.on_page_1

    def most_for(self, step: Step) -> float:
        """The most room that what `step` left out may have."""
        first = min(self.pages[name] for name in step.units)
        return min(self.at_end + sum(self.of_pages[first - 1 :]), self.on_page_1_for(step))
