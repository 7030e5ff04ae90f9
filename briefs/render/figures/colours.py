"""The colours, type and size of pictures where no style sheet reaches them: in the PDF and in the Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from briefs.model.document import Content, Document, Drawing, Figure
from briefs.model.sheet import TypeSize
from briefs.render.accents import tint
from briefs.render.layout import Layout
from briefs.render.page_geometry import measure

_INK = "#1A1A1A"
_FAMILIES = "Carlito,Calibri,DejaVu Sans,sans-serif"
"""Calibri has the widths of Carlito, and Word has it."""

_LABELS = 9
"""Points of the labels of a picture as it is drawn."""
_LEAST_LABELS: Mapping[TypeSize, float] = MappingProxyType({11: 9, 14: 12})
"""Points of the labels of a picture as it is printed, at least."""
_POINTS = 72 / 25.4
"""In a millimetre."""


def coloured(document: Document, layout: Layout) -> Document:
    """`document`, each picture in the one drawing that `layout` prints, in solid colours.

    `currentColor` becomes the accent of the audience, thinned where it is a tint. In HTML the style sheet does this;
    renderers of pictures outside HTML know neither it nor, some of them, opacity.
    """
    accent, width = layout.accent(document.audience), measure(layout.sheet) * _POINTS

    def content_of(content: Content) -> Content:
        if not isinstance(content, Figure):
            return content
        drawing, scale = printed_drawing(content.drawings, width, layout.sheet.size)
        svg = coloured_svg(drawing.svg, accent, scale)
        return replace(content, drawings=(Drawing(svg, drawing.width * scale),))

    sections = (
        replace(section, content=tuple(content_of(content) for content in section.content))
        for section in document.sections
    )
    return replace(document, sections=tuple(sections))


def printed_drawing(drawings: Sequence[Drawing], measure: float, size: TypeSize) -> tuple[Drawing, float]:
    """The drawing that is printed where text is `measure` points wide, and how much it is enlarged.

    Of `drawings`, the widest first, it is the first that fits when its labels are as large as they must be; if none
    fits, the last. In large print it is enlarged as far as there is room, up to labels as large as running text.
    """
    most = 1.0 if size == 11 else size / _LABELS
    least = _LEAST_LABELS[size] / _LABELS
    chosen = next((drawing for drawing in drawings if drawing.width * least <= measure + 0.5), drawings[-1])
    return chosen, min(most, max(measure / chosen.width, least)) if size > 11 else 1.0


def coloured_svg(svg: str, accent: str, scale: float = 1.0) -> str:
    """The picture `svg` with ink, type and `accent` written into it; its size in points enlarged by `scale`."""
    from lxml import etree

    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    for name, value in (("fill", _INK), ("font-family", _FAMILIES)):
        root.set(name, root.get(name, value))
    for name in ("width", "height") if scale != 1.0 else ():
        root.set(name, f"{float(root.get(name, '').removesuffix('pt')) * scale:.2f}pt")
    for element in root.iter():
        for name in ("fill", "stroke"):
            if element.get(name) != "currentColor":
                continue
            share = element.attrib.pop(f"{name}-opacity", "")
            element.set(name, tint(accent, float(share)) if share else accent)
    return etree.tostring(root, encoding="unicode")
