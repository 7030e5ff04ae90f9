"""Holding this process, and all that it starts, to the memory that a command may take (CWE-400, CWE-770).

The system then refuses what goes beyond that: Python raises MemoryError, and libraries end the process or fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from briefs.model.patience import memory

try:
    import resource
except ImportError:  # pragma: no cover - not on Linux or macOS
    resource = None  # type: ignore[assignment]

_before: dict[int, int] = {}
"""The limits that the process had before."""


def bound_memory() -> None:
    """Let this process take no more memory than a command may, nor leave what it held in a file if it crashes.

    A lower limit that it has already stays. Systems other than Linux may not hold it to this.
    """
    if resource is None:  # pragma: no cover
        return
    for what, most in ((resource.RLIMIT_DATA, memory()), (resource.RLIMIT_CORE, 0)):
        soft, hard = resource.getrlimit(what)
        _before.setdefault(what, soft)
        known = [one for one in (soft, hard, most) if one != resource.RLIM_INFINITY]
        _set(what, min(known))


@contextmanager
def without_memory_limit() -> Iterator[None]:
    """Start what a person works with, such as an editor, without this limit inside this `with` block."""
    for what, soft in _before.items():
        _set(what, soft)
    try:
        yield
    finally:
        if _before:
            bound_memory()


def _set(what: int, soft: int) -> None:
    with suppress(ValueError, OSError):  # the system does not know it
        resource.setrlimit(what, (soft, resource.getrlimit(what)[1]))
