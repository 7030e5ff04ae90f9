"""The fonts of the project are all that is used, whatever the machine has and whatever is asked for."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "templates" / "layout" / "fonts"

RENDER = "import sys, weasyprint; weasyprint.HTML(string=sys.argv[1]).write_pdf(sys.stdout.buffer)"


def embedded(html: str, cache: Path) -> set[str]:
    """The names of the fonts in the PDF of `html`; in a process of its own, as settings are read once."""
    environment = os.environ | {"FONTCONFIG_FILE": str(FONTS / "fonts.conf"), "XDG_CACHE_HOME": str(cache)}
    done = subprocess.run([sys.executable, "-c", RENDER, html], env=environment, capture_output=True, check=True)
    assert done.stderr == b""
    with pikepdf.open(io.BytesIO(done.stdout)) as pdf:
        fonts = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        return {str(font["/BaseFont"]).partition("+")[2] for font in fonts if "/BaseFont" in font}


@pytest.mark.parametrize("family", ["Carlito", "Calibri", "sans-serif", "DejaVu Serif", "no such family"])
def test_every_family_is_set_in_carlito_and_its_missing_symbols_in_dejavu(family: str, tmp_path: Path) -> None:
    html = f'<p style="font-family: {family}">plain ☐ <b>bold ☐</b> <i>italic</i> <b><i>both</i></b>'
    assert embedded(html, tmp_path) == {
        "Carlito",
        "Carlito-Bold",
        "Carlito-Italic",
        "Carlito-Bold-Italic",
        "DejaVu-Sans",
        "DejaVu-Sans-Bold",
    }


def test_every_font_may_be_embedded_and_has_its_licence_beside_it() -> None:
    fonts = [TTFont(path) for path in sorted(FONTS.glob("*.ttf"))]
    assert [font["OS/2"].fsType for font in fonts] == [0] * 6
    families = {str(font["name"].getDebugName(1)).split()[0] for font in fonts}
    assert families == {path.stem.removeprefix("LICENSE-") for path in FONTS.glob("LICENSE-*.txt")}
