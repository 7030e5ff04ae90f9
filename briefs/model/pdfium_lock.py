"""PDFium draws and reads PDFs, and no two threads of a process may call it at once: they take turns here."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_TURN = RLock()


def in_turn(function: Callable[P, T]) -> Callable[P, T]:
    """`function`, which opens PDFs with PDFium and closes them, called by one thread at a time."""

    @wraps(function)
    def called(*args: P.args, **kwargs: P.kwargs) -> T:
        with _TURN:
            return function(*args, **kwargs)

    return called
