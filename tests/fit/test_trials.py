"""Trials of one brief."""

from __future__ import annotations

from unittest.mock import Mock

import pytest

from briefs.finish.running_numbers import number_units
from briefs.fit.budget import Budget
from briefs.fit.composed_brief import ComposedBrief
from briefs.fit.extents import used_height
from briefs.fit.selection import Selection
from briefs.fit.trials import Trials
from tests.fit.builders import PAPERS, Brief, Laid, items, printed, section


def brief_of(count: int) -> ComposedBrief:
    make = Brief()
    return make.composed(section(items(*(make.unit() for _ in range(count)))))


def test_a_selection_is_laid_out_once_on_each_paper() -> None:
    trials: Trials[Laid] = Trials(brief_of(2), number_units, PAPERS)
    selection = Selection(frozenset({"u2"}))

    once, again = trials.lay_out(selection, "tall"), trials.lay_out(selection, "tall")

    assert once is again
    assert (trials.fitted_on, trials.usual, trials.layouts) == ("short", "tall", 1)
    assert trials.tried(selection) == {"tall": once}
    assert printed(trials.document(selection)) == ["u1"]


def test_what_was_laid_out_is_predicted_as_it_was() -> None:
    trials: Trials[Laid] = Trials(brief_of(9), number_units, PAPERS)
    budget, selection = Budget(1), Selection()
    laid_out = trials.lay_out(selection, "short")

    assert trials.predict_excess(selection, budget) == pytest.approx(
        used_height(laid_out) - budget.room(laid_out.height)
    )
    assert {name for name, _ in trials.heights} == {f"u{number}" for number in range(1, 10)}


def test_only_the_last_layout_on_the_usual_paper_is_kept() -> None:
    trials: Trials[Laid] = Trials(brief_of(3), number_units, PAPERS)
    first, second = Selection(), Selection(frozenset({"u3"}))
    for selection in (first, second):
        for paper in PAPERS:
            trials.lay_out(selection, paper)

    assert (set(trials.whole(second).units), trials.layouts) == ({"u1", "u2"}, 4)
    assert (set(trials.whole(first).units), trials.layouts) == ({"u1", "u2", "u3"}, 5)
    assert trials.tried(second)["tall"].pages == trials.lay_out(second, "tall").pages


def test_finished_documents_are_not_kept_without_end() -> None:
    finish = Mock(side_effect=number_units)
    trials: Trials[Laid] = Trials(brief_of(60), finish, PAPERS)
    for _ in range(2):
        for number in range(40):
            trials.document(Selection(frozenset({f"u{number}"})))
            trials.document(Selection())
    assert finish.call_count == 2 * 40 + 1
