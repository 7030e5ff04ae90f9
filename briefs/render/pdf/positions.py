"""Where text and units stand on the pages that WeasyPrint lays out, in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

POINTS_PER_PIXEL = 0.75
"""An inch has 72 points and 96 CSS pixels."""
_CALL = "::footnote-call"
"""What WeasyPrint calls the mark that it leaves where a note is called; it belongs to the element of the note."""


@dataclass(frozen=True, slots=True)
class Extent:
    """The position of a unit, or of its part on one page.

    The page is counted from 1; `top` and `bottom` are points below the top of the text area.
    """

    page: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Box:
    """Where an element, or its part on one page, is: in points from the left and top edges of the page, which is
    counted from 1."""

    page: int
    left: float
    top: float
    right: float
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


def page_sizes(rendering: Any) -> tuple[tuple[float, float], ...]:
    """Width and height of each page, in points."""
    boxes = (page._page_box for page in rendering.pages)
    return tuple((box.margin_width() * POINTS_PER_PIXEL, box.margin_height() * POINTS_PER_PIXEL) for box in boxes)


def element_boxes(rendering: Any, names: Mapping[Any, str]) -> dict[str, tuple[Box, ...]]:
    """Where elements of the HTML are, by their `names`: a box on each page that has a part of one, in their order."""
    found: dict[tuple[str, int], Box] = {}
    for number, page in enumerate(rendering.pages, start=1):
        for box in page._page_box.descendants():
            if box.element is None or box.element_tag.endswith(_CALL):
                continue
            if named := names.get(box.element):
                left, top = box.border_box_x(), box.border_box_y()
                edges = (left, top, left + box.border_width(), top + box.border_height())
                here = Box(number, *(edge * POINTS_PER_PIXEL for edge in edges))
                before = found.get((named, number))
                found[named, number] = here if before is None else _around(before, here)
    boxes: dict[str, list[Box]] = {}
    for (named, _), box in found.items():
        boxes.setdefault(named, []).append(box)
    return {named: tuple(parts) for named, parts in boxes.items()}


def _around(one: Box, other: Box) -> Box:
    """The box around two on the same page."""
    left, top = min(one.left, other.left), min(one.top, other.top)
    return Box(one.page, left, top, max(one.right, other.right), max(one.bottom, other.bottom))
