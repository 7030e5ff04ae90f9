"""Running commands in processes that are copies of this one, in which all is loaded already."""

from __future__ import annotations

import contextlib
import importlib
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import briefs

LONGEST_WAIT = 90
"""Seconds after which a command is ended, however little of the processor it was given."""
_LARGEST_SPACE = 8 * 2**30
"""Bytes of addresses that a process may have, so that no failure takes the machine down."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code (None if it had to be ended), what it printed, the seconds of the processor
    that all its processes took together, and the bytes that the largest of them held."""

    code: int | None
    printed: bytes
    seconds: float
    peak: int


def load_all() -> None:
    """Load all modules of the program, so that commands need not."""
    for module in pkgutil.walk_packages(briefs.__path__, "briefs."):
        if not module.name.endswith("__main__"):
            with contextlib.suppress(ImportError):  # extras that are not installed
                importlib.import_module(module.name)


def run_apart(arguments: Sequence[str], folder: Path, cache: Path) -> Ended:
    """Run `briefs` with these arguments in a folder, with a cache of its own."""
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if not child:
            _run(arguments, folder, cache, output.fileno())
        ended = _wait(child)
        output.seek(0)
        code, used = ended
        return Ended(code, output.read(2_000_000), used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def _run(arguments: Sequence[str], folder: Path, cache: Path, output: int) -> None:
    """In the new process: what `python -m briefs` does. Never returns."""
    try:
        os.setsid()
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        sys.stdout, sys.stderr = (open(number, "w", encoding="utf-8") for number in (1, 2))  # noqa: PTH123, SIM115
        resource.setrlimit(resource.RLIMIT_AS, (_LARGEST_SPACE, _LARGEST_SPACE))
        os.chdir(folder)
        os.environ["XDG_CACHE_HOME"] = str(cache)
        os.environ["BRIEFS_TRACEBACK"] = "1"
        sys.argv = ["briefs", *arguments]
        from briefs.cli import main

        code = main()
    except SystemExit as error:
        code = int(error.code or 0)
    except BaseException:
        import traceback

        traceback.print_exc()
        code = 70
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _wait(child: int) -> tuple[int | None, resource.struct_rusage]:
    """Wait for the end of a process, which is ended after LONGEST_WAIT with all that it started."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        ended, status, used = os.wait4(child, os.WNOHANG)
        if ended:
            code = os.WEXITSTATUS(status) if os.WIFEXITED(status) else -os.WTERMSIG(status)
            return code, used
        if time.monotonic() > end:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
            return None, os.wait4(child, 0)[2]
        time.sleep(0.01)
