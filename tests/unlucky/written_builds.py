"""What has been built in memory, written by processes of its own that can be killed at each of their steps."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from briefs.pipeline.finished_work import FinishedWork
from briefs.pipeline.order import Order, Project
from briefs.pipeline.writing import write
from tests.builders import write_project
from tests.projects import built

STEPS = ("open", "os.", "shutil.", "tempfile.", "fcntl.", "ctypes.")
"""Beginnings of the names of audit events (PEP 578) that Python raises before it asks the system for something."""


@dataclass(frozen=True)
class Made:
    """Briefs in memory, and the folder of their project."""

    work: FinishedWork
    root: Path

    def briefs_for(self, audience: str) -> Made:
        """Only what was made for an audience."""
        own = tuple(brief for brief in self.work.briefs if brief.audience == audience)
        return replace(self, work=replace(self.work, briefs=own))

    def write(self, folder: Path) -> None:
        """Write it, as the last stage of a build does."""
        write(self.work, Order(Project(self.root), output=folder))


def made_in(root: Path) -> Made:
    """The project of the tests in `root`, and its briefs, in HTML."""
    write_project(root)
    return Made(built(root, formats=("html",)).work, root)


def writing(made: Made, folder: Path, last_step: int = 0) -> int:
    """A process that writes `made`, by its number. Before its step of the number `last_step`, if it has so many, it is
    killed."""
    process = os.fork()
    if not process:
        try:
            if last_step:
                _kill_before(last_step)
            made.write(folder)
            os._exit(0)
        except BaseException as error:
            os.write(2, f"{error!r}\n".encode())
            os._exit(1)
    return process


def ended(process: int) -> int:
    """How a process ended: its exit code, or the negative number of a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def _kill_before(last_step: int) -> None:
    steps = 0

    def hook(event: str, _: object) -> None:
        nonlocal steps
        steps += event.startswith(STEPS)
        if steps == last_step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
