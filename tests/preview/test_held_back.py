"""Ctrl-C comes after what must not be interrupted, whichever thread the system gives it to."""

from __future__ import annotations

import subprocess
import sys

from tests.builders import REPOSITORY

HELD_BACK = """
import os, signal, threading, time
from briefs.preview.held_back import interrupts_held_back

with interrupts_held_back():
    threading.Thread(target=time.sleep, args=(10,), daemon=True).start()
try:
    with interrupts_held_back():
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.05)
        print("the whole of it")
except KeyboardInterrupt:
    print("then the end")
"""
"""It runs in a process of its own: threads of whoever runs the tests take the signal, too."""


def test_ctrl_c_comes_at_the_end_also_with_other_threads() -> None:
    command = [sys.executable, "-c", HELD_BACK]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    assert done.stdout == "the whole of it\nthen the end\n"
