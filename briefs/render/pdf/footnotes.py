"""Keep notes on the pages where they are called.

To keep the first two lines of a paragraph together at the foot of a page, WeasyPrint 70 makes room by moving notes of
that page to the next one, whatever their `footnote-policy`. It does not do so for a paragraph that must not be divided.
So in rows and decision boxes, which are never divided, the style sheet asks for more `widows` than paragraphs have
lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

UNDIVIDED = "widows: 99"
"""The style of a paragraph whose lines stay together."""


def keep_notes_with_calls(rendering: Any) -> bool:
    """Mark paragraphs for which notes were moved as undividable, in the HTML of `rendering`, a document of WeasyPrint.

    Returns whether any was marked: then the HTML must be laid out again.
    """
    found = False
    for page, following in pairwise(rendering.pages):
        called, printed = (set(_notes(area)) for area in _flow_and_notes(page))
        if called <= printed:
            continue
        for element in (*_paragraphs(page)[-1:], *_paragraphs(following)[:1]):
            if element.get("style") != UNDIVIDED:
                element.set("style", UNDIVIDED)
                found = True
    return found


def _flow_and_notes(page: Any) -> tuple[list[Any], list[Any]]:
    """The boxes of a page: those of the text, with a mark where a note is called, and those of the notes."""
    text, *areas = page._page_box.children
    notes = (box for area in areas if type(area).__name__ == "FootnoteAreaBox" for box in area.descendants())
    return list(text.descendants()), list(notes)


def _notes(boxes: list[Any]) -> Iterator[str]:
    for box in boxes:
        if box.element is not None and box.element.get("class") == "note":
            yield box.element.get("id")


def _paragraphs(page: Any) -> list[Any]:
    """The elements that have lines on a page, in order."""
    return [box.element for box in _flow_and_notes(page)[0] if type(box).__name__ == "LineBox"]
