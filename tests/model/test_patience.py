"""How much a command may take, and how people give it more."""

from __future__ import annotations

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.model.limits import (
    LARGEST_MEMORY,
    LONGEST_SLOW_STEPS,
    LONGEST_STEP,
    LONGEST_STEP_PER_MB,
    LONGEST_STEP_PER_PAGE,
    MB,
    MOST_PAGES,
)
from briefs.model.patience import NAME, check_patience, longest, memory, patience


@pytest.mark.parametrize(("asked", "times"), [("4", 4), ("100", 100), ("0", 1), ("-3", 1), ("", 1), ("much", 1)])
def test_patience_is_a_whole_number(monkeypatch: pytest.MonkeyPatch, asked: str, times: int) -> None:
    monkeypatch.setenv(NAME, asked)
    assert patience() == times
    assert memory() == LARGEST_MEMORY * times
    assert longest(0) == (LONGEST_STEP * times, LONGEST_SLOW_STEPS * times)


@pytest.mark.parametrize("asked", ["0", "101", "-1", "1.5", "four", "9" * 5000, "\udcff", "٣"])
def test_what_is_no_such_number_is_told(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, asked)
    with pytest.raises(BriefsError) as raised:
        check_patience()
    assert raised.value.hint == "set it to a whole number from 1 to 100"
    assert str(raised.value).startswith('BRIEFS_PATIENCE is "')


@pytest.mark.parametrize("asked", ["", "1", "100"])
def test_what_is_such_a_number_is_not_told(asked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, asked)
    check_patience()


def test_what_was_read_makes_steps_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    more = 3 * LONGEST_STEP_PER_MB
    assert longest(3 * MB) == (LONGEST_STEP + more, LONGEST_SLOW_STEPS + 2 * more)


def test_the_pages_of_briefs_make_steps_longer_up_to_those_that_a_brief_may_have(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(NAME, raising=False)
    more = 60 * LONGEST_STEP_PER_PAGE
    assert longest(0, 60) == (LONGEST_STEP + more, LONGEST_SLOW_STEPS + 5 * more)
    assert longest(0, 10 * MOST_PAGES) == longest(0, MOST_PAGES)
