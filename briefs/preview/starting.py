"""Starting the worker: the one place where the server names it, by which nothing of it is loaded here; and ending it,
with every process that it has started."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
from contextlib import suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection

from briefs.files.compiled_code import compiled_before
from briefs.model.ending_with_parent import end_with_parent
from briefs.model.memory_limit import bound_memory
from briefs.preview.ending import HAS_GROUPS, end_at_once
from briefs.preview.held_back import interrupts_held_back
from briefs.preview.preview_settings import PreviewSettings


class WorkerProcess:
    """A worker that is being started; `connection` is the server's end of the pipe to it.

    It is no daemon, since it reads Word files of others in processes of its own. Ctrl-C at the terminal does not reach
    it: at first the signal is held back, then it is in a group of its own.
    """

    def __init__(self, settings: PreviewSettings) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, other = context.Pipe()
        self._process = context.Process(target=_run, args=(other, settings, os.getpid()))
        atexit.register(self.kill)  # before what multiprocessing does at the end: wait for it
        if HAS_GROUPS:
            resource_tracker.ensure_running()  # otherwise `start` does that, and lets the signal through again
        with interrupts_held_back():
            self._process.start()
        other.close()

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self._process.pid is not None, "it was started"
        return self._process.pid

    def kill(self) -> None:
        """End it, whatever it does, and all processes that it has started."""
        atexit.unregister(self.kill)
        if self._process.pid is None:  # it was not started
            return
        if HAS_GROUPS and self._process.is_alive():
            with suppress(ProcessLookupError, PermissionError):  # it has no group yet
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()
        self._process.join(1)


def _run(connection: Connection, settings: PreviewSettings, server: int) -> None:
    if HAS_GROUPS:
        os.setpgid(0, 0)
    if not end_with_parent(server):
        end_at_once()
    bound_memory()
    with compiled_before("preview: worker"):
        from briefs.preview.worker import work

    work(connection, settings)
