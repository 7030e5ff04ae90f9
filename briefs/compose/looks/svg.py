"""The SVG of a picture (SVG 1.1): which forms it prints, and whether every rendition can draw it.

Block templates print forms in a picture as anywhere else. SVG has no `span`, so what is left of them are their
characters. Colours are `currentColor`, the accent of the audience, and none, the colour of text; a picture has no style
sheet, links or identifiers of its own.
"""

from __future__ import annotations

import re

from lxml import etree

from briefs.compose.looks.html_elements import HtmlError, line_of, name_of
from briefs.compose.looks.svg_values import DRAWING, is_value
from briefs.model.document import FormRef

_NAMESPACE = "{http://www.w3.org/2000/svg}"
SVG = f"{_NAMESPACE}svg"
TITLE = f"{_NAMESPACE}title"
_SPAN = f"{_NAMESPACE}span[@data-form]"

_SHAPES = frozenset(
    {"svg", "title", "g", "rect", "line", "path", "polyline", "polygon", "circle", "ellipse", "text", "tspan"}
)
_PRINTED = frozenset({"span", "strong", "em"})
"""By what a form says where it comes from and what is marked in it."""
_POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")


def flatten_picture(svg: etree._Element) -> tuple[FormRef, ...]:
    """Leave of the forms that `svg` prints their characters; gives the forms. Raises HtmlError."""
    for element in svg.iter():
        name = name_of(element)
        if name not in _SHAPES | _PRINTED:
            raise HtmlError(f"<{name}> in a picture is nothing that every rendition can draw", line_of(element))
        for attribute in element.attrib:
            if name in _SHAPES:
                _check_attribute(element, name, str(attribute))
    forms = _forms(svg)
    etree.strip_tags(svg, *(_NAMESPACE + name for name in _PRINTED))
    return tuple(map(FormRef.parse, forms))


def drawn_in(svg: etree._Element) -> frozenset[str]:
    """The forms that `svg` prints, and the blocks that it draws and does not only speak of in its title."""
    spoken = set(svg.iterfind(f"{TITLE}//{_SPAN}"))
    shown = (str(span.get("data-form")) for span in svg.iterfind(f".//{_SPAN}") if span not in spoken)
    return frozenset({form.partition("/")[0] for form in shown} | set(_forms(svg)))


def width_of(svg: etree._Element) -> float:
    """The width of a picture in points. Raises HtmlError when it does not say how large it is."""
    width, height = (_POINTS.fullmatch(str(svg.get(name, ""))) for name in ("width", "height"))
    if not width or not height or not float(width[1]) or not float(height[1]) or "viewBox" not in svg.attrib:
        raise HtmlError('an <svg> says how large it is: width="…pt", height="…pt" and a viewBox', line_of(svg))
    return float(width[1])


def _forms(svg: etree._Element) -> tuple[str, ...]:
    return tuple(str(span.get("data-form")) for span in svg.iterfind(f".//{_SPAN}"))


def _check_attribute(element: etree._Element, name: str, attribute: str) -> None:
    """That `attribute` of `element`, a shape, is one that a picture may have, with such a value. Raises HtmlError."""
    if attribute not in DRAWING:
        message = f'"{attribute}" of <{name}> in a picture is nothing that every rendition can draw'
        raise HtmlError(message, line_of(element))
    value = str(element.get(attribute))
    if is_value(attribute, value):
        return
    if attribute == "viewBox":
        raise HtmlError('the viewBox of an <svg> is four numbers, "left top width height"', line_of(element))
    message = f'"{value[:40]}" is no value for "{attribute}" of <{name}> in a picture'
    raise HtmlError(message, line_of(element))
