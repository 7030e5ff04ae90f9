"""When the next message may be handed over: only so many in a minute, and later again what was put off."""

from __future__ import annotations

import heapq
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

DELAYS = (15.0, 60.0, 300.0, 600.0)
"""Seconds until a message that was put off is handed over again, after each attempt. Then it is given up for now.

Servers that put off whatever comes from a sender for the first time ask for some five minutes.
"""


@dataclass(frozen=True)
class Clock:
    """The time in seconds, and how to wait: until so many seconds have passed, or until the event is set."""

    now: Callable[[], float] = time.monotonic
    wait: Callable[[threading.Event, float], object] = threading.Event.wait


class RateLimit:
    """Lets the messages of all connections through, at most `per_minute` of them in a minute, evenly."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._gap = 60 / per_minute if per_minute else 0.0
        self._clock = clock
        self._next = clock.now()
        self._lock = threading.Lock()

    def wait(self, stop: threading.Event) -> None:
        """Wait until the next message may be handed over, or until `stop` is set."""
        with self._lock:
            now = self._clock.now()
            due = max(self._next, now)
            self._next = due + self._gap
        if due > now:
            self._clock.wait(stop, due - now)


@dataclass(order=True)
class Waiting(Generic[T]):
    """An item of a queue: when it is due, its place among those, and how often it has been put off."""

    due: float
    order: int
    item: T = field(compare=False)
    attempts: int = field(compare=False, default=0)


class RetryQueue(Generic[T]):
    """What is still to be handed over, in the order in which it is due; several connections take from it."""

    def __init__(self, items: Iterable[T], clock: Clock, delays: tuple[float, ...] = DELAYS) -> None:
        self._clock, self._delays = clock, delays
        self._heap = [Waiting(0.0, order, item) for order, item in enumerate(items)]
        self._taken = 0
        self._changed = threading.Condition()

    def take(self, stop: threading.Event) -> Waiting[T] | None:
        """What is due next, once it is; None if nothing is left or `stop` is set.

        Whoever takes something tells what became of it by one of the other methods.
        """
        while not stop.is_set():
            with self._changed:
                if not self._heap and not self._taken:
                    return None
                due = self._heap[0].due - self._clock.now() if self._heap else 0.0
                if self._heap and due <= 0:
                    self._taken += 1
                    return heapq.heappop(self._heap)
                if not self._heap:  # it may come back from another connection
                    self._changed.wait(0.05)
                    continue
            self._clock.wait(stop, min(due, 1.0))
        return None

    def done(self) -> None:
        """Something that was taken needs nothing more."""
        with self._changed:
            self._taken -= 1
            self._changed.notify_all()

    def put_off(self, waiting: Waiting[T]) -> bool:
        """Give back what was taken, for a later attempt. False if there have been enough of them."""
        with self._changed:
            self._taken -= 1
            self._changed.notify_all()
            if waiting.attempts >= len(self._delays):
                return False
            due = self._clock.now() + self._delays[waiting.attempts]
            heapq.heappush(self._heap, Waiting(due, waiting.order, waiting.item, waiting.attempts + 1))
            return True

    def give_back(self, waiting: Waiting[T]) -> None:
        """Give back what was taken, for an attempt at once that does not count as a further one."""
        with self._changed:
            self._taken -= 1
            heapq.heappush(self._heap, waiting)
            self._changed.notify_all()
