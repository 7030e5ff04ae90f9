"""Libraries that no two threads of a process may call at once: threads take turns at what calls them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class TakingTurns:
    """Decorates functions: of all that one of these has decorated, a single one is called at a time. One of them may
    call another."""

    def __init__(self) -> None:
        self._turn = RLock()

    def __call__(self, function: Callable[P, T]) -> Callable[P, T]:
        """`function`, called by one thread at a time."""

        @wraps(function)
        def called(*args: P.args, **kwargs: P.kwargs) -> T:
            with self._turn:
                return function(*args, **kwargs)

        return called


at_pdfium = TakingTurns()
"""For what opens PDFs with PDFium, which draws and reads them, and closes them."""

at_engine = TakingTurns()
"""For what WeasyPrint lays out or writes: its log is that of all threads, and Pango is not made for several of them.
PDFium may be called within it, but not the other way round, lest two threads wait for each other."""
