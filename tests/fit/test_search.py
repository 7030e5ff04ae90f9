"""The search for the fewest steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefs.fit.search import fewest_steps


@pytest.mark.parametrize("wanted", range(12))
@pytest.mark.parametrize("guess", [lambda n: -1.0, lambda n: 1.0, lambda n: 5.0 - n])
def test_the_search_finds_the_fewest_steps_whatever_is_guessed(wanted: int, guess: Callable[[int], float]) -> None:
    assert fewest_steps(11, lambda steps: steps >= wanted, guess) == wanted


def test_the_search_says_when_nothing_fits() -> None:
    assert fewest_steps(11, lambda steps: False, lambda steps: 0.0) is None
