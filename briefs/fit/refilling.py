"""Refilling: after the cut, what was left out and still fits goes back in, so that the room that is left is used.

What was left out in one step goes back in one step, largest weight first, then in reading order. Nothing goes back
before what introduces it. What was shortened before it was left out goes back in its short form.

Only a layout shows that something fits. Since layouts take long, estimates choose what is worth one: all that should
fit is tried together, by halves if it does not, and what might fit is tried alone. What might fit is at most `DOUBT`
too high, if all white space at the bottom of pages, which it may fill, counts as free; and nothing on its page that is
as high was tried in vain. In long briefs, not all that might fit is tried (see `briefs.fit.effort`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple

from briefs.fit.budget import Budget
from briefs.fit.effort import Effort
from briefs.fit.extents import LaidOutPages, P, white_space
from briefs.fit.first_page import FirstPage
from briefs.fit.selection import Selection, Step
from briefs.fit.trials import Trials
from briefs.model.document_walk import owners

DOUBT = 12.0
"""By how many points an estimate may be too high: a line of small type, which the sources may not need after all."""
ALIKE = 0.0
"""By how many points something must be lower than what was tried in vain on its page to be worth a layout."""


@dataclass(frozen=True, slots=True)
class Refilling(Generic[P]):
    """The trials of a brief that was cut, the budget that it must keep, what page 1 must hold, and what is tried."""

    trials: Trials[P]
    budget: Budget
    page_1: FirstPage
    effort: Effort

    def refill(self, cut: Selection, papers: Sequence[str]) -> Selection:
        """`cut`, which fits on all `papers`, with everything put back that still fits on them."""
        in_vain: dict[Step, _Tried] = {}
        while self._is_any_left(in_vain) and (batch := self._worth_a_layout(cut, in_vain)):
            number = self._most_that_fit(cut, batch, papers)
            one_too_many = batch[number] if number < len(batch) else None
            cut = cut.with_back(batch[:number])
            if one_too_many is not None:
                growth = self.trials.predict_growth(cut, cut.with_back((one_too_many,)))
                in_vain[one_too_many] = _Tried(self._room(cut).page_of(one_too_many), growth)
        return cut

    def _is_any_left(self, in_vain: Mapping[Step, _Tried]) -> bool:
        """Whether one layout more may be made."""
        return len(in_vain) < self.effort.in_vain and self.trials.layouts < self.effort.layouts

    def _most_that_fit(self, cut: Selection, batch: Sequence[Step], papers: Sequence[str]) -> int:
        """How many steps of `batch`, from the first one, fit after `cut`: most often all, or else found by halving, as
        long as there are layouts left."""
        fitting, number = 0, len(batch)
        too_many = len(batch) + 1
        while fitting + 1 < too_many and self.trials.layouts < self.effort.layouts:
            if self._fits(cut.with_back(batch[:number]), papers):
                fitting = number
            else:
                too_many = number
            number = (fitting + too_many) // 2
        return fitting

    def _fits(self, selection: Selection, papers: Sequence[str]) -> bool:
        return all(self.budget.holds_pages_of(self.trials.lay_out(selection, paper)) for paper in papers)

    def _worth_a_layout(self, cut: Selection, in_vain: Mapping[Step, _Tried]) -> list[Step]:
        """The steps that should fit together or, if none should, the first that might fit; none that was `in_vain`."""
        room = self._room(cut)
        likely: list[Step] = []
        possible: list[Step] = []
        together, looked_at = 0.0, 0
        for step in self._candidates(cut, in_vain):
            least = together + self.trials.least_height(step.units)
            in_doubt = not (likely or possible or self.effort.is_long) and least <= room.most_for(step) + DOUBT
            if least > min(room.at_end, room.on_page_1_for(step)) and not in_doubt:
                continue
            if (looked_at := looked_at + 1) > self.effort.looked_at:
                break
            more = cut.with_back((*likely, step))
            if not self.trials.brief.order.may_stand(step, more) or not self._has_few_words(more):
                continue
            growth = self.trials.predict_growth(cut, more)
            page = room.page_of(step)
            if any(one.page == page and growth >= one.growth - ALIKE for one in in_vain.values()):
                continue
            if growth <= min(room.at_end, room.on_page_1_for(step)):
                likely.append(step)
                together, looked_at = growth, looked_at - 1
            elif in_doubt and growth <= room.most_for(step) + DOUBT:
                possible.append(step)
        return likely or possible

    def _candidates(self, cut: Selection, in_vain: Mapping[Step, _Tried]) -> Iterator[Step]:
        """The steps that left something out, in the order in which it goes back."""
        for step in self.trials.brief.order.returns:
            if step not in in_vain and cut.left_out.issuperset(step.units):
                yield step

    def _has_few_words(self, selection: Selection) -> bool:
        return self.budget.holds_words_of(self.trials.document(selection))

    def _room(self, cut: Selection) -> _Room:
        """The room after `cut`, which was laid out on the paper that the brief is fitted on."""
        trials, page_1 = self.trials, self.page_1
        laid_out, document = trials.lay_out(cut, trials.fitted_on), trials.document(cut)
        end = max((one.bottom for name in page_1.units for one in laid_out.units.get(name, ())), default=0.0)
        return _Room(
            at_end=-self.budget.excess(laid_out),
            of_pages=white_space(document, laid_out)[:-1],
            on_page_1=laid_out.height - end,
            before_end=page_1.before_end if page_1.units else frozenset(),
            pages=_first_pages(owners(trials.brief.full), laid_out),
        )


def _first_pages(names: Iterable[str], laid_out: LaidOutPages) -> dict[str, int]:
    """The page on which each unit begins or, if it is left out, the page on which what is printed before it ends."""
    pages, page = {}, 1
    for name in names:
        extents = laid_out.units.get(name, ())
        pages[name] = min((extent.page for extent in extents), default=page)
        page = max((extent.page for extent in extents), default=page)
    return pages


class _Tried(NamedTuple):
    """The page on which something would begin, and its estimated height in points."""

    page: int
    growth: float


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

    def page_of(self, step: Step) -> int:
        """The page on which the first unit that `step` left out would begin."""
        return min(self.pages[name] for name in step.units)

    def on_page_1_for(self, step: Step) -> float:
        """The room on page 1 for what `step` left out; infinite if it would not move what page 1 must hold."""
        return float("inf") if self.before_end.isdisjoint(step.units) else self.on_page_1

    def most_for(self, step: Step) -> float:
        """The most room that what `step` left out may have."""
        return min(self.at_end + sum(self.of_pages[self.page_of(step) - 1 :]), self.on_page_1_for(step))
