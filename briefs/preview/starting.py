"""Starting the worker: the one place where the server names it, by which nothing of it is loaded here; and ending it,
with every process that it has started."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnContext, SpawnProcess
from typing import NoReturn

from briefs.preview.settings import PreviewSettings

HAS_GROUPS = hasattr(os, "killpg")


def start_worker(context: SpawnContext, settings: PreviewSettings) -> tuple[Connection, SpawnProcess]:
    """The server's end of the pipe to a new worker, and its process.

    The worker is no daemon, since it reads Word files of others in processes of its own. Ctrl-C at the terminal does
    not reach it: at first the signal is held back, then it is in a group of its own.
    """
    own, other = context.Pipe()
    process = context.Process(target=_run, args=(other, settings, os.getpid()))
    held_back = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,)) if HAS_GROUPS else None
    try:
        process.start()
    finally:
        if held_back is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, held_back)
    other.close()
    return own, process


def kill_worker(process: SpawnProcess) -> None:
    """End a worker, whatever it does, and all processes that it has started."""
    if HAS_GROUPS and process.pid is not None:
        with suppress(ProcessLookupError, PermissionError):  # it has ended, or has no group yet
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.join()


def end_at_once() -> NoReturn:
    """End this worker, and all processes that it has started."""
    if HAS_GROUPS and os.getpgrp() == os.getpid():
        os.killpg(os.getpid(), signal.SIGKILL)
    os._exit(0)


def _run(connection: Connection, settings: PreviewSettings, server: int) -> None:
    if HAS_GROUPS:
        os.setpgid(0, 0)
    _end_with(server)
    from briefs.preview.worker import work

    work(connection, settings)


def _end_with(server: int) -> None:
    """Have the system end this process when the `server` ends, even if it hangs in code that lets no thread run."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG, see prctl(2)
        if os.getppid() != server:
            end_at_once()
