"""Layouts that end: after a stated number of pages and a stated time of the processor, whatever they lay out.

The engine trusts style sheets and texts. With some of them it never comes to an end, and with others it stops with an
error of its own (CWE-400, CWE-755).
"""

from __future__ import annotations

import ctypes
import logging
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from traceback import clear_frames
from typing import TypeVar

from briefs.model.diagnostics import BriefsError, DocumentError, Fault, Place
from briefs.model.limits import MOST_PAGES

T = TypeVar("T")

_PROGRESS = logging.getLogger("weasyprint.progress")
"""Where the engine says which page it begins."""
_PAGE = re.compile(r"Step 5 - Creating layout - Page %d")
_SECONDS, _SECONDS_PER_PAGE = 6.0, 0.25
"""Time of the processor that a layout has, and what each page that it begins adds: ten times what pages take."""
_SECONDS_AFTER_A_STOP = 2.0
"""The same for whatever is laid out after a layout that was stopped: most often it would not end either."""
_LOOK = 0.25
"""Seconds between two looks at the time that a layout has taken."""

_HINT = "take back the last change in templates/layout/print.css or, if that is none, print less in this brief"


class _Endless(BaseException):
    """Raised within a layout that takes too long; no handler of the engine catches it."""


class _TooLong(BaseException):
    """Raised within a layout that begins one page too many."""


_stopped = threading.Event()
"""Whether a layout of this process was stopped."""


def bounded_layout(what: str, path: str, work: Callable[[], T], failing: str = "WeasyPrint stops with") -> T:
    """What `work` returns, which lays out or writes `what` with WeasyPrint, such as "the brief for ministers".

    Raises DocumentError, at the style sheet `path`, if that takes too many pages or too long, or if it fails; `failing`
    stands before what went wrong. Code: `layout-stopped`.
    """
    try:
        with _watched():
            return work()
    except (BriefsError, DocumentError, OSError, MemoryError):
        raise
    except BaseException as error:
        message = _said(error, failing)
        if not message:
            raise
        # Half a layout is let go now: at the end of the process, it would be after the libraries that it needs.
        clear_frames(error.__traceback__)
    raise DocumentError([Fault("layout-stopped", message.format(what), _HINT).at(Place(path))])


def _said(error: BaseException, failing: str) -> str:
    """The message on how a layout ended, with `{}` for what is laid out; empty if somebody else ended it.

    `failing` stands before what the program that failed says.
    """
    if isinstance(error, _Endless):
        _stopped.set()
        return "{} cannot be laid out: the program gave up, since it takes too long"
    if isinstance(error, _TooLong):
        return f"{{}} has more than {MOST_PAGES} pages"
    if isinstance(error, Exception) or type(error).__module__.partition(".")[0] == "weasyprint":
        said = f"{type(error).__name__}: {error}".rstrip(": ").splitlines()[0][:200]
        return f"{{}} cannot be laid out: {failing} {said.replace('{', '{{').replace('}', '}}')}"
    return ""


@contextmanager
def _watched() -> Iterator[None]:
    pages = _Pages()
    watcher = _Watcher(pages)
    level = _PROGRESS.level
    _PROGRESS.setLevel(logging.INFO)
    _PROGRESS.addHandler(pages)
    watcher.start()
    try:
        yield
    finally:
        watcher.end()
        _PROGRESS.removeHandler(pages)
        _PROGRESS.setLevel(level)


class _Pages(logging.Handler):
    """Counts the pages that are begun."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Raises _TooLong at the first page that no brief may have."""
        if isinstance(record.args, tuple) and record.args and _PAGE.match(record.msg):
            self.begun = int(str(record.args[0]))
            if self.begun > MOST_PAGES:
                raise _TooLong


class _Watcher(threading.Thread):
    """Ends what the thread that makes it does, once that takes too long."""

    def __init__(self, pages: _Pages) -> None:
        super().__init__(daemon=True)
        self._pages, self._watched = pages, threading.get_ident()
        self._clock, self._ended, self._turn = _clock_of(self._watched), threading.Event(), threading.Lock()
        self._seconds = _SECONDS_AFTER_A_STOP if _stopped.is_set() else _SECONDS

    def run(self) -> None:
        begin = self._clock()
        while not self._ended.wait(_LOOK):
            if self._clock() - begin > self._seconds + _SECONDS_PER_PAGE * self._pages.begun:
                with self._turn:
                    if not self._ended.is_set():
                        _raise_in(self._watched, _Endless)

    def end(self) -> None:
        """Ends the watch. What it has raised and has not come yet does not come any more."""
        with self._turn:
            self._ended.set()
            _raise_in(self._watched, None)
        self.join()


def _clock_of(thread: int) -> Callable[[], float]:
    """A function that gives the seconds of the processor that a thread has taken; on some systems, its process."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.process_time
    clock = time.pthread_getcpuclockid(thread)
    return lambda: time.clock_gettime(clock)


def _raise_in(thread: int, exception: type[BaseException] | None) -> None:
    """Let a thread raise `exception` at its next step; None takes back one that has not been raised yet."""
    raised = None if exception is None else ctypes.py_object(exception)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
