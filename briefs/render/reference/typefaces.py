"""The fonts that styles of Word name, and whether the PDF has them or fonts of the same widths."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from briefs.files.listing import files_in
from briefs.model.diagnostics import BriefsError
from briefs.render.fonts.glyphs import FONTS_HINT, open_font
from briefs.word.elements import NAMESPACES, Element, qn

TWINS = (
    {"calibri", "carlito"},
    {"cambria", "caladea"},
    {"arial", "helvetica", "liberation sans", "arimo"},
    {"times new roman", "liberation serif", "tinos", "times"},
    {"courier new", "liberation mono", "cousine"},
    {"arial narrow", "liberation sans narrow"},
    {"georgia", "gelasio"},
)
"""Fonts with the same widths: text breaks alike in each of a set."""


def families(fonts_folder: Path) -> tuple[str, ...]:
    """The families of the fonts in a folder (OpenType, name 16 or 1). Raises BriefsError when it holds none."""
    found: dict[str, None] = {}
    for file in files_in(fonts_folder, ".ttf"):
        with open_font(file) as font:
            found[str(font["name"].getBestFamilyName())] = None
    if not found:
        raise BriefsError(f"{fonts_folder} holds no fonts", FONTS_HINT)
    return tuple(found)


def has_widths_of(font: str, known: tuple[str, ...]) -> bool:
    """Whether `font` is one of `known`, or as wide as one."""
    names = {name.lower() for name in known}
    return font.lower() in names or any(font.lower() in twins and twins & names for twins in TWINS)


def theme_fonts(theme: bytes | None) -> dict[str, str]:
    """The Latin fonts of a theme part: `major` for headings, `minor` for text (ISO/IEC 29500-1, 20.1.4.1.18)."""
    if theme is None:
        return {}
    root = etree.fromstring(theme, etree.XMLParser(resolve_entities=False, no_network=True))
    latin = {
        kind: root.find(f".//{{{NAMESPACES['a']}}}{kind}Font/{{{NAMESPACES['a']}}}latin") for kind in ("major", "minor")
    }
    return {kind: found.get("typeface", "") for kind, found in latin.items() if found is not None}


def style_font(style_id: str, styles: Element, theme: dict[str, str]) -> str:
    """The font in which a style sets Latin text: its own, or that of what it is based on; empty where none is said."""
    by_id = {style.get(qn("w:styleId"), ""): style for style in styles.iterfind(qn("w:style"))}
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        font = _font(by_id[style_id].find(qn("w:rPr")), theme)
        if font:
            return font
        parent = by_id[style_id].find(qn("w:basedOn"))
        style_id = "" if parent is None else parent.get(qn("w:val"), "")
    return _font(styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"), theme)


def _font(properties: Element | None, theme: dict[str, str]) -> str:
    fonts = None if properties is None else properties.find(qn("w:rFonts"))
    if fonts is None:
        return ""
    for side in ("ascii", "hAnsi"):
        themed = fonts.get(qn(f"w:{side}Theme"), "")
        if themed[:5] in theme:
            return theme[themed[:5]]
    return fonts.get(qn("w:ascii"), "") or fonts.get(qn("w:hAnsi"), "")
