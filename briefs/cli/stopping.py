"""Stopping a command: by Ctrl-C, by another process, or because its terminal was closed.

Each of these raises KeyboardInterrupt wherever the program is, so that it puts away what it was writing and ends its
other process. Python's own handler does so for Ctrl-C alone; and it prints a traceback, and goes on, if Ctrl-C comes
while Python calls code that cannot fail, such as a finalizer. Then the interruption is raised once more. Libraries may
also turn it into an error of their own; so it is kept in mind that the program is to stop.

This module imports nothing that takes time.
"""

from __future__ import annotations

import signal
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType

_SAID = {"SIGINT": "interrupted", "SIGTERM": "ended", "SIGHUP": "ended, since the terminal was closed"}

LATER = 0.001
"""Seconds after which an interruption is raised once more."""


class Stopped(KeyboardInterrupt):
    """The process got the signal with this `number`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        self.said = _SAID[signal.Signals(number).name]
        self.outcome = "the last build is unchanged"

    @property
    def code(self) -> int:
        """The exit code that shells give for the signal."""
        return 128 + self.number


_asked: list[Stopped] = []


def asked_to_stop() -> Stopped | None:
    """The first signal that the process got, if any: whatever fails after it fails because of it."""
    return _asked[0] if _asked else None


def catch_signals() -> None:
    """Raise Stopped for the signals that end a process, except those that the process was told to ignore."""
    for name in _SAID:
        number = getattr(signal, name, None)  # Windows does not have all of them
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    sys.unraisablehook = _unraisable


def signals_end_at_once() -> None:
    """Let signals that come while Python takes itself down end the process without a word."""
    for name in _SAID:
        number = getattr(signal, name, None)
        if number is not None and callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None) -> None:
    _asked.append(Stopped(number))
    raise _asked[-1]


def _unraisable(failure: sys.UnraisableHookArgs) -> None:
    """Stop a little later if that was not possible at once; other failures are reported as usual."""
    if not isinstance(failure.exc_value, KeyboardInterrupt):
        sys.__unraisablehook__(failure)
    elif hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, _stop_after_all)
        signal.setitimer(signal.ITIMER_REAL, LATER)


def _stop_after_all(number: int, frame: FrameType | None) -> None:
    raise asked_to_stop() or KeyboardInterrupt
