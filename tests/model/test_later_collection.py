"""Garbage waits until it is asked for, and no longer than the work."""

from __future__ import annotations

import gc
import weakref

from briefs.model.later_collection import collect, collecting_later


class _Box:
    """Refers to itself, so that only who looks for garbage lets go of it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_is_let_go_of_when_it_is_asked_for() -> None:
    with collecting_later():
        kept = weakref.ref(_Box())
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
        boxes = [_Box() for _ in range(10_000)]
        del boxes
        assert kept() is not None
        collect()
        assert kept() is None
    assert gc.isenabled()


def test_garbage_is_looked_for_again_after_work_that_was_broken_off() -> None:
    def working() -> object:
        with collecting_later():
            yield 1
            yield 2

    steps = iter(working())  # type: ignore[call-overload]
    assert next(steps) == 1
    assert not gc.isenabled()
    del steps
    assert gc.isenabled()
