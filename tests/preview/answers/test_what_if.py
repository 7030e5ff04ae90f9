"""How a brief would fit other budgets."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefs.fit.selection import Selection
from briefs.model.same_object import Same
from briefs.pipeline.copyfit import try_fit
from briefs.preview.answers import what_if as module
from briefs.preview.answers.present_state import budget_of
from briefs.preview.answers.what_if import what_if
from briefs.preview.messages import NotPossible
from briefs.preview.shown.state_views import Budget
from briefs.preview.workshop.first_look import very_first_look
from briefs.preview.workshop.held import Held, HeldBrief
from tests.builders import contents
from tests.preview.answers.quay import CAPTAINS, MANY


@pytest.fixture
def captains(held: Held) -> HeldBrief:
    return held.briefs[CAPTAINS]


def test_more_pages_hold_more_and_nothing_is_written(captains: HeldBrief, quay: Path) -> None:
    before = contents(quay)
    now, more = budget_of(captains), what_if(captains, pages=2)
    assert (more.most, more.most_words, more.fits, more.explained) == (2, 700, True, "")
    assert len(more.left_out) < len(now.left_out)
    assert more.words > now.words
    assert contents(quay) == before
    assert budget_of(captains) == now


def test_a_brief_that_was_never_fitted_is_not_tried(captains: HeldBrief) -> None:
    look = very_first_look(CAPTAINS, captains.job, Selection())
    assert look is not None
    with pytest.raises(NotPossible):
        what_if(look, pages=2)


def test_it_is_what_fitting_tells(captains: HeldBrief) -> None:
    tried = try_fit(captains.inputs, captains.job.template.front.key, words=100).value
    budget = what_if(captains, words=100)
    assert (budget.pages, budget.most, budget.words, budget.most_words) == (tried.pages, 1, tried.words, 100)
    assert {one.unit: one.lacks for one in budget.left_out} == {one.tag: one.lacks for one in tried.left_out}


def test_the_present_budget_says_what_each_unit_would_need(
    captains: HeldBrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fitted_again(*_: object) -> None:
        raise AssertionError("nothing is fitted again for the present budget")

    monkeypatch.setattr(module, "fit_brief", fitted_again)
    budget = what_if(captains)
    assert budget == what_if(captains, 1, 700)
    assert [one.unit for one in budget.left_out] == [one.unit for one in budget_of(captains).left_out]
    assert budget.left_out[0].blocks == (f"st.lamp{MANY - 1}",)
    assert budget.left_out[0].lacks.startswith("needs ")


def test_a_budget_is_not_tried_twice_and_no_pages_are_kept(
    captains: HeldBrief, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: module._Kept[Budget] = module._Kept(2)
    monkeypatch.setattr(module, "_TRIED", kept)
    made: list[int | None] = []

    def tried(brief: HeldBrief, pages: int | None, words: int | None) -> Budget:
        made.append(pages)
        return budget_of(brief)

    monkeypatch.setattr(module, "_tried", tried)
    for pages in (2, 3, 2, 4, 2, 3):
        what_if(captains, pages)
    assert made == [2, 3, 4, 3]
    assert list(kept._values) == [(Same(captains.settled.fit), 2, None), (Same(captains.settled.fit), 3, None)]


def test_what_must_stay_and_does_not_fit_is_explained(captains: HeldBrief) -> None:
    budget = what_if(captains, words=10)
    assert (budget.fits, budget.most_words) == (False, 10)
    first, *_, last = budget.explained.split(". ")
    assert first.startswith("The brief for captains may have 10 words, but what must stay has ")
    assert last.endswith("or raise `words`.")


@pytest.mark.parametrize("asked", [{"pages": 0}, {"words": 0}])
def test_nothing_fits_no_page_and_no_word(captains: HeldBrief, asked: dict[str, int]) -> None:
    budget = what_if(captains, **asked)
    assert (budget.fits, budget.explained) == (False, "A brief has at least one page, and at least one word.")
    assert 0 in (budget.most, budget.most_words)
