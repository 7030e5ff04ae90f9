"""Messages are let through at their pace, and what is put off comes back later."""

from __future__ import annotations

import threading

from briefs.mailing.pacing import Clock, RateLimit, RetryQueue
from tests.mailing.mail_servers import FakeTime

NEVER = threading.Event()


def test_a_pace_is_even() -> None:
    time = FakeTime()
    rate = RateLimit(30, Clock(time.now, time.wait))
    for _ in range(4):
        rate.wait(NEVER)
    assert time.waits == [2, 2, 2]
    unlimited = RateLimit(0, Clock(time.now, time.wait))
    unlimited.wait(NEVER)
    unlimited.wait(NEVER)
    assert len(time.waits) == 3


def test_what_is_put_off_comes_after_its_delay_and_is_given_up_in_the_end() -> None:
    time = FakeTime()
    queue = RetryQueue(["a", "b"], Clock(time.now, time.wait), (10, 20))
    taken = queue.take(NEVER)
    assert taken is not None
    assert taken.item == "a"
    assert queue.put_off(taken)
    other = queue.take(NEVER)
    assert other is not None
    assert other.item == "b"
    queue.give_back(other)
    assert queue.take(NEVER) is not None
    queue.done()
    for expected in (10, 30):
        taken = queue.take(NEVER)
        assert taken is not None
        assert time.time == expected
        put_off = queue.put_off(taken)
    assert not put_off
    assert queue.take(NEVER) is None


def test_nothing_is_taken_once_it_is_to_stop() -> None:
    stop = threading.Event()
    queue = RetryQueue(["a"], Clock())
    stop.set()
    assert queue.take(stop) is None


def test_one_connection_waits_for_what_another_may_give_back() -> None:
    time = FakeTime()
    queue = RetryQueue(["a"], Clock(time.now, time.wait), (5,))
    taken = queue.take(NEVER)
    assert taken is not None
    found: list[object] = []
    other = threading.Thread(target=lambda: found.append(queue.take(NEVER)))
    other.start()
    queue.put_off(taken)
    other.join()
    assert found != [None]
