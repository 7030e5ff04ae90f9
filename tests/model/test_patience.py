"""How much a command may take, and how people give it more."""

from __future__ import annotations

import pytest

from briefs.model.limits import LARGEST_MEMORY, LONGEST_SLOW_STEPS, LONGEST_STEP, LONGEST_STEP_PER_MB, MB
from briefs.model.patience import NAME, longest, memory, patience


@pytest.mark.parametrize(
    ("asked", "times"),
    [("4", 4), ("1.5", 1.5), ("1e9", 1000), ("inf", 1000), ("nan", 1), ("0", 1), ("-3", 1), ("", 1), ("much", 1)],
)
def test_patience_is_a_number_of_one_or_more(monkeypatch: pytest.MonkeyPatch, asked: str, times: float) -> None:
    monkeypatch.setenv(NAME, asked)
    assert patience() == times
    assert memory() == round(LARGEST_MEMORY * times)
    assert longest(0) == (LONGEST_STEP * times, LONGEST_SLOW_STEPS * times)


def test_what_was_read_makes_steps_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(NAME, raising=False)
    more = 3 * LONGEST_STEP_PER_MB
    assert longest(3 * MB) == (LONGEST_STEP + more, LONGEST_SLOW_STEPS + 2 * more)
