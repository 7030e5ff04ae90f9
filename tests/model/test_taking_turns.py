"""Threads take turns at libraries that are not made for several of them."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from briefs.model.taking_turns import TakingTurns


def test_threads_take_turns_and_a_function_may_call_another() -> None:
    in_turn = TakingTurns()
    inside: list[int] = []
    most = []

    @in_turn
    def inner(number: int) -> int:
        inside.append(number)
        most.append(len(inside))
        time.sleep(0.002)
        inside.remove(number)
        return number

    @in_turn
    def outer(number: int, *, more: int = 0) -> int:
        return inner(number) + more

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda number: (inner if number % 2 else outer)(number), range(8)))
    assert found == list(range(8))
    assert set(most) == {1}
    assert outer(1, more=2) == 3
