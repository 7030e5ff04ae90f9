"""What the program is doing now, for whoever watches over it: so a step that takes too long or too much memory can be
named, even if nothing of the program runs any more.

Code says what it does and reads, and does not know who listens; without a listener, nothing happens.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")


class Listener(Protocol):
    """Somebody who watches over the program."""

    def doing(self, what: str) -> None:
        """A new step begins, such as "clerks: composing"."""

    def uses(self, path: str, size: int) -> None:
        """A file is read that has so many bytes; it may be what makes the step take long."""

    def fits(self, brief: str, pages: int) -> None:
        """A brief is fitted that may have so many pages, and is laid out several times."""

    def has_own_limits(self) -> None:
        """This process, which was just forked, has limits of its own: nobody else needs to watch over it."""

    def wrote(self, folder: str) -> None:
        """A folder has its new content, whatever happens from now on."""


_listeners: list[Listener] = []
_present = {"what": "", "path": "", "written": ""}


def listen(listener: Listener) -> None:
    """Tell `listener`, and nobody else, from now on."""
    _listeners[:] = [listener]


def doing(what: str) -> None:
    """Say that a new step begins."""
    _present.update(what=what, path="")
    for listener in _listeners:
        listener.doing(what)


def in_portions(values: Sequence[T], size: int) -> Iterator[T]:
    """`values`, in order; if there are more than `size`, each `size` of them are a step of their own, such as
    "harbour: checking wording, 2 of 5". For work that is long only since there is much of it."""
    what, portions = _present["what"], -(-len(values) // size)
    for at, value in enumerate(values):
        if portions > 1 and at % size == 0:
            doing(f"{what}, {at // size + 1} of {portions}")
        yield value
    if portions > 1:
        doing(what)


def uses(path: object, size: int = 0) -> None:
    """Say that the step uses a file, of which so many bytes were read."""
    _present["path"] = str(path)
    for listener in _listeners:
        listener.uses(str(path), size)


def fits(brief: object, pages: int) -> None:
    """Say that a brief is fitted that may have so many pages."""
    for listener in _listeners:
        listener.fits(str(brief), pages)


def has_own_limits() -> None:
    """Say that this process, which was just forked, has limits of its own."""
    for listener in _listeners:
        listener.has_own_limits()
    _listeners.clear()


def wrote(folder: object) -> None:
    """Say that a folder has its new content."""
    _present["written"] = str(folder)
    for listener in _listeners:
        listener.wrote(str(folder))


def present() -> tuple[str, str, str]:
    """The step, the path of the file that it used last, and the folder that was written; each may be empty."""
    return _present["what"], _present["path"], _present["written"]
