"""What running templates may cost: steps and characters, counted over one brief with everything that it prints.

Whoever writes a template can write a loop of loops, or text that doubles in every line. So each loop, call, filter and
operator says what it takes before it takes it, and the one that goes beyond the budget ends the run (CWE-400,
CWE-1333). A step takes about a microsecond.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import NoReturn

from jinja2 import TemplateRuntimeError

from briefs.model.limits import MOST_PRINTED, MOST_STEPS

SIGNS_PER_STEP = 100
"""How many characters of text are looked at or copied in the time that a step takes."""
COMPARISONS_PER_STEP = 1_000
"""How many comparisons of two characters are made in the time that a step takes."""
MOST_LEVELS_OF_VALUES = 100
"""How deep lists can lie in each other, to be compared, hashed or handed over."""


class TooMuch(TemplateRuntimeError):
    """Raised while a template runs, by what would cost more than there is left."""


@dataclass(slots=True)
class Budget:
    """The steps and the printed characters that one run has left."""

    steps: int = MOST_STEPS
    characters: int = MOST_PRINTED

    def spend(self, steps: int) -> None:
        """Take `steps`. Raises TooMuch, then and ever after, if there are not so many left."""
        self.steps -= steps
        if self.steps < 0:
            self.end(f"it takes more than {MOST_STEPS:,} steps, in loops, calls and long texts")

    def end(self, message: str) -> NoReturn:
        """Raises TooMuch, and lets nothing more run."""
        self.steps = -1
        raise TooMuch(message)

    @property
    def is_spent(self) -> bool:
        """Whether nothing more can run."""
        return self.steps < 0

    def print(self, characters: int) -> None:
        """Take `characters` of output. Raises TooMuch, then and ever after, if there are not so many left."""
        self.characters -= characters
        if self.characters < 0:
            self.end(f"it makes more than {MOST_PRINTED:,} characters")


_RUNNING: ContextVar[Budget | None] = ContextVar("running", default=None)


@contextmanager
def budgeted() -> Iterator[Budget]:
    """Everything that runs within shares one budget: that of the brief, if one is being composed, or else a new one."""
    if (running := _RUNNING.get()) is not None:
        yield running
        return
    token = _RUNNING.set(budget := Budget())
    try:
        yield budget
    finally:
        _RUNNING.reset(token)


def budget_now() -> Budget:
    """The budget of what runs. What runs outside of one, as in tests of a single expression, gets a new one."""
    return _RUNNING.get() or Budget()


def weigh(value: object) -> None:
    """Take the steps for reading `value` once, with all that is in it. Raises TooMuch.

    A list that holds another twice is read twice, so what doubles 60 times in few lines is never read to its end. Nor
    is what is more than MOST_LEVELS_OF_VALUES deep, since Python compares and hashes such values by calling itself.
    """
    if isinstance(value, str):
        budget_now().spend(1 + len(value) // SIGNS_PER_STEP)
        return
    budget = budget_now()
    level, depth = [value], 0
    while level:
        if (depth := depth + 1) > MOST_LEVELS_OF_VALUES:
            budget.end(f"lists in it lie more than {MOST_LEVELS_OF_VALUES} deep in each other")
        inside: list[object] = []
        for one in level:
            match one:
                case str():
                    budget.spend(1 + len(one) // SIGNS_PER_STEP)
                case list() | tuple() | set() | frozenset():
                    budget.spend(1 + len(one) // SIGNS_PER_STEP)
                    inside += one
                case Mapping():
                    budget.spend(1 + len(one) // SIGNS_PER_STEP)
                    inside += [*one, *one.values()]
                case range():
                    budget.spend(1 + len(one))
                case _:
                    budget.spend(1)
        level = inside
