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
_came: dict[tuple[int, bool], int] = {}
"""How often each signal came, directly or passed on."""


def asked_to_stop() -> Stopped | None:
    """The first signal that the process got, if any: whatever fails after it fails because of it."""
    return _asked[0] if _asked else None


def catch_signals() -> None:
    """Raise Stopped for the signals that end a process, except those that the process was told to ignore."""
    for number in ending_signals():
        signal.signal(number, _stop)
    sys.unraisablehook = _unraisable


def ending_signals() -> list[int]:
    """The signals that end a process, except those that it was told to ignore."""
    numbers = [getattr(signal, name, None) for name in _SAID]  # Windows does not have all of them
    return [one for one in numbers if one is not None and signal.getsignal(one) is not signal.SIG_IGN]


def passed_on(number: int) -> int:
    """The signal by which the process that watches over this one passes on that it got the signal `number`.

    Ctrl-C at a terminal reaches both: as a signal of its own, what is passed on does not count twice.
    """
    return signal.SIGRTMIN + number


def catch_passed_on() -> None:
    """Take what is passed on for the signal itself."""
    for number in ending_signals():
        signal.signal(passed_on(number), lambda came, frame: _stop(came - signal.SIGRTMIN, frame, is_direct=False))


def signals_end_at_once() -> None:
    """Let signals that come while Python takes itself down end the process without a word."""
    for number in ending_signals():
        for one in (number, passed_on(number)) if hasattr(signal, "SIGRTMIN") else (number,):
            if callable(signal.getsignal(one)):
                signal.signal(one, signal.SIG_DFL)


def _stop(number: int, frame: FrameType | None, is_direct: bool = True) -> None:
    way, other = (number, is_direct), (number, not is_direct)
    _came[way] = _came.get(way, 0) + 1
    if _came[way] <= _came.get(other, 0):  # it is known from the other way
        return
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
