"""Ctrl-C held back while a process or a thread is started, which inherits that."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from briefs.preview.ending import HAS_GROUPS


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back from this thread, and from what it starts for good; it comes at the end if it came meanwhile.

    The system gives a signal to any thread that takes it, and Python then interrupts the main thread in spite of what
    that holds back: all other threads must be started here, too.
    """
    if not HAS_GROUPS:
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
