"""Content that does not lie where it belongs on its page: found after layout, and given more ways to break.

A word longer than its line, a column as wide as such a word, or a table row as high as a page would stand beside or
below the text area, where it is cut off or printed over. `relax` lets them break; `overflows` finds what is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefs.model.overflow import Overflow
from briefs.render.pdf.positions import POINTS_PER_PIXEL

ANYWHERE = "overflow-wrap: anywhere; white-space: normal"
"""The style of an element in which a word that is longer than its line is broken."""
ALL = "word-break: break-all"
"""The style of one in which that is not enough, since WeasyPrint breaks no word that begins behind another element."""
DIVIDED = "break-inside: auto; widows: 2"
"""The style of what a high table row is in: it may be divided between pages."""
DIVIDED_ROW = f"{DIVIDED}; break-before: auto; break-after: auto"
"""The style of a table row that may be divided, and need not stay with the next."""
HIGH = 2 / 3
"""The share of a page from which on a table row may be divided. Headings and header stay with its beginning."""
_TOLERANCE = 1.0
"""Pixels by which content may stand out, such as the side of an italic letter."""


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A piece of text or a picture, with the boxes around it, the innermost last, and the bottom of its area."""

    box: Any
    around: tuple[Any, ...]
    bottom: float

    def beyond(self) -> float:
        """How many pixels of it stand out of the block that it is in, or below the area; at most 0: none."""
        block = next((box for box in reversed(self.around) if type(box).__name__ in _BLOCKS), self.around[0])
        page, left = self.around[0], block.padding_box_x()
        right = min(box.content_box_x() + box.width for box in (page, block))
        box = self.box
        sideways = max(left - box.position_x, box.position_x + box.width - right)
        upright = max(-box.position_y, box.position_y + box.height - self.bottom)
        return float(max(sideways, upright)) if _is_seen(box) else 0.0


_BLOCKS = frozenset({"BlockBox", "TableCellBox", "TableCaptionBox", "InlineBlockBox"})


def _is_seen(box: Any) -> bool:
    text: str | None = getattr(box, "text", None)
    return text is None or bool(text.strip())


def relax(rendering: Any) -> bool:
    """Let what stands out of its place be broken, in the HTML of `rendering`, a document of WeasyPrint.

    Returns whether that changed anything: then the HTML must be laid out again.
    """
    found = False
    for page in rendering.pages:
        for leaf in _leaves(page):
            if leaf.beyond() > _TOLERANCE and hasattr(leaf.box, "text"):
                *outer, own = _breakable(leaf) or [None]
                for element in outer:
                    found |= _styled(element, ANYWHERE)
                found |= own is not None and (_styled(own, ANYWHERE) or _styled(own, ALL))
    for around in _undivided(rendering):
        for element in around:
            found |= _styled(element, DIVIDED_ROW if element.tag == "tr" else DIVIDED)
    return found


def overflows(rendering: Any) -> Iterator[Overflow]:
    """What does not lie within the text area of its page, or within the box that it belongs to, in reading order."""
    for number, page in enumerate(rendering.pages, start=1):
        for leaf in _leaves(page):
            if (beyond := leaf.beyond()) > _TOLERANCE:
                ids = (box.element.get("id") for box in reversed(leaf.around) if box.element is not None)
                unit = next((tag for tag in ids if tag), "")
                yield Overflow(number, getattr(leaf.box, "text", ""), unit, round(beyond * POINTS_PER_PIXEL, 1))


def _breakable(leaf: _Leaf) -> list[Any]:
    """The elements to be styled so that the text of `leaf` is broken: the table that it widens, and last its own."""
    elements = [box.element for box in (*leaf.around, leaf.box) if box.element is not None]
    tables = [element for element in elements if element.tag == "table"]
    whole = [element for table in tables for element in table.iter() if element.get("class") == "unbroken"]
    return [*tables, *whole, *elements[-1:]]


def _undivided(rendering: Any) -> Iterator[list[Any]]:
    """What keeps tables from being divided that must be: the elements of rows, with those around them.

    A row must be that is nearly as high as a page; and all rows of a table whose caption stands on the page before.
    """
    captions: dict[Any, int] = {}
    begun = set()
    for number, page in enumerate(rendering.pages):
        for kind, around, height in _tables(page._page_box.children[0], ()):
            table = next(element for element in reversed(around) if element.tag == "table")
            outside = [element for element in around if element.tag not in ("html", "body", "tr")]
            if kind == "TableCaptionBox":
                captions.setdefault(table, number)
            elif "tbody" in {element.tag for element in around}:
                if table not in begun and captions.get(table, number) < number:
                    yield [*outside, *table.iter("tr")]
                if height > page._page_box.height * HIGH:
                    yield [*outside, around[-1]]
                begun.add(table)


def _tables(box: Any, around: tuple[Any, ...]) -> Iterator[tuple[str, tuple[Any, ...], float]]:
    """The captions and rows in `box`: their kind, their element with those around it, and their height in pixels."""
    around = (*around, box.element)
    kind = type(box).__name__
    if kind in ("TableCaptionBox", "TableRowBox") and box.element.tag in ("caption", "tr"):
        yield kind, around, box.height
    elif kind != "TextBox" and kind != "LineBox":
        for child in getattr(box, "children", ()):
            if child.element is not None:
                yield from _tables(child, around)


def _styled(element: Any, style: str) -> bool:
    """Give `element` a further style; whether it did not have it yet."""
    before = element.get("style", "")
    if style in before:
        return False
    element.set("style", f"{before}; {style}".removeprefix("; "))
    return True


def _leaves(page: Any) -> Iterator[_Leaf]:
    """The pieces of text and pictures on a page, with its notes, header and footer, each with the boxes around it."""
    text, *areas = page._page_box.children
    notes = [area for area in areas if type(area).__name__ == "FootnoteAreaBox"]
    foot = page._page_box.content_box_y() + page._page_box.height
    yield from _within(text, (), min((area.position_y for area in notes), default=foot))
    for area in areas:
        is_above = area not in notes and area.position_y < page._page_box.content_box_y()
        below = page._page_box.content_box_y() if is_above else foot if area in notes else page.height
        yield from _within(area, (), below)


def _within(box: Any, around: tuple[Any, ...], bottom: float) -> Iterator[_Leaf]:
    around = (*around, box)
    for child in box.children:
        child = getattr(child, "_box", child)  # a list marker is wrapped in a placeholder
        kind = type(child).__name__
        if kind == "TextBox" or kind.endswith("ReplacedBox"):
            yield _Leaf(child, around, bottom)
        elif hasattr(child, "children"):
            yield from _within(child, around, bottom)
