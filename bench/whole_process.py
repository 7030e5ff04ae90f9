"""What a command uses from its start to its end: time by the clock, time of the processor, and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_LAUNCHER = """
import os, sys, time
said, *command = sys.argv[1:]
out = (os.POSIX_SPAWN_OPEN, 1, said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
start = time.perf_counter()
child = os.posix_spawn(command[0], command, os.environ, file_actions=[out, (os.POSIX_SPAWN_DUP2, 1, 2)])
_, status, used = os.wait4(child, 0)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))
"""
"""Starts the command. It is small: on Linux, a process counts the memory of the one that started it as its own."""


class Used(NamedTuple):
    """Seconds by the clock and of the processor, of a command with all that it started; MiB of its largest process."""

    wall: float
    cpu: float
    memory: float


def run_whole(command: Sequence[str], folder: Path, environment: Mapping[str, str], said: Path) -> Used:
    """Run a command in `folder`; what it prints goes into the file `said`. Raises RuntimeError if it fails."""
    words = (sys.executable, "-I", "-S", "-c", _LAUNCHER, str(said), *command)
    run = subprocess.run(words, cwd=folder, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    wall, cpu, memory, code = map(float, run.stdout.split())
    if code:
        raise RuntimeError(f"{json.dumps(command)} ended with exit code {code:.0f}: {said.read_text(errors='replace')}")
    return Used(wall, cpu, memory / 1024 if sys.platform == "linux" else memory / 2**20)
