"""The door to WeasyPrint."""

from __future__ import annotations

import importlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.engine.loading import ensure_font_cache, load_engine
from briefs.render.pdf.pages import lay_out
from tests.render.builders import LAYOUT_FOLDER, document, layout

FONTS = LAYOUT_FOLDER / "fonts"


def test_system_libraries_that_are_missing_are_named_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str) -> None:
        raise OSError("cannot load library 'libpango-1.0-0'\nand a long explanation")

    monkeypatch.setattr(importlib, "import_module", fail)
    with pytest.raises(BriefsError) as raised:
        load_engine(FONTS)
    assert str(raised.value) == "WeasyPrint cannot load its system libraries: cannot load library 'libpango-1.0-0'"
    assert raised.value.hint == (
        "install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfontconfig1 (Debian, Ubuntu) "
        "or pango (macOS, MSYS2)"
    )


def test_fonts_are_found_where_no_cache_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/nowhere")
    load_engine(FONTS)
    assert Path(os.environ["XDG_CACHE_HOME"]).is_dir()


def test_a_pipe_in_the_cache_of_fontconfig_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    ensure_font_cache()
    assert os.environ["XDG_CACHE_HOME"] == str(tmp_path)
    (tmp_path / "fontconfig").mkdir()
    os.mkfifo(tmp_path / "fontconfig" / "0-le64.cache-8")
    ensure_font_cache()
    assert os.environ["XDG_CACHE_HOME"] != str(tmp_path)


@pytest.mark.parametrize("text", ["", "<fontconfig><dir", "<fonts/>"])
def test_a_configuration_that_fontconfig_cannot_read_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "fonts.conf").write_text(text)
    with pytest.raises(BriefsError, match=r"/fonts\.conf is not a fontconfig file that can be read: it "):
        load_engine(tmp_path)


@pytest.mark.parametrize("hidden", ["*", "html", "body"])
def test_a_style_sheet_that_hides_all_text_is_refused(hidden: str) -> None:
    with pytest.raises(BriefsError, match=r"^the style sheet shows no text$"):
        lay_out(document(), replace(layout(), print_css=f"{hidden} {{ display: none }}"))
