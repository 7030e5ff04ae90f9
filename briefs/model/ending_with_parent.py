"""Processes that end when the process that started them does, however it ends."""

from __future__ import annotations

import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
"""The number of the option in prctl(2)."""


def end_with_parent(parent: int) -> bool:
    """Have the system kill this process when `parent`, which started it, ends, even if this process hangs in code that
    lets no thread run. Returns whether `parent` still runs, as far as that can be known: only Linux can do this.

    The system looks at the thread that started this process, which should be the main one.
    """
    if sys.platform != "linux":
        return True
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    return os.getppid() == parent
