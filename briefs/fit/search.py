"""Finding the fewest steps after which a brief fits, with few layouts."""

from __future__ import annotations

from collections.abc import Callable

GUESSES = 5
"""How often a prediction is followed before the range that is left is halved."""


def fewest(count: int, fits: Callable[[int], bool], predict: Callable[[int], float], failed: int = -1) -> int | None:
    """A number of steps, at most `count`, that fits while one step fewer does not; None when all of them do not fit.

    `fits` lays out. `predict` guesses by how much the brief is too long after so many steps, better after each layout;
    it decides what is tried, never what is found. `failed` steps are known to be too few.
    """
    fitting: int | None = None
    tries = 0
    while failed + 1 != fitting and failed < count:
        last = count if fitting is None else fitting - 1
        steps = _first(failed + 1, last, predict) if tries < GUESSES else (failed + 1 + last) // 2
        tries += 1
        if fits(steps):
            fitting = steps
        else:
            failed = steps
    return fitting


def _first(start: int, last: int, predict: Callable[[int], float]) -> int:
    """The first number from `start` that is predicted to fit, by halving; `last` when none is."""
    while start < last:
        middle = (start + last) // 2
        if predict(middle) <= 0:
            last = middle
        else:
            start = middle + 1
    return last
