"""Importing WeasyPrint faster, with the same outcome."""

from __future__ import annotations

import ctypes.util
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
