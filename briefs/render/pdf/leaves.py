"""The leaves of the pages that WeasyPrint lays out: each piece of text, list marker, picture and field.

Each has its element.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from briefs.render.html.inlines import BOX, ROOM
from briefs.render.pdf.form_fields import FieldKind, Rectangle
from briefs.render.pdf.positions import POINTS_PER_PIXEL

_BOX = 0.74
"""The side of the box that the character U+2610 shows, in ems."""
_INSET = 1.5
"""Pixels between a frame and the field within it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of text, a list marker, a picture or a field on a page, with its HTML element.

    `rectangle` is where a picture or field stands: left, bottom, right and top in points from the lower left corner of
    the page. `field` is the kind of a field, and `size` the size of its type in points.
    """

    element: Element
    is_marker: bool = False
    rectangle: Rectangle | None = None
    field: FieldKind | None = None
    size: float = 0.0


Leaves: TypeAlias = tuple[tuple[Leaf, ...], ...]
"""Leaves page by page."""


def marked_leaves(rendering: Any) -> Leaves:
    """The leaves of a document of WeasyPrint, in the order of its structure tree, without page margins."""
    return tuple(tuple(_leaves(page._page_box, page.height, is_marker=False)) for page in rendering.pages)


def _leaves(box: Any, page_height: float, is_marker: bool, around: Any = None) -> Iterator[Leaf]:
    """The leaves in `box`; `around` is the table cell that it is in, or the room to write in."""
    for child in box.children:
        child = getattr(child, "_box", child)  # a list marker is wrapped in a placeholder
        kind = type(child).__name__
        marker = is_marker or child.element_tag == "li::marker"
        style = "" if child.element is None else child.element.get("class")
        if kind == "TextBox" and style in (BOX, ROOM):
            rectangle = _square(child) if style == BOX else _inside(around)
            field: FieldKind = "box" if style == BOX else "notes"
            size = round(child.style["font_size"] * POINTS_PER_PIXEL, 2)
            yield Leaf(child.element, marker, _on_page(rectangle, page_height), field, size)
        elif kind == "TextBox":
            yield Leaf(child.element, marker)
        elif kind.endswith("ReplacedBox"):
            left, top = child.content_box_x(), child.content_box_y()
            corners = (left, top, left + child.width, top + child.height)
            yield Leaf(child.element, marker, _on_page(corners, page_height))
        elif kind != "MarginBox" and hasattr(child, "children"):
            holds_room = kind == "TableCellBox" or (style == ROOM and around is None)
            yield from _leaves(child, page_height, marker, child if holds_room else around)


def _square(text: Any) -> Rectangle:
    """The square, on the line of a text box, in which a box to tick is drawn: left, top, right, bottom in pixels."""
    side = _BOX * text.style["font_size"]
    middle, bottom = text.position_x + text.width / 2, text.position_y + text.baseline
    return (middle - side / 2, bottom - side, middle + side / 2, bottom)


def _inside(box: Any) -> Rectangle:
    """The area of a box within its border, a little smaller: left, top, right and bottom in pixels."""
    left, top = box.border_box_x(), box.border_box_y()
    return (left + _INSET, top + _INSET, left + box.border_width() - _INSET, top + box.border_height() - _INSET)


def _on_page(corners: Rectangle, page_height: float) -> Rectangle:
    """Left, top, right and bottom in pixels from the top, as left, bottom, right and top in points from the foot."""
    left, top, right, bottom = corners
    return (
        POINTS_PER_PIXEL * left,
        POINTS_PER_PIXEL * (page_height - bottom),
        POINTS_PER_PIXEL * right,
        POINTS_PER_PIXEL * (page_height - top),
    )
