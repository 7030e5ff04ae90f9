"""The accent of a brief replaces the starter's, wherever the reference document still has that."""

from __future__ import annotations

from briefs.render.reference.starter_measures import ACCENT, TINT
from briefs.word.elements import Element, qn

_SHARE = 0.07


def recolour(root: Element, accent: str) -> None:
    """Replace the starter's accent with `accent` (six hexadecimal digits), and the starter's tint with its tint."""
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
