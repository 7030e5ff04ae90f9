"""A process that is interrupted while that is held back: threads of whoever runs the tests would take the signal."""

from __future__ import annotations

import subprocess
import sys

from tests.builders import REPOSITORY

_WORK = """
try:
    with interrupts_held_back():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)
        print("the whole of it")
except KeyboardInterrupt:
    print("then the end")
"""


def interrupted(before: str) -> str:
    """What a process prints that runs the lines `before`, and is then interrupted."""
    modules = "import os, signal, threading, time\nfrom briefs.preview.held_back import interrupts_held_back\n"
    command = [sys.executable, "-c", f"{modules}{before}\n{_WORK}"]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout
