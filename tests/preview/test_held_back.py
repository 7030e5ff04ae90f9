"""Ctrl-C comes after what must not be interrupted, whichever thread the system gives it to."""

from __future__ import annotations

import os
import signal
import threading
import time

import pytest

from briefs.preview.held_back import interrupts_held_back


def test_ctrl_c_comes_at_the_end_also_with_other_threads() -> None:
    goes_on, ended = threading.Event(), []

    def work() -> None:
        with interrupts_held_back():
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.05)
            ended.append("the whole of it")

    with interrupts_held_back():
        threading.Thread(target=goes_on.wait, args=(10,), daemon=True).start()
    try:
        with pytest.raises(KeyboardInterrupt):
            work()
        assert ended
    finally:
        goes_on.set()
