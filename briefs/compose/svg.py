"""The SVG of a picture (SVG 1.1): which forms it prints, and whether every rendition can draw it.

Block templates print forms in a picture as anywhere else. SVG has no `span`, so what is left of them are their
characters. Colours are `currentColor`, the accent of the audience, and none, the colour of text; a picture has no style
sheet, links or identifiers of its own.
"""

from __future__ import annotations

import math
import re

from lxml import etree

from briefs.compose.elements import MarkupError, line_of, name_of

_NAMESPACE = "{http://www.w3.org/2000/svg}"
SVG = f"{_NAMESPACE}svg"
TITLE = f"{_NAMESPACE}title"

_SHAPES = frozenset(
    {"svg", "title", "g", "rect", "line", "path", "polyline", "polygon", "circle", "ellipse", "text", "tspan"}
)
_PRINTED = frozenset({"span", "strong", "em"})
"""By what a form says where it comes from and what is marked in it."""
_DRAWING = frozenset(
    {
        *("viewBox", "width", "height", "x", "y", "rx", "ry", "x1", "y1", "x2", "y2", "cx", "cy", "r", "points", "d"),
        *("transform", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap"),
        *("stroke-linejoin", "font-size", "font-weight", "font-style", "text-anchor"),
    }
)
"""Attributes of shapes."""
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")


def flatten_picture(svg: etree._Element) -> tuple[str, ...]:
    """Leave of the forms that `svg` prints their characters; gives the forms. Raises MarkupError."""
    for element in svg.iter():
        name = name_of(element)
        if name == "svg" and "viewBox" in element.attrib:
            _check_box(element)
        if name not in _SHAPES | _PRINTED:
            raise MarkupError(f"<{name}> in a picture is nothing that every rendition can draw", line_of(element))
        for attribute in element.attrib:
            is_drawing = attribute in _DRAWING and "url(" not in str(element.get(attribute)).lower()
            if name in _SHAPES and not is_drawing:
                message = f'"{attribute!s}" of <{name}> in a picture is nothing that every rendition can draw'
                raise MarkupError(message, line_of(element))
    forms = tuple(str(found.get("data-form")) for found in svg.iterfind(f".//{_NAMESPACE}span[@data-form]"))
    etree.strip_tags(svg, *(_NAMESPACE + name for name in _PRINTED))
    return forms


def width_of(svg: etree._Element) -> float:
    """The width of a picture in points. Raises MarkupError when it does not say how large it is."""
    width, height = (_POINTS.fullmatch(str(svg.get(name, ""))) for name in ("width", "height"))
    if not width or not height or not float(width[1]) or not float(height[1]) or "viewBox" not in svg.attrib:
        raise MarkupError('an <svg> says how large it is: width="…pt", height="…pt" and a viewBox', line_of(svg))
    return float(width[1])


def _check_box(svg: etree._Element) -> None:
    """That the viewBox of `svg` is one (SVG 1.1, 7.7). Raises MarkupError."""
    try:
        box = [float(number) for number in str(svg.get("viewBox", "")).split()]
    except ValueError:
        box = []
    if len(box) != 4 or not all(map(math.isfinite, box)) or min(box[2:]) <= 0:
        raise MarkupError('the viewBox of an <svg> is four numbers, "left top width height"', line_of(svg))
