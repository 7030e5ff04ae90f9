"""Boxes that continue on the next page end below their text, as in Word, not at the foot of the page.

WeasyPrint lets each part of a divided box fill its page (CSS Fragmentation 3, 5.1), with nothing in the rest of it.
"""

from __future__ import annotations

from typing import Any

_SHOWN = ("LineBox", "TableRowBox", "InlineReplacedBox", "BlockReplacedBox")


def end_boxes_with_text(rendering: Any) -> None:
    """Shorten the boxes of a document of WeasyPrint that have a frame of their own on each page."""
    for page in rendering.pages:
        for box in page._page_box.descendants():
            if type(box).__name__ == "BlockBox" and box.style["box_decoration_break"] == "clone":
                reached = max(map(_end, filter(_is_shown, box.descendants())), default=None)
                if reached is not None and reached - box.content_box_y() < box.height:
                    box.height = reached - box.content_box_y()
                    _fit_ground(box)


def _fit_ground(box: Any) -> None:
    """Let the colour behind a box end with it; WeasyPrint has settled where to paint when the page was laid out."""
    if box.background is not None:
        area = (box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())
        layers = [
            layer._replace(painting_area=area, clipped_boxes=[box.rounded_border_box()])
            for layer in box.background.layers
        ]
        box.background = box.background._replace(layers=layers)


def _is_shown(box: Any) -> bool:
    """Whether it is text, a row or a picture, or has a height of its own, such as room to write in."""
    return type(box).__name__ in _SHOWN or (type(box).__name__ == "BlockBox" and box.style["height"] != "auto")


def _end(box: Any) -> float:
    return float(box.position_y + box.margin_height())
