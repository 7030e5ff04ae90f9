"""Printing beside the work of a server: a terminal that takes nothing, since its output is held with Ctrl-S or goes to
a program that does not read on, must not stop the server; and one that is gone is no error."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue

from briefs.cli.printing import drop_output
from briefs.preview.held_back import interrupts_held_back
from briefs.preview.messages import Finished
from briefs.preview.serving.terminal import Terminal

LAST = 0.3
"""Seconds that the last lines have to be printed."""


class PrintingBeside:
    """Tells `terminal` everything but the address in a thread of its own, in order."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal
        self._waiting: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._printing = threading.Thread(target=self._print, daemon=True)
        with interrupts_held_back():
            self._printing.start()

    def ready(self, address: str, wanted: int | None) -> None:
        """Tell it at once: without the address, nobody can do anything. Raises OSError."""
        self._terminal.ready(address, wanted)

    def finished(self, round_of_building: Finished) -> None:
        """Tell it later."""
        self._waiting.put(partial(self._terminal.finished, round_of_building))

    def mistaken(self, during: str, traceback: str) -> None:
        """Tell it later."""
        self._waiting.put(partial(self._terminal.mistaken, during, traceback))

    def warned(self, what: str) -> None:
        """Tell it later."""
        self._waiting.put(partial(self._terminal.warned, what))

    def end(self) -> bool:
        """Print what waits; returns False if the terminal takes nothing, by which all printing would have to wait."""
        self._waiting.put(None)
        self._printing.join(LAST)
        return not self._printing.is_alive()

    def _print(self) -> None:
        while (tell := self._waiting.get()) is not None:
            try:
                tell()
            except (OSError, ValueError):
                with suppress(OSError, ValueError):
                    drop_output(sys.stderr)
