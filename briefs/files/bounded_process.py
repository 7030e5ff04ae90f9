"""Reading a file of a stranger in a process of its own, which may neither take long nor much memory.

A file can be made to exhaust whoever reads it (CWE-400), in more ways than can be checked beforehand, and libraries in
C end the process when they have no more memory. So a process reads it whose end, whatever that is, is an answer: the
file cannot be read.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from briefs.model.limits import LARGEST_READING, LONGEST_READING, LONGEST_READING_OF_ALL, LONGEST_READING_PER_MB, MB
from briefs.model.patience import patience
from briefs.model.present_step import has_own_limits

_WAITING = 20.0
"""How many times the time of the processor may pass on a machine that has much else to do."""
_STARTING = 3.0
"""Seconds that may pass until the process has begun."""


def longest_reading(size: int) -> float:
    """How many seconds of the processor reading a file of `size` bytes may take."""
    return min(LONGEST_READING + LONGEST_READING_PER_MB * size / MB, LONGEST_READING_OF_ALL) * patience()


def apart(
    work: Callable[..., object],
    arguments: tuple[object, ...],
    seconds: float = LONGEST_READING,
    memory: int = LARGEST_READING,
) -> object:
    """What `work` gives in a process of its own, which may take so many `seconds` of the processor and bytes of
    `memory`, times what the environment asks for; None if the process does not end as it should.

    `work`, `arguments` and what it gives must be of kinds that can be pickled.
    """
    context: Any = multiprocessing.get_context("fork" if _can_fork() else "spawn")  # its base has no Process
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, seconds, memory), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((work, arguments))
        return ours.recv() if ours.poll(max(seconds * _WAITING, 0) + _STARTING) else None
    except (EOFError, OSError):
        return None
    finally:
        ours.close()
        process.join(0.2)
        if process.is_alive():
            process.kill()
            process.join()


def _can_fork() -> bool:
    """Whether a copy of this process can do the work, which begins at once: not if there are other threads, which may
    hold what the copy needs."""
    return sys.platform == "linux" and threading.active_count() == 1


def _work(connection: Connection, seconds: float, memory: int) -> None:
    """What the process does: the work that comes, within limits, and an answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started it ends it
    _silence()
    _limit(seconds, memory * patience())
    has_own_limits()
    work, arguments = connection.recv()
    try:
        answer = work(*arguments)
    except Exception:  # whatever a library stumbles over in the file of a stranger
        answer = None
    connection.send(answer)


def _silence() -> None:
    """Let nothing be printed that libraries, or Python itself, say as they end the process."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


def _limit(seconds: float, memory: int) -> None:
    """Limit this process, where the system can."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        _set(resource.RLIMIT_CPU, max(1, round(seconds)), 1)
        _set(resource.RLIMIT_CORE, 0)
        # What is mapped and never written, such as libraries, is no memory that is taken.
        _set(resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS, memory)


def _set(what: int, most: int, more: int = 0) -> None:
    """Set a limit, unless the system has set a lower one; `more` is how far above it the process is killed."""
    import resource

    _, hard = resource.getrlimit(what)
    hard = most + more if hard == resource.RLIM_INFINITY else min(hard, most + more)
    resource.setrlimit(what, (min(most, hard), hard))
