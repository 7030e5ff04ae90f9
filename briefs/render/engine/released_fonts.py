"""Fonts of a layout, which are let go together with it.

WeasyPrint gives the font map of each layout the configuration of fontconfig that it has read. Pango (1.50, as in Debian
12) does not let go of it when the map ends: 200 KB remain of each layout, and a preview makes thousands of them.
"""

from __future__ import annotations

import weakref
from typing import Any


def released_fonts() -> Any:
    """A `FontConfiguration` for one layout, which takes its fonts along when it ends; `load_engine` comes first."""
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    weakref.finalize(fonts, _let_go, fonts.font_map).atexit = False
    return fonts


def _let_go(font_map: Any) -> None:
    """Take the configuration of fontconfig from a font map that nobody will lay out with any more."""
    from weasyprint.text.ffi import ffi, pangoft2

    pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", font_map), ffi.NULL)
