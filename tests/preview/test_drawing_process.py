"""Pages are drawn in a process of their own; what goes wrong there comes back to whoever asked."""

from __future__ import annotations

import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.preview import drawing_process
from briefs.preview.answers import page_drawing
from briefs.preview.drawing_process import DrawingProcess, draw_pages
from briefs.preview.messages import NotFound


def test_pages_are_drawn_elsewhere_and_again_after_the_process_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Connection] = []

    def start() -> Connection:
        own, other = Pipe()
        started.append(other)
        threading.Thread(target=draw_pages, args=(other,), daemon=True).start()
        return own

    def page_png(pdf: bytes, page: int, width: int) -> bytes:
        if page == 9:
            raise NotFound("no such page")
        if page == 10:
            started[-1].close()
        return b"%s %d %d" % (pdf, page, width)

    monkeypatch.setattr(drawing_process, "_started", start)
    monkeypatch.setattr(page_drawing, "page_png", page_png)
    drawing = DrawingProcess()
    drawing.start()
    assert drawing.draw(b"pdf", 1, 800) == b"pdf 1 800"
    with pytest.raises(NotFound, match="no such page"):
        drawing.draw(b"pdf", 9, 800)
    with pytest.raises(BriefsError, match="could not be drawn"):
        drawing.draw(b"pdf", 10, 800)
    assert drawing.draw(b"pdf", 2, 800) == b"pdf 2 800"
    assert len(started) == 2
