"""A process of its own that draws pages: PDFium must not be called from two threads at one time (pypdfium2, "Thread
safety"), and the worker reads PDF files while pages are looked at. A build does not slow it down either."""

from __future__ import annotations

import multiprocessing
import threading
from contextlib import suppress
from multiprocessing.connection import Connection

from briefs.model.diagnostics import BriefsError


class DrawingProcess:
    """Draws pages with the function `page_png` of `answers/page_drawing.py`. The process is started for the first page,
    and again if it has ended; it ends with the worker."""

    def __init__(self) -> None:
        self._connection: Connection | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the process, so that the first page need not wait for it."""
        with self._lock, suppress(OSError):
            if self._connection is None:
                self._connection = _started()

    def draw(self, pdf: bytes, page: int, width: int) -> bytes:
        """The page as a PNG. Raises what `page_png` raises, and BriefsError if the process ended."""
        with self._lock:
            try:
                if self._connection is None:
                    self._connection = _started()
                self._connection.send((pdf, page, width))
                drawn: bytes | Exception = self._connection.recv()
            except (EOFError, OSError) as error:
                self._connection = None
                raise BriefsError("the page could not be drawn", "look at it once more") from error
        if isinstance(drawn, Exception):
            raise drawn
        return drawn


def _started() -> Connection:
    context = multiprocessing.get_context("spawn")
    own, other = context.Pipe()
    context.Process(target=draw_pages, args=(other,), daemon=True).start()
    other.close()
    return own


def draw_pages(connection: Connection) -> None:
    """Draw what is asked for until nobody asks any more."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: F401 - now, while nobody waits

    from briefs.preview.answers.page_drawing import page_png

    try:
        while True:
            pdf, page, width = connection.recv()
            drawn: bytes | Exception
            try:
                drawn = page_png(pdf, page, width)
            except Exception as error:  # told to whoever asked
                drawn = error
            connection.send(drawn)
    except (EOFError, OSError):
        return
