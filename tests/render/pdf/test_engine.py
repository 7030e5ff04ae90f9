"""The door to WeasyPrint."""

from __future__ import annotations

import ctypes.util
import importlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from briefs.model.diagnostics import BriefsError
from briefs.render.pdf.engine import load_engine
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


def test_loading_leaves_the_search_for_libraries_as_it_was() -> None:
    before = ctypes.util.find_library
    load_engine(FONTS)
    assert ctypes.util.find_library is before


def test_a_style_sheet_is_followed_or_complained_about(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(BriefsError, match=r"^WeasyPrint says: Ignored `colour: red ` at 1:6, unknown property\.$"):
        lay_out(document(), replace(layout(), print_css="h1 { colour: red }"))
    caplog.clear()


@pytest.mark.parametrize("text", ["", "<fontconfig><dir", "<fonts/>"])
def test_a_configuration_that_fontconfig_cannot_read_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "fonts.conf").write_text(text)
    with pytest.raises(BriefsError, match=r"/fonts\.conf is no configuration of fonts$"):
        load_engine(tmp_path)


@pytest.mark.parametrize("hidden", ["*", "html", "body"])
def test_a_style_sheet_that_hides_all_text_is_refused(hidden: str) -> None:
    with pytest.raises(BriefsError, match=r"^the style sheet shows no text$"):
        lay_out(document(), replace(layout(), print_css=f"{hidden} {{ display: none }}"))


STARTED = """
import hashlib, os, sys
started = []
sys.addaudithook(lambda event, _: started.append(event) if event in ("subprocess.Popen", "os.fork") else None)
from briefs.render.pdf.engine import load_engine
from tests.render.pdf.test_engine import FONTS
if sys.argv[1] == "plain":
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    import weasyprint
else:
    load_engine(FONTS)
    assert not started
    assert not [name for name in sys.modules if name.startswith(("fontTools.subset", "fontTools.varLib"))]
    import weasyprint.pdf.fonts
    assert type(weasyprint.pdf.fonts.subset.Options()).__module__ == "fontTools.subset"
    import fontTools.subset
    assert fontTools.subset.Subsetter
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.render.builders import document, layout
brief = document()
print(hashlib.sha256(write_pdf(lay_out(brief, layout()), brief)).hexdigest())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are searched for elsewhere")
def test_a_quick_start_starts_no_process_loads_no_fallback_and_changes_no_byte() -> None:
    printed = [
        subprocess.run([sys.executable, "-c", STARTED, how], capture_output=True, check=True, text=True).stdout
        for how in ("plain", "quick")
    ]
    assert printed[0] == printed[1] != ""
