"""The structure of pages as laid out: their boxes in order, how full they are, and the sizes of their letters."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

from briefs.render.pdf.pages import LaidOut

_SHOWN = ("LineBox", "InlineReplacedBox", "BlockReplacedBox")


def fills(laid_out: LaidOut) -> list[float]:
    """How far down each page its text or pictures reach, as a share of its height; notes are not counted."""
    return [_reached(page) / page._page_box.height for page in laid_out.rendering.pages]


def _reached(page: Any) -> float:
    seen = [box for box in boxes(page) if type(box).__name__ in _SHOWN]
    return float(max(box.position_y + box.margin_height() for box in seen) - page._page_box.content_box_y())


def lone(laid_out: LaidOut, tag: str) -> list[str]:
    """Items (`li`) or rows (`tr`) that are alone on a page, while others of their list or table are on another page."""
    whole: dict[Any, set[Any]] = {}
    parts: list[dict[Any, set[Any]]] = []
    for page in laid_out.rendering.pages:
        found: dict[Any, set[Any]] = {}
        for box in boxes(page):
            if box.element is not None and box.element_tag == tag and _is_counted(box.element):
                found.setdefault(_parent(laid_out, box.element), set()).add(box.element)
        parts.append(found)
        for parent, elements in found.items():
            whole.setdefault(parent, set()).update(elements)
    return [
        " ".join("".join(element.itertext()).split())[:60]
        for found in parts
        for parent, elements in found.items()
        if len(elements) == 1 and len(whole[parent]) > 1
        for element in elements
    ]


def boxes(page: Any) -> Iterator[Any]:
    """All boxes of a page of WeasyPrint, without those of its margins."""
    yield from page._page_box.children[0].descendants()


def letter_sizes(pdf: bytes) -> set[float]:
    """The sizes of all letters in a PDF in points, as scaled when they are drawn."""
    found: set[float] = set()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            found |= set(_sizes(page, pikepdf.Matrix()))
    return found


def _sizes(content: Any, matrix: pikepdf.Matrix) -> Iterator[float]:
    saved: list[pikepdf.Matrix] = []
    size = 0.0
    line = pikepdf.Matrix()
    forms = content.get("/Resources", {}).get("/XObject", {})
    instructions: list[Any] = list(pikepdf.parse_content_stream(content))
    for instruction in instructions:
        operands = instruction.operands
        match str(instruction.operator):
            case "q":
                saved.append(matrix)
            case "Q":
                matrix = saved.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "Tf":
                size = float(operands[1])
            case "BT":
                line = pikepdf.Matrix()
            case "Tm":
                line = pikepdf.Matrix(*map(float, operands))
            case "Tj" | "TJ" if _is_visible(operands[0]):
                scaled = line @ matrix
                yield round(size * abs(scaled.d or scaled.b), 2)
            case "Do" if "/Subtype" in forms[str(operands[0])] and forms[str(operands[0])].Subtype == "/Form":
                form = forms[str(operands[0])]
                own = pikepdf.Matrix(*map(float, form.get("/Matrix", (1, 0, 0, 1, 0, 0))))
                yield from _sizes(form, own @ matrix)


def _is_visible(shown: Any) -> bool:
    pieces = shown if isinstance(shown, pikepdf.Array) else [shown]
    return any(isinstance(piece, pikepdf.String) and bytes(piece) for piece in pieces)


def _is_counted(element: Any) -> bool:
    return not any(child.tag == "th" and child.get("scope") == "col" for child in element)


def _parent(laid_out: LaidOut, element: Any) -> Any:
    return next(parent for parent in laid_out.html.iter() if element in list(parent))
