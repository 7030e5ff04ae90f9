"""Importing WeasyPrint faster, with the same outcome."""

from __future__ import annotations

import ctypes.util
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefs.render.engine.loading import load_engine
from tests.render.builders import LAYOUT_FOLDER

FONTS = LAYOUT_FOLDER / "fonts"


def test_loading_leaves_the_search_for_libraries_as_it_was() -> None:
    before = ctypes.util.find_library
    load_engine(FONTS)
    assert ctypes.util.find_library is before


def test_the_engine_is_changed_once_however_often_it_is_loaded(tmp_path: Path) -> None:
    """A preview loads it again whenever fonts have changed."""
    load_engine(FONTS)
    fonts = sys.modules["weasyprint.pdf.fonts"]
    before = dict(vars(fonts.Font))
    for number in range(3):
        shutil.copytree(FONTS, tmp_path / str(number))
        load_engine(tmp_path / str(number))
    assert dict(vars(fonts.Font)) == before


STARTED = """
import hashlib, os, sys
started = []
sys.addaudithook(lambda event, _: started.append(event) if event in ("subprocess.Popen", "os.fork") else None)
from briefs.render.engine.loading import load_engine
from tests.render.engine.test_lean_import import FONTS
if sys.argv[1] == "plain":
    os.environ["FONTCONFIG_FILE"] = str(FONTS / "fonts.conf")
    import weasyprint
else:
    load_engine(FONTS)
    assert not started
    fallbacks = ("fontTools.subset", "fontTools.varLib", "fontTools.ttLib")
    assert not [name for name in sys.modules if name.startswith(fallbacks)]
    import weasyprint.pdf.fonts
    assert type(weasyprint.pdf.fonts.subset.Options()).__module__ == "fontTools.subset"
    import fontTools.subset
    assert fontTools.subset.Subsetter
from briefs.render.pdf.pages import lay_out, write_pdf
from tests.render.builders import document, layout
brief = document()
print(hashlib.sha256(write_pdf(lay_out(brief, layout()), brief)).hexdigest())
"""


READ = """
from briefs.render.engine.loading import load_engine
from tests.render.engine.test_lean_import import FONTS
load_engine(FONTS)
import weasyprint.pdf.fonts as fonts, weasyprint.text.fonts as text
class Other(fonts.Font):
    tables, png, svg, colr = [], False, False, False
    def __init__(self, content): self.file_content, self.index, self.type_ = content, 0, "ttf"
    def subset(self, to_unicode, hinting): self.is_cleaned = True
plain = Other(b"")
plain.clean({}, False)
assert plain.is_cleaned and type(fonts.TTFont).__name__ == "_OnDemand"
other = Other((FONTS / "Carlito-Bold.ttf").read_bytes())
other.svg, other.tables, other.family = True, ["glyf", "loca"], "Other"
other.clean({}, False)
from fontTools.ttLib import TTFont, TTLibError, ttFont
assert (fonts.TTFont, fonts.TTLibError, fonts.ttFont) == (TTFont, TTLibError, ttFont)
assert len(other.file_content) < 400_000, "its glyphs are still there"
assert text.TTFont(FONTS / "Carlito-Bold.ttf", lazy=True).sfntVersion and text.woff2.decompress
broken = Other(b"")
broken.svg, broken.family = True, "Broken"
try:
    broken.clean({}, False)
except TTLibError:
    print("done")
"""


def test_what_reads_tables_is_loaded_for_fonts_that_need_it() -> None:
    done = subprocess.run([sys.executable, "-c", READ], capture_output=True, check=False, text=True)
    assert done.stdout == "done\n", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are searched for elsewhere")
def test_a_lean_import_starts_no_process_loads_no_fallback_and_changes_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    printed = [
        subprocess.run([sys.executable, "-c", STARTED, how], capture_output=True, check=True, text=True).stdout
        for how in ("plain", "lean", "lean, with what the one before has kept")
    ]
    assert printed[0] == printed[1] == printed[2] != ""
    kept = {path.name for path in (tmp_path / "briefs").iterdir() if any(path.iterdir())}
    assert kept >= {"declarations", "styles"}
