"""Where text and units stand on the pages that WeasyPrint lays out, in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

POINTS_PER_PIXEL = 0.75
"""An inch has 72 points and 96 CSS pixels."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The position of a unit, or of its part on one page.

    The page is counted from 1; `top` and `bottom` are points below the top of the text area.
    """

    page: int
    top: float
    bottom: float


def has_text(page_box: Any) -> bool:
    """Whether a page has text, not only the end of a note that began on the page before."""
    return bool(page_box.children and getattr(page_box.children[0], "children", ()))


def used_height(page_box: Any) -> float:
    """The height that text and footnotes take on a page, in points."""
    html, *areas = page_box.children
    notes = sum(area.margin_height() for area in areas if type(area).__name__ == "FootnoteAreaBox")
    if not has_text(page_box):
        return float(notes) * POINTS_PER_PIXEL
    body = html.children[-1]
    used: float = body.border_box_y() + body.border_height() - page_box.content_box_y() + notes
    return used * POINTS_PER_PIXEL


def unit_extents(rendering: Any, names: Mapping[str, str]) -> dict[str, tuple[Extent, ...]]:
    """The positions of units, by name; `names` gives the name for each id in the HTML, which is the unit's tag."""
    extents: dict[str, list[Extent]] = {}
    for number, page in enumerate(rendering.pages, start=1):
        top = page._page_box.content_box_y()
        for box in page._page_box.descendants():
            unit = None if box.element is None else names.get(box.element.get("id"))
            if unit is None or any(extent.page == number for extent in extents.get(unit, ())):
                continue
            start = (box.border_box_y() - top) * POINTS_PER_PIXEL
            end = start + box.border_height() * POINTS_PER_PIXEL
            extents.setdefault(unit, []).append(Extent(number, round(start, 2), round(end, 2)))
    return {unit: tuple(parts) for unit, parts in extents.items()}
