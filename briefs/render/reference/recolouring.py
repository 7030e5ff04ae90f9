"""The accent of a brief replaces the starter's, wherever the reference document still has that."""

from __future__ import annotations

from briefs.model.colours import tint
from briefs.model.edition import DEFAULT_ACCENT
from briefs.render.reference.starter_measures import ACCENT, TINT
from briefs.word.elements import Element, bare_colour, qn


def recolour(root: Element, accent: str) -> None:
    """Replace the starter's accent with `accent` (`#RRGGBB`), and the starter's tint with its tint."""
    if accent == DEFAULT_ACCENT:
        return
    colours = {ACCENT: bare_colour(accent), TINT: bare_colour(tint(accent))}
    for element in root.iter():
        for name in (qn("w:color"), qn("w:val"), qn("w:fill")):
            if element.get(name) in colours:
                element.set(name, colours[element.get(name, "")])
