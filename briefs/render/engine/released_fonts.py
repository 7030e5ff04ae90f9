"""Fonts of a layout, which are let go together with it, and with all that Pango holds of its lines.

A command ends before it matters; a preview lays out briefs thousands of times. WeasyPrint 70 leaves two things behind:

- The font map of each layout has its own configuration of fontconfig. Pango (1.50, as in Debian 12) does not let go of
  it when the map ends: 200 KB.
- Lines with OpenType features have lists of attributes in Pango, of which WeasyPrint keeps a reference. They share
  their attributes, which must therefore never be freed: 60 KB for a brief of two pages.
"""

from __future__ import annotations

import weakref
from functools import cache
from pathlib import Path
from typing import Any

from briefs.render.engine.known_lines import known_lines
from briefs.render.engine.known_styles import ask_styles_first


def released_fonts(folder: Path | None = None) -> Any:
    """A `FontConfiguration` for one layout, which takes along all that it holds when it ends; `load_engine` comes
    first. It knows the lines and styles of layouts before it if these are the fonts in `folder`."""
    from weasyprint.text.fonts import FontConfiguration

    _let_lines_go()
    known = None if folder is None else known_lines(folder)  # before the fonts are looked at
    fonts = FontConfiguration()
    if known is not None:
        ask_styles_first()
        fonts.known_lines, fonts.known_styles = known, known.styles
    fonts.font_features = _Unshared()
    weakref.finalize(fonts, _let_go, fonts.font_map).atexit = False
    return fonts


def _let_go(font_map: Any) -> None:
    """Take the configuration of fontconfig from a font map that nobody will lay out with any more."""
    from weasyprint.text.ffi import ffi, pangoft2

    pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", font_map), ffi.NULL)


class _Unshared(dict[bytes, Any]):
    """In place of the attributes that lists share: each list has one of its own, and frees it."""

    def setdefault(self, key: bytes, default: Any = None) -> Any:
        """`default`, which is kept nowhere."""
        return default


@cache
def _let_lines_go() -> None:
    """Let the layouts of lines be the only ones that hold their lists of attributes, which then end with them."""
    from weasyprint.text.ffi import ffi, pango
    from weasyprint.text.line_break import Layout

    set_up = Layout.setup

    def set_up_and_let_go(layout: Any, style: Any) -> None:
        set_up(layout, style)
        attributes = pango.pango_layout_get_attributes(layout.layout)
        if attributes != ffi.NULL and isinstance(style.font_config.font_features, _Unshared):
            pango.pango_attr_list_unref(attributes)

    Layout.setup = set_up_and_let_go
