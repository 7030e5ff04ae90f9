"""Fonts that Word styles name: those of a theme, and whether the PDF has them or fonts of the same widths."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.font_files import FONTS_HINT, open_font
from briefs.word.elements import NAMESPACES

TWINS = (
    {"calibri", "carlito"},
    {"cambria", "caladea"},
    {"arial", "arialmt", "helvetica", "liberation sans", "arimo"},
    {"times new roman", "timesnewromanpsmt", "liberation serif", "tinos", "times"},
    {"courier new", "courier", "liberation mono", "cousine"},
    {"arial narrow", "liberation sans narrow"},
    {"georgia", "gelasio"},
    {"palatino linotype", "palatino", "book antiqua", "tex gyre pagella"},
    {"century schoolbook", "tex gyre schola"},
    {"bookman old style", "tex gyre bonum"},
    {"century gothic", "tex gyre adventor"},
    {"segoe ui", "selawik"},
)
"""Fonts with the same widths: text breaks alike in each of a set."""
_FREE = (
    *("Carlito", "Caladea", "Liberation Sans", "Liberation Serif", "Liberation Mono", "Liberation Sans Narrow"),
    *("Gelasio", "TeX Gyre Pagella", "TeX Gyre Schola", "TeX Gyre Bonum", "TeX Gyre Adventor", "Selawik"),
)
"""Those of them that everybody may use and pass on."""
WORDS_OWN = "Times New Roman"
"""The font of text whose style names none (ISO/IEC 29500-1, 17.3.2.26, leaves it to programs)."""


def families(fonts_folder: Path) -> tuple[str, ...]:
    """The families of the fonts in a folder (OpenType, name 16 or 1). Raises BriefsError if it holds none."""
    found: dict[str, None] = {}
    for file in files_in(fonts_folder, ".ttf"):
        with open_font(file) as font:
            found[str(font["name"].getBestFamilyName())] = None
    if not found:
        raise BriefsError(f"{fonts_folder} holds no fonts", FONTS_HINT)
    return tuple(found)


def has_widths_of(font: str, known: tuple[str, ...]) -> bool:
    """Whether `font` is one of `known`, or has the same widths as one."""
    names = {name.lower() for name in known}
    return font.lower() in names or any(font.lower() in twins and twins & names for twins in TWINS)


def free_twin(font: str) -> str | None:
    """The free font with the widths of `font`; None if there is none, or if `font` is free itself."""
    twins = next((twins for twins in TWINS if font.lower() in twins), set())
    return next((name for name in _FREE if name.lower() in twins and name.lower() != font.lower()), None)


def theme_fonts(theme: bytes | None) -> dict[str, str]:
    """The Latin fonts of a theme part: `major` for headings, `minor` for text (ISO/IEC 29500-1, 20.1.4.1.18)."""
    if theme is None:
        return {}
    root = etree.fromstring(theme, etree.XMLParser(resolve_entities=False, no_network=True))
    latin = {
        kind: root.find(f".//{{{NAMESPACES['a']}}}{kind}Font/{{{NAMESPACES['a']}}}latin") for kind in ("major", "minor")
    }
    return {kind: found.get("typeface", "") for kind, found in latin.items() if found is not None}
