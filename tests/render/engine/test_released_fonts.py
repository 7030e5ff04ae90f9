"""Layouts leave nothing behind in the memory of system libraries, which Python does not see."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from typing import Any

import pytest

from briefs.render.engine import released_fonts as module
from briefs.render.engine.loading import load_engine
from briefs.render.engine.released_fonts import released_fonts
from tests.builders import REPOSITORY

FONTS = REPOSITORY / "templates/layout/fonts"
LINES = "<style>p { font-variant-caps: small-caps; font-kerning: none }</style>" + "<p>Tides and <b>currents</b>" * 30


class _Allocated(ctypes.Structure):
    """`struct mallinfo2` of the GNU C library."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            "arena",
            "ordblks",
            "smblks",
            "hblks",
            "hblkhd",
            "usmblks",
            "fsmblks",
            "uordblks",
            "fordblks",
            "top",
        )
    ]


def kilobytes_left_by(work: Callable[[], object]) -> float:
    """How much is still allocated by C for each time that `work` is done, once it has been done a few times."""
    library = ctypes.CDLL(None)
    library.mallinfo2.restype = _Allocated
    counts = []
    for _ in range(2):
        for _ in range(4):
            work()
        gc.collect()
        counts.append(library.mallinfo2().uordblks)
    return float(counts[1] - counts[0]) / 4 / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="only the GNU C library tells what is allocated")
def test_fonts_and_lines_of_a_layout_leave_nothing() -> None:
    engine = load_engine(FONTS)
    page = engine.HTML(string=LINES)
    assert kilobytes_left_by(released_fonts) < 20
    assert kilobytes_left_by(lambda: page.render(released_fonts())) < 6


def test_lines_look_the_same() -> None:
    engine = load_engine(FONTS)
    page = engine.HTML(string=LINES)
    assert page.write_pdf(font_config=released_fonts()) == page.write_pdf()


def test_the_fonts_of_a_layout_are_let_go_when_nobody_has_it_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, gone = module._let_go, list[Any]()

    def noted(font_map: Any) -> None:
        gone.append(font_map)
        let_go(font_map)

    monkeypatch.setattr(module, "_let_go", noted)
    page = load_engine(FONTS).HTML(string="<p>The keepers of the quay")
    one, other = (page.render(fonts) for fonts in (released_fonts(), released_fonts()))
    map_of_one = one.font_config.font_map
    gc.collect()
    assert gone == []
    del one
    gc.collect()
    assert gone == [map_of_one]
    assert other.write_pdf().startswith(b"%PDF")
