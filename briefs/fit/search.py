"""Finding the fewest steps after which a brief fits, with few layouts."""

from __future__ import annotations

from collections.abc import Callable

GUESSES = 5
"""How many predictions are tried before the remaining range is simply halved."""


def fewest_steps(
    count: int, fits: Callable[[int], bool], predict: Callable[[int], float], failed: int = -1
) -> int | None:
    """A number of steps, at most `count`, after which the brief fits, but not after one fewer; None if there is none.

    `fits` lays the brief out. `predict` estimates by how many points the brief is too long after a number of steps, and
    improves with each layout; it decides what is tried, never what is found. `failed` steps are known to be too few.
    """
    fitting: int | None = None
    tries = 0
    while failed + 1 != fitting and failed < count:
        last = count if fitting is None else fitting - 1
        steps = _first_predicted(failed + 1, last, predict) if tries < GUESSES else (failed + 1 + last) // 2
        tries += 1
        if fits(steps):
            fitting = steps
        else:
            failed = steps
    return fitting


def _first_predicted(start: int, last: int, predict: Callable[[int], float]) -> int:
    """The first number of steps from `start` that is predicted to fit, found by halving; `last` if none is."""
    while start < last:
        middle = (start + last) // 2
        if predict(middle) <= 0:
            last = middle
        else:
            start = middle + 1
    return last
