"""The accent of a brief in place of the starter's, wherever the reference document has kept that."""

from __future__ import annotations

from briefs.render.reference.starter_measures import ACCENT, TINT
from briefs.word.elements import Element, qn

_SHARE = 0.07


def recolour(root: Element, accent: str) -> None:
    """Put `accent` (six hexadecimal digits) wherever the starter's accent stands, and its tint for the starter's."""
    if accent == ACCENT:
        return
    colours = {ACCENT: accent, TINT: tint(accent)}
    for element in root.iter():
        for name in (qn("w:color"), qn("w:val"), qn("w:fill")):
            if element.get(name) in colours:
                element.set(name, colours[element.get(name, "")])


def tint(colour: str) -> str:
    """A colour (six hexadecimal digits) at 7 per cent on white."""
    return "".join(f"{round(255 - _SHARE * (255 - int(colour[i : i + 2], 16))):02X}" for i in (0, 2, 4))
