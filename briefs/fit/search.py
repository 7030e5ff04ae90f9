"""Finding the fewest steps after which a brief fits, with few layouts."""

from __future__ import annotations

from collections.abc import Callable

GUESSES = 5
"""How many predictions are tried before the remaining range is simply halved."""


def fewest_steps(
    count: int,
    fits: Callable[[int], bool],
    predict: Callable[[int], float],
    failed: int = -1,
    is_enough: Callable[[int], bool] = lambda steps: False,
    margin: Callable[[int], float] = lambda too_few: 0.0,
) -> int | None:
    """A number of steps, at most `count`, after which the brief fits, but not after one fewer; None if there is none.

    `fits` lays the brief out. `predict` estimates by how many points the brief is too long after a number of steps, and
    improves with each layout; it decides what is tried, never what is found. `failed` steps are known to be too few.

    The search ends early with steps after which the brief fits, if that `is_enough`. What is tried is predicted to be
    shorter than it must be by a `margin`, in points, after so many tries with too few steps.
    """
    fitting: int | None = None
    tries = too_few = 0
    while failed + 1 != fitting and failed < count:
        last = count if fitting is None else fitting - 1
        more = margin(too_few)
        steps = _first_predicted(failed + 1, last, predict, -more) if tries < GUESSES else (failed + 1 + last) // 2
        tries += 1
        if fits(steps):
            fitting = steps
            if is_enough(steps):
                break
        else:
            failed, too_few = steps, too_few + 1
    return fitting


def _first_predicted(start: int, last: int, predict: Callable[[int], float], most: float) -> int:
    """The first number of steps from `start` after which the brief is predicted to be `most` points too long, or less,
    found by halving; `last` if there is none."""
    while start < last:
        middle = (start + last) // 2
        if predict(middle) <= most:
            last = middle
        else:
            start = middle + 1
    return last
