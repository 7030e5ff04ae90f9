"""Copyfitting: as much of a brief stays as its page budget holds. Whole units go, in a declared order.

Since one unit more may be a long one, some room is left; then what was left out and still fits goes back in.

The cleared edition is measured, whatever is built, since that is the one distributed. It must keep its budget on all
papers.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Generic

from briefs.fit.budget import Budget
from briefs.fit.budget_faults import over_first_page, over_pages, over_words
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.effort import Effort, effort_for
from briefs.fit.extents import LayOut, Measures, P, room_on
from briefs.fit.first_page import FirstPage, first_page_of, overrun, units_beyond, unknown_sections
from briefs.fit.heights import LINE, UnitHeights
from briefs.fit.refilling import Refilling
from briefs.fit.remembered_selection import recall_selection
from briefs.fit.search import fewest_steps
from briefs.fit.selection import Selection, Step, selection_of
from briefs.fit.trials import Finish, Trials
from briefs.model.diagnostics import Checked
from briefs.model.document import Document
from briefs.model.edition import Template
from briefs.model.fit import Room


@dataclass(frozen=True, slots=True)
class Fitted(Generic[P]):
    """A brief after fitting: the selection, the finished cleared edition and how it was laid out on the usual paper.

    `heights` are the heights of all units that were laid out, in points; `layouts` counts how often that was done.
    """

    selection: Selection
    document: Document
    laid_out: P
    rooms: tuple[Room, ...]
    heights: UnitHeights
    layouts: int


def fit(
    brief: ComposedBrief,
    template: Template,
    finish: Finish,
    papers: Mapping[str, LayOut[P]],
    remembered: Selection | None = None,
) -> Checked[Fitted[P]]:
    """As much of `brief` as the budgets of `template` hold on all `papers`.

    The brief is fitted on the first of `papers`, preferably the one with the least room. The last is the usual paper;
    its layout is returned. A `remembered` selection, made from the same inputs, is laid out once on the usual paper,
    and used if fitting could have made it and it still fits. If what must stay does not fit, it is returned all the
    same, with the reasons as problems.
    """
    trials = Trials(brief, finish, papers)
    page_1 = first_page_of(brief.full, template.front.first_page)
    budget = Budget(template.front.pages, template.front.words)
    if remembered is not None:
        selection = recall_selection(remembered, brief, page_1.before_end)
        if selection is not None and _still_fits(trials, selection, replace(budget, first_page=page_1.units)):
            return Checked(_fitted(trials, selection, budget))
    return _fit_anew(_Task(trials, budget, effort_for(budget.pages)), template, page_1)


@dataclass(frozen=True, slots=True)
class _Task(Generic[P]):
    """The trials of a brief, the budget that it must keep, what is tried, and the steps to be done before all others.

    Its methods describe the brief after the first `count` steps of its order.
    """

    trials: Trials[P]
    budget: Budget
    effort: Effort
    early: tuple[Step, ...] = ()

    @property
    def order(self) -> tuple[Step, ...]:
        return self.trials.brief.order.steps

    def selection(self, count: int) -> Selection:
        return selection_of((*self.early, *self.order[:count]))

    def document(self, count: int) -> Document:
        return self.trials.document(self.selection(count))

    def lay_out(self, count: int) -> Measures:
        """The brief, laid out on the paper that it is fitted on."""
        return self.trials.lay_out(self.selection(count), self.trials.fitted_on)

    def has_few_words(self, count: int) -> bool:
        return self.budget.holds_words_of(self.document(count))

    def fits_on(self, paper: str, count: int) -> bool:
        """Whether the brief keeps its budget on `paper`; it is not laid out if it has too many words."""
        if not self.has_few_words(count):
            return False
        return self.budget.holds_pages_of(self.trials.lay_out(self.selection(count), paper))

    def fits_on_all_papers(self, count: int) -> bool:
        return all(self.fits_on(paper, count) for paper in self.trials.papers)

    def most_with_too_many_words(self) -> int:
        """The most steps after which there are still too many words; -1 if there are never too many."""
        return bisect_left(range(len(self.order) + 1), True, key=self.has_few_words) - 1

    def fewest(self, most: int, failed: int) -> int | None:
        """The fewest steps that suffice on the first paper, if `most` do; `failed` steps are known to be too few.

        Those of a long brief may be a few more.
        """
        return fewest_steps(
            most,
            lambda count: self.fits_on(self.trials.fitted_on, count),
            self.predict_excess,
            failed,
            self.is_enough,
            self.effort.margin,
        )

    def predict_excess(self, count: int) -> float:
        return self.trials.predict_excess(self.selection(count), self.budget)

    def is_enough(self, count: int) -> bool:
        """Whether a brief that fits is long, and one layout is left to put something back, or one step fewer should be
        too few."""
        if not self.effort.is_long:
            return False
        return self.trials.layouts + 1 >= self.effort.layouts or count == 0 or self.predict_excess(count - 1) > 0


def _fit_anew(task: _Task[P], template: Template, page_1: FirstPage) -> Checked[Fitted[P]]:
    """The brief after the fewest steps that make it fit, refilled; if it never fits, after all, with the reasons."""
    brief, every = task.trials.brief, len(task.order)
    problems = list(unknown_sections(brief.full, template))

    failed = task.most_with_too_many_words()
    if failed == every:
        problems.append(over_words(task.document(every), brief, template))
        task, failed = replace(task, budget=task.budget.without_words), every - 1
    count = task.fewest(every, failed)

    if count is not None and page_1.units:
        early = _steps_for_page_1(task, count, page_1)
        if early is None:
            problems.append(over_first_page(brief.full, template, *_missing_on_page_1(task, count, page_1)))
        else:
            task = replace(task, early=early, budget=replace(task.budget, first_page=page_1.units))
            if early:
                count = task.fewest(count, min(task.most_with_too_many_words(), count - 1))

    refilling = None if problems else Refilling(task.trials, task.budget, page_1, task.effort)
    selection = _on_all_papers(task, count, refilling)
    if selection is None:
        selection = task.selection(every)
        tried = {paper: task.trials.lay_out(selection, paper) for paper in task.trials.papers}
        over = {paper: task.budget.excess(one) for paper, one in tried.items() if not task.budget.holds_pages_of(one)}
        paper = next(iter(over)) if len(over) < len(tried) and over else ""
        points = max(over.values(), default=0.0)
        problems.append(over_pages(task.document(every), brief, template, points, task.trials.heights, paper))
    return Checked(_fitted(task.trials, selection, task.budget), tuple(problems))


def _on_all_papers(task: _Task[P], count: int | None, refilling: Refilling[P] | None) -> Selection | None:
    """The selection after the fewest steps, `count` or more, that suffice on all papers; refilled by `refilling`.

    None if none suffice. `count` steps are known to suffice on the first paper, which seldom holds more than another.
    """
    papers = task.trials.papers
    if count is not None and refilling is not None:
        selection = refilling.refill(task.selection(count), (task.trials.fitted_on,))
        if all(task.budget.holds_pages_of(task.trials.lay_out(selection, paper)) for paper in papers):
            return selection
    while count is not None and not task.fits_on_all_papers(count):
        count = count + 1 if count < len(task.order) else None
    if count is None or refilling is None:
        return None if count is None else task.selection(count)
    return refilling.refill(task.selection(count), tuple(papers))


def _steps_for_page_1(task: _Task[P], count: int, page_1: FirstPage) -> tuple[Step, ...] | None:
    """The steps beyond the first `count` to be done early so that page 1 holds what it must; None if none help.

    They are the fewest among those that change anything before the end of what page 1 must hold; none if it is on page
    1 already.
    """
    missing, over = _missing_on_page_1(task, count, page_1)
    if not missing:
        return ()
    useful = tuple(step for step in task.order[count:] if not page_1.before_end.isdisjoint(step.units))
    heights = {name: height for (name, _), height in task.trials.heights.items()}
    saved = [sum(heights.get(name, LINE) for name in step.units) for step in useful]

    def holds(number: int) -> bool:
        laid_out = replace(task, early=useful[:number]).lay_out(count)
        return not units_beyond(laid_out, page_1.units)

    number = fewest_steps(len(useful), holds, lambda number: over - sum(saved[:number]), failed=0)
    return None if number is None else useful[:number]


def _missing_on_page_1(task: _Task[P], count: int, page_1: FirstPage) -> tuple[frozenset[str], float]:
    """The units that must be on page 1 but are not after `count` steps, and their height on later pages, in points."""
    laid_out = task.lay_out(count)
    missing = units_beyond(laid_out, page_1.units)
    return missing, overrun(laid_out, missing)


def _still_fits(trials: Trials[P], selection: Selection, budget: Budget) -> bool:
    """Whether the brief keeps `budget` after `selection`, on the usual paper."""
    if not budget.holds_pages_of(trials.lay_out(selection, trials.usual)):
        return False
    return budget.holds_words_of(trials.document(selection))


def _fitted(trials: Trials[P], selection: Selection, budget: Budget) -> Fitted[P]:
    """The brief after `selection`, which should keep `budget`."""
    laid_out = trials.whole(selection)
    rooms = tuple(room_on(paper, one, budget.excess(one)) for paper, one in trials.tried(selection).items())
    return Fitted(selection, trials.document(selection), laid_out, rooms, trials.heights, trials.layouts)
