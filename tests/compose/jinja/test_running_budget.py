from __future__ import annotations

import pytest

from briefs.compose.jinja.running_budget import MOST_LEVELS_OF_VALUES, Budget, TooMuch, budget_now, budgeted, weigh
from briefs.model.limits import MOST_PRINTED, MOST_STEPS


def test_what_runs_within_a_brief_shares_its_budget() -> None:
    with budgeted() as whole:
        whole.spend(10)
        with budgeted() as part:
            part.spend(5)
        assert budget_now() is whole
        assert whole.steps == MOST_STEPS - 15
    with budgeted() as another:
        assert another.steps == MOST_STEPS


def test_a_budget_that_is_spent_stays_so() -> None:
    budget = Budget()
    budget.spend(MOST_STEPS)
    assert not budget.is_spent
    for _ in range(2):
        with pytest.raises(TooMuch, match=f"{MOST_STEPS:,} steps"):
            budget.spend(1)
    assert budget.is_spent
    with pytest.raises(TooMuch, match=f"{MOST_PRINTED:,} characters"):
        budget.print(MOST_PRINTED + 1)


def test_a_value_costs_what_it_takes_to_read_it() -> None:
    values = {"a" * 1000: 11, ("a" * 1000, 1): 13, 5: 1, range(100): 101}
    for value, steps in values.items():
        with budgeted() as budget:
            weigh(value)
        assert MOST_STEPS - budget.steps == steps
    with budgeted() as budget:
        weigh({"name": ["a", "b"]})
    assert MOST_STEPS - budget.steps == 5


def test_lists_in_lists_are_read_as_often_as_they_are_there_and_without_recursion() -> None:
    deep: list[object] = []
    doubled: list[object] = []
    for _ in range(MOST_LEVELS_OF_VALUES - 1):
        deep, doubled = [deep], [doubled, doubled]
    with budgeted() as budget:
        weigh(deep)
        assert MOST_STEPS - budget.steps == MOST_LEVELS_OF_VALUES
        with pytest.raises(TooMuch, match="deep in each other"):
            weigh([deep])
        with pytest.raises(TooMuch, match="steps"):
            weigh(doubled)
