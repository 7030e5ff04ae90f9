"""Lines that are known are those that WeasyPrint would make, and are not known any more in other fonts."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from briefs.render.engine import known_lines as module
from briefs.render.engine.known_lines import KnownLines, known_lines
from briefs.render.engine.loading import load_engine
from briefs.render.engine.released_fonts import released_fonts
from tests.builders import REPOSITORY

FONTS = REPOSITORY / "templates/layout/fonts"
WORDS = "Tides, currents\u00a0and dredging-works of the outer\u00adharbour: 12\u2009000\u00a0t — שלום, naïve fjords"
STYLES = (
    "",
    "width: 31px",
    "width: 70px; overflow-wrap: anywhere",
    "width: 12px; overflow-wrap: break-word",
    "width: 40px; word-break: break-all",
    "hyphens: auto; width: 60px",
    "hyphens: manual; width: 90px",
    "letter-spacing: 2px; word-spacing: 3px; width: 120px",
    "text-align: justify; width: 150px",
    "white-space: pre-wrap; tab-size: 3",
    "white-space: nowrap; text-decoration: underline",
    "font: italic bold small-caps 9px/1.4 Carlito; font-variant-numeric: oldstyle-nums",
    "direction: rtl; width: 80px",
    "display: table-cell",
    "float: left",
    *("font-weight: 700", "letter-spacing: 2px", "word-spacing: 3px", "direction: rtl", "white-space: pre-wrap"),
)


def _page(engine: Any, words: str) -> Any:
    paragraphs = (f'<p style="{style}">{words}\t<b>{words}</b> <i>{words[:9]}</i>' for style in STYLES)
    return engine.HTML(string=f'<html lang="en">{"".join(paragraphs)}')


def test_pages_have_the_same_bytes_with_lines_that_are_known(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load_engine(FONTS)
    monkeypatch.setitem(module._known, "state", None)
    plain = _page(engine, WORDS).write_pdf()
    assert _page(engine, WORDS).write_pdf(font_config=released_fonts(FONTS)) == plain
    lines = known_lines(FONTS)
    made, asked = lines.made, lines.asked
    assert _page(engine, WORDS).write_pdf(font_config=released_fonts(FONTS)) == plain
    assert lines.asked >= asked * 2
    assert lines.made == made
    page = _page(engine, f"{WORDS} .")
    assert page.write_pdf(font_config=released_fonts(FONTS)) == page.write_pdf()


def test_fonts_that_a_page_brings_along_are_not_mixed_with_those_of_the_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = load_engine(FONTS)
    monkeypatch.setitem(module._known, "state", None)
    face = next(FONTS.glob("*Bold*.ttf")).as_uri()
    usual = engine.HTML(string=f"<p style='font-family: Carlito'>{WORDS}")
    own = engine.HTML(
        string=f"<style>@font-face {{ font-family: Carlito; src: url({face}) }}</style>"
        f"<p style='font-family: Carlito'>{WORDS}"
    )
    usual.render(released_fonts(FONTS))
    assert own.write_pdf(font_config=released_fonts(FONTS)) == own.write_pdf()
    assert usual.write_pdf(font_config=released_fonts(FONTS)) == usual.write_pdf()


def test_lines_are_forgotten_once_a_file_in_the_folder_changes(tmp_path: Path) -> None:
    folder = tmp_path / "fonts"
    shutil.copytree(FONTS, folder)
    lines = known_lines(folder)
    assert known_lines(folder) is lines
    font = next(folder.rglob("*.ttf"))
    status = font.stat()
    font.write_bytes(font.read_bytes())
    os.utime(font, ns=(status.st_atime_ns, status.st_mtime_ns))
    again = known_lines(folder)
    assert again is not lines
    (folder / "README").symlink_to("nowhere")
    assert known_lines(folder) is not again
    again = known_lines(folder)
    assert known_lines(folder) is again
    (folder / "more").mkdir()
    shutil.copy(font, folder / "more" / "other.ttf")
    assert known_lines(folder) is not again


def test_the_latest_lines_are_known_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 4)
    lines = KnownLines()
    for number in range(5):
        lines.keep(number, (None, number, None, 0.0, 0.0, 0.0))
        assert lines.get(0) is not None  # what is asked for stays
    assert lines.get(1) is None
    assert lines.get(4) == (None, 4, None, 0.0, 0.0, 0.0)
    assert len(lines._latest) + len(lines._older) <= 4
