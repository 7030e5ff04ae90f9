"""The leaves of the pages that WeasyPrint lays out: each piece of text, list marker and picture, with its element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from briefs.render.pdf.positions import POINTS_PER_PIXEL


@dataclass(frozen=True, slots=True)
class Leaf:
    """A piece of text, a list marker or a picture on a page, with its HTML element.

    `rectangle` is where a picture stands: left, bottom, right and top in points from the lower left corner of the page.
    """

    element: Element
    is_marker: bool = False
    rectangle: tuple[float, float, float, float] | None = None


Leaves: TypeAlias = tuple[tuple[Leaf, ...], ...]
"""Leaves page by page."""


def marked_leaves(rendering: Any) -> Leaves:
    """The leaves of a document of WeasyPrint, in the order of its structure tree, without page margins."""
    return tuple(tuple(_leaves(page._page_box, page.height, is_marker=False)) for page in rendering.pages)


def _leaves(box: Any, page_height: float, is_marker: bool) -> Iterator[Leaf]:
    for child in box.children:
        child = getattr(child, "_box", child)  # a list marker is wrapped in a placeholder
        kind = type(child).__name__
        marker = is_marker or child.element_tag == "li::marker"
        if kind == "TextBox":
            yield Leaf(child.element, marker)
        elif kind.endswith("ReplacedBox"):
            left, top = child.content_box_x(), page_height - child.content_box_y()
            corners = (left, top - child.height, left + child.width, top)
            yield Leaf(child.element, marker, tuple(POINTS_PER_PIXEL * corner for corner in corners))
        elif kind != "MarginBox" and hasattr(child, "children"):
            yield from _leaves(child, page_height, marker)
