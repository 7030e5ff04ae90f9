"""What a section does to all lines of its pages: a grid for East Asian characters, text in the middle, text turned.

Lines and pages of a brief break as in the PDF, so it has none of these.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefs.word.elements import Element, qn, remove, value_of

_GRIDS = ("lines", "linesAndChars", "snapToChars")
_PLACES = {"center": "in the middle of the page", "both": "over the whole page", "bottom": "at the foot of the page"}
_UPRIGHT = ("", "lrTb", "lrTbV", "tb")


def free_lines(section: Element) -> tuple[str, ...]:
    """Take these properties off `section` (`w:sectPr`); returns what they did, in words."""
    return tuple(_freed(section))


def _freed(section: Element) -> Iterator[str]:
    for grid in section.findall(qn("w:docGrid")):
        if value_of(grid, "type") in _GRIDS:
            yield "puts lines and characters on a grid"
        remove(grid)
    for place in section.findall(qn("w:vAlign")):
        if value_of(place) in _PLACES:
            yield f"puts the text {_PLACES[value_of(place)]}"
        remove(place)
    for direction in section.findall(qn("w:textDirection")):
        if value_of(direction) not in _UPRIGHT:
            yield "runs its text from top to bottom"
        remove(direction)
