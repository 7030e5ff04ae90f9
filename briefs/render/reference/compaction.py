"""A look made compact, where its own measures would take more pages than the PDF has.

Fonts, colours, rules and pages stay those of the house. No type, line or space is larger than in the PDF; in the most
compact looks, lines and spaces are a little smaller, since the page of the house may have less room.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from briefs.render.reference.font_widths import NATURAL_LINE
from briefs.render.reference.look import Look
from briefs.render.reference.starter_measures import TEXT_LINE, TEXT_SIZE
from briefs.render.reference.starter_style import StarterStyle
from briefs.render.reference.starter_styles import STYLES, own_ancestry
from briefs.word.elements import value_of, w
from briefs.word.measures import length, per_cent
from briefs.word.style_properties import attributes, set_attributes, set_property
from briefs.word.styles import StyleSheet

DEGREES = (1.0, 0.97, 0.94, 0.91, 0.88)
"""The heights of lines and spaces against those of the PDF, from the least compact look to the most, in which lines are
as high as those of Calibri by nature."""
_KEPT = ("Header", "Footer", "BriefLogo", "BriefFigure", "BriefGap", "BriefNotes")
_TIGHT = 1.12
"""The least height of lines against their type: with less, lines of a title touch each other."""


def compacted(look: Look, degree: float) -> Look:
    """`look` with no measure larger than in the PDF, and with lines and spaces of this `degree` of those."""
    styles = StyleSheet(deepcopy(look.styles.root))
    for style in STYLES:
        if style.kind == "paragraph" and style.id not in _KEPT:
            _compact(styles, look.ids[style.id], style, degree)
    return replace(look, styles=styles)


def _compact(styles: StyleSheet, id: str, starter: StarterStyle, degree: float) -> None:
    ours = _first(starter, "size", TEXT_SIZE)
    size = min(styles.size(id) / 2, ours)
    line = _first(starter, "line", TEXT_LINE) * size / ours
    line = max(line * degree, min(line, _TIGHT * size))
    spacing = attributes(styles, id, "pPr", "spacing")
    changed: dict[str, str] = {}
    if _height(spacing, size) > line + 0.05:
        changed |= {"line": str(round(line * 20)), "lineRule": "exact"}
    for side in ("before", "after"):
        space = round(_first(starter, side, 0.0) * 20 * degree)
        is_automatic = spacing.get(f"{side}Autospacing") in ("1", "true", "on")
        if is_automatic or length(spacing.get(side, "0")) > space:
            changed |= {side: str(space)} | ({f"{side}Autospacing": "0"} if is_automatic else {})
    if styles.size(id) / 2 > size:
        for name in ("sz", "szCs"):
            set_property(styles[id], "rPr", w(name, val=round(size * 2)))
    if changed:
        set_attributes(styles[id], "pPr", "spacing", changed)
    _widen(styles, id)


def _widen(styles: StyleSheet, id: str) -> None:
    """Take room between letters off a style, and stretched letters."""
    spacing, width = (value_of(styles.own_or_inherited(id, "rPr", name)) for name in ("spacing", "w"))
    if length(spacing or "0") > 0:
        set_property(styles[id], "rPr", w("spacing", val=0))
    if per_cent(width or "100") > 100:
        set_property(styles[id], "rPr", w("w", val=100))


def _height(spacing: dict[str, str], size: float) -> float:
    """The height of a line of type of `size`; both are in points."""
    line = length(spacing.get("line", "240")) / 20
    match spacing.get("lineRule", "auto"):
        case "exact":
            return line
        case "atLeast":
            return max(line, size * NATURAL_LINE)
        case _:
            return size * NATURAL_LINE * line / 12


def _first(starter: StarterStyle, name: str, otherwise: float) -> float:
    values = (getattr(style, name) for style in own_ancestry(starter))
    return next((float(value) for value in values if value is not None), otherwise)
