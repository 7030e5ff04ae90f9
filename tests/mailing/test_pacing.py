"""Messages are let through at their pace, and what is put off comes back later."""

from __future__ import annotations

import threading

from briefs.mailing.pacing import Clock, Pace, Waitlist
from tests.mailing.mail_servers import FakeTime

NEVER = threading.Event()


def test_a_pace_is_even() -> None:
    time = FakeTime()
    pace = Pace(30, Clock(time.now, time.wait))
    for _ in range(4):
        pace.wait(NEVER)
    assert time.waits == [2, 2, 2]
    unlimited = Pace(0, Clock(time.now, time.wait))
    unlimited.wait(NEVER)
    unlimited.wait(NEVER)
    assert len(time.waits) == 3


def test_what_is_put_off_comes_after_its_delay_and_is_given_up_in_the_end() -> None:
    time = FakeTime()
    waitlist = Waitlist(["a", "b"], Clock(time.now, time.wait), (10, 20))
    taken = waitlist.take(NEVER)
    assert taken is not None
    assert taken.item == "a"
    assert waitlist.put_off(taken)
    other = waitlist.take(NEVER)
    assert other is not None
    assert other.item == "b"
    waitlist.give_back(other)
    assert waitlist.take(NEVER) is not None
    waitlist.done()
    for expected in (10, 30):
        taken = waitlist.take(NEVER)
        assert taken is not None
        assert time.time == expected
        put_off = waitlist.put_off(taken)
    assert not put_off
    assert waitlist.take(NEVER) is None


def test_nothing_is_taken_once_it_is_to_stop() -> None:
    stop = threading.Event()
    waitlist = Waitlist(["a"], Clock())
    stop.set()
    assert waitlist.take(stop) is None


def test_one_connection_waits_for_what_another_may_give_back() -> None:
    time = FakeTime()
    waitlist = Waitlist(["a"], Clock(time.now, time.wait), (5,))
    taken = waitlist.take(NEVER)
    assert taken is not None
    found: list[object] = []
    other = threading.Thread(target=lambda: found.append(waitlist.take(NEVER)))
    other.start()
    waitlist.put_off(taken)
    other.join()
    assert found != [None]
